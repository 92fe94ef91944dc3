import type { TextKey } from './en.ts';

/** German. Says "du", as Slack does. */
export const de: Readonly<Record<TextKey, string>> = {
  'button.start-as-host': 'Als Host starten',
  'button.join': 'Beitreten',
  'button.join-that-one': 'Dort beitreten',
  'button.host-link': 'Host-Link',
  'button.recordings': 'Aufzeichnungen',
  'button.retry': 'Erneut versuchen',
  'button.make-another': 'Weiteren anlegen',
  'button.new-room': 'Neuer Meeting-Raum',
  'button.settings': 'Einstellungen',
  'button.extend': 'Verlängern',
  'button.extend-by-day': 'Um einen Tag',
  'button.extend-by-week': 'Um eine Woche',
  'button.extend-by-month': 'Um 30 Tage',
  'button.end-after-session': 'Nach dieser Sitzung schließen',
  'button.start-recording': 'Aufzeichnung starten',
  'button.stop-recording': 'Aufzeichnung stoppen',
  'button.close-room': 'Raum schließen',
  'button.hand-over': 'Übergeben',
  'button.open-again': 'Erneut öffnen',
  'button.get-link': 'Link abrufen',
  'button.download': 'Video herunterladen (MP4)',
  'button.delete': 'Löschen',
  'button.share': 'Im Channel teilen',
  'button.delete-now': 'Jetzt löschen',
  'button.stop-reminders': 'Nicht mehr erinnern',
  'button.start-reminders': 'Wieder erinnern',
  'button.previous': 'Zurück',
  'button.next': 'Weiter',
  'label.room': '{button}: {title}',
  'label.reminders': '{button}: bevor Aufzeichnungen verschwinden',
  'label.previous': '{button}: neuere Aufzeichnungen',
  'label.previous-rooms': '{button}: Räume weiter oben',
  'label.next-rooms': '{button}: weitere Räume',
  'label.next': '{button}: ältere Aufzeichnungen',
  'label.recording': '{button}: {title}, {moment}{of, plural, =1 {} other {, {index} von {of}}}',

  'delete.question': 'Aufzeichnung löschen?',
  'delete.what':
    '„{title}“, {day}{length, select, unknown {} other {, {length}}}, wird für alle gelöscht. Das lässt sich nicht rückgängig machen. {who, select, members {Löschen können alle im Channel außer Gästen.} other {Löschen können nur {host} als Host des Raums und Workspace-Admins.}}',
  'delete.confirm': 'Aufzeichnung löschen',
  'delete.deny': 'Behalten',

  'form.title': 'Neuer Meeting-Raum',
  'form.submit': 'Raum anlegen',
  'form.close': 'Abbrechen',
  'form.in-thread':
    'Die Karte des Raums und seine Aufzeichnungen werden Antworten auf die gewählte Nachricht.',
  'form.title-field': 'Titel',
  'form.kind': 'Wie lange brauchst du ihn?',
  'form.kind.now': 'Für jetzt: Er schließt 10 Minuten nach der letzten Person',
  'form.kind.until': 'Bis zu einem Datum: Er bleibt zwischen den Sitzungen offen',
  'form.until': 'Offen bis',
  'form.until-hint': 'In deiner Zeitzone, mehr als 10 Minuten ab jetzt.',
  'form.recording': 'Aufzeichnung',
  'form.recording.automatic': 'Jede Sitzung, automatisch',
  'form.recording.host-only': 'Jede Sitzung, aber nur Host und geteilte Bildschirme',
  'form.recording.offered': 'Nur wenn jemand sie startet',
  'form.recording.off': 'Abgeschaltet',
  'form.recording-hint': 'Eine automatische Aufzeichnung lässt sich nicht stoppen.',
  'form.recording-limited': 'Ein Admin hat festgelegt, was hier zur Wahl steht.',
  'form.join': 'Wer darf beitreten?',
  'form.join.everyone': 'Alle, die den Link haben',
  'form.join.after-host': 'Alle, sobald der Host da ist',
  'form.join.host-admits': 'Wen der Host einlässt',
  'form.channel': 'Channel für Karte und Aufzeichnungen',
  'form.channel-hint': 'Alle in diesem Channel können beitreten.',
  'form.fault.title-too-long': 'Ein Titel hat höchstens {max} Zeichen.',
  'form.fault.date-missing': 'Wähle Datum und Uhrzeit.',
  'form.fault.in-the-past': 'Das liegt in der Vergangenheit.',
  'form.fault.too-soon': 'Das ist zu früh; ein Raum bleibt länger als 10 Minuten offen.',
  'form.fault.only-offered':
    'In diesem Channel wird nichts von selbst aufgezeichnet; ein Admin hat das so entschieden.',
  'form.fault.not-recorded': 'In diesem Channel wird nichts aufgezeichnet; das hat ein Admin so festgelegt.',
  'form.fault.not-offered': 'Das kann der Meeting-Dienst nicht.',
  'form.fault.channel-missing': 'Wähle einen Channel.',
  'form.fault.not-a-member': 'Du bist nicht in diesem Channel. Tritt ihm zuerst bei.',
  'form.fault.hidden-channel':
    'Ich darf in diesem Channel nicht posten. Gib dort zuerst /invite @Roomtone ein.',
  'form.fault.outdated': 'Dieser Dialog ist veraltet. Schließ ihn und öffne ihn neu.',

  'close.question': 'Raum schließen?',
  'close.what':
    '„{title}“ schließt in etwa 10 Minuten. Wer den Link hat, kann bis dahin beitreten. Die Aufzeichnungen bleiben.',
  'close.confirm': 'Raum schließen',
  'close.deny': 'Offen lassen',

  'settings.title': 'Einstellungen',
  'settings.submit': 'Speichern',
  'settings.place-lead':
    'Jeder Channel hat eigene: was er von Aufzeichnungen erfährt, in welcher Sprache, und ob Hosts erinnert werden. Admins legen dort auch fest, was für alle gilt.',
  'settings.place': 'Channel',
  'settings.lead': 'Was Mitglieder dieses Channels für ihn wählen.',
  'settings.notify': 'Was der Channel von Aufzeichnungen erfährt',
  'settings.notify.messages': 'Gestartet, beendet und bereit: je eine Nachricht',
  'settings.notify.thread': 'Gestartet und beendet als Antworten auf die Karte; bereit als Nachricht',
  'settings.notify.quiet': 'Nur wenn eine Aufzeichnung bereit ist',
  'settings.language': 'Sprache der Nachrichten',
  'settings.language.host': 'Die Sprache des jeweiligen Hosts',
  'settings.language.en': 'English',
  'settings.language.de': 'Deutsch',
  'settings.reminders': 'Hosts erinnern, bevor ihre Aufzeichnungen gelöscht werden?',
  'settings.reminders.yes': 'Ja, spätestens am Tag vorher',
  'settings.reminders.no': 'Nein',
  'settings.workspace': 'Der ganze Workspace',
  'settings.workspace-lead':
    'Nur Admins sehen und entscheiden das. Was du änderst, wird mit deinem Namen in diesem Channel gepostet.',
  'settings.channel': 'Strenger in diesem Channel',
  'settings.channel-lead': 'Ein Channel kann strenger sein als der Workspace, nie lockerer.',
  'policy.as-above': 'Wie im ganzen Workspace',
  'policy.make-rooms': 'Wer Räume anlegen darf',
  'policy.make-rooms.members-and-guests': 'Mitglieder und Gäste',
  'policy.make-rooms.members': 'Mitglieder',
  'policy.make-rooms.admins': 'Nur Admins',
  'policy.delete-recordings': 'Wer Aufzeichnungen löschen darf',
  'policy.delete-recordings.members': 'Host, Admins und Mitglieder des Channels',
  'policy.delete-recordings.host-and-admins': 'Host und Admins',
  'policy.delete-recordings.nobody': 'Niemand',
  'policy.see-links': 'Wer Links zu Aufzeichnungen abrufen darf',
  'policy.see-links.members': 'Alle im Channel',
  'policy.see-links.host-only': 'Nur der Host',
  'policy.recording': 'Was höchstens aufgezeichnet wird',
  'policy.recording.automatic': 'Jede Sitzung, automatisch',
  'policy.recording.offered': 'Nur was jemand von Hand startet',
  'policy.recording.none': 'Nichts',
  'policy-changed.lead': '{by} hat geändert, was man mit Räumen und Aufzeichnungen darf.',
  'policy-changed.line':
    '• {rule}, {scope, select, workspace {im ganzen Workspace} other {in diesem Channel}}: {value}.',

  'card.lead': '{title}: ein Videoraum von {host}.',
  'card.recorded':
    'Jede Sitzung wird automatisch aufgezeichnet, das lässt sich nicht stoppen; wer beitritt, wird aufgezeichnet.',
  'card.recorded-host-only':
    'Jede Sitzung wird automatisch aufgezeichnet, das lässt sich nicht stoppen. Nur Host und geteilte Bildschirme werden aufgezeichnet.',
  'card.offered':
    'Wer im Raum ist, kann die Aufzeichnung starten und stoppen; aufgezeichnet werden alle im Raum.',
  'card.offered-host-only':
    'Wer im Raum ist, kann die Aufzeichnung starten und stoppen. Nur Host und geteilte Bildschirme werden aufgezeichnet.',
  'card.offered-to-host':
    'Solange jemand im Raum ist, kann der Host hier die Aufzeichnung starten und stoppen; sie zeichnet alle im Raum auf.',
  'card.not-recorded': 'Aufzeichnen ist abgeschaltet.',
  'card.closes': 'Schließt um {at}, wenn niemand beitritt, sonst 10 Minuten nach der letzten Person.',
  'card.closes-when-empty': 'Schließt, wenn 10 Minuten lang niemand im Raum war.',
  'card.open-until': 'Offen bis {until}.',
  'card.stays-open': 'Bleibt zwischen den Sitzungen offen.',
  'card.closes-after-session': 'Schließt 10 Minuten nach dieser Sitzung.',
  'card.closed': 'Dieser Raum ist geschlossen; niemand kann mehr beitreten.',

  'now.in-session':
    'Sitzung läuft{start, select, unknown {} other { seit {since}}}{people, plural, =0 {} other {: {names}}}.',
  'now.nameless': 'jemand ohne Namen',
  'now.others': '{others, plural, one {# weitere Person} other {# weitere}}',
  'now.recording-on': 'Es wird aufgezeichnet.',
  'now.recording-off': 'Im Moment wird nicht aufgezeichnet.',
  'now.between': 'Niemand ist im Raum; die letzte Sitzung endete am {day} um {time}.',

  'started.lead': 'Aufzeichnung in {title} um {at} gestartet.',
  'ended.lead': 'Aufzeichnung in {title}{length, select, unknown {} other { nach {length}}} beendet.',
  'ended.uploading': 'Das Video wird hochgeladen und dann hier gepostet.',
  'ended.processing': 'Das Video wird noch verarbeitet und hier gepostet, sobald es bereit ist.',
  'ended.late':
    'Das Video verspätet sich: Der Meeting-Dienst hat es noch nicht übergeben. Es wird hier gepostet, sobald es da ist; niemand muss etwas tun.',
  'ended.missing':
    'Das Video ist nicht zu finden: Der Meeting-Dienst hat es nie übergeben. Falls du es brauchst, nenne einem Admin seine Kennung: {recordingId}.',
  'ended.ready': 'Das Video ist bereit.',
  'ended.ready-link': 'Das Video ist bereit: {link}.',
  'ended.ready-link-text': 'zur Aufzeichnung',
  'ended.failed': 'Es wird kein Video geben: Die Aufzeichnung ist fehlgeschlagen.',
  'ended.removed': 'Das Video ist nicht mehr verfügbar.',

  'ready.lead':
    'Aufzeichnung bereit: {title}, {when}{end, select, told {} other { bis {end}}}{length, select, unknown {} other {, {length}}}{of, plural, =1 {} other {, {index} von {of}}}.',
  'ready.for-channel':
    'Verfügbar bis {keptUntil}. {opens, select, host_only {Nur {host} kann den Link abrufen} other {Alle in diesem Channel können den Link abrufen}}; {deletes, select, nobody {löschen kann sie niemand} members {alle hier außer Gästen können sie löschen} other {{host} und Admins können sie löschen}}.',
  'ready.for-host':
    'Verfügbar bis {keptUntil}. {opens, select, host_only {Nur du kannst den Link abrufen} other {Alle in der Unterhaltung, in der du den Raum angelegt hast, können den Link dort abrufen}}; {deletes, select, nobody {löschen kann sie niemand} members {alle dort außer Gästen können sie löschen} other {du und Admins können sie löschen}}.',
  'recording-failed.lead': 'Aufzeichnung fehlgeschlagen: {title}, {when}; es wird kein Video geben.',
  'recording-failed.reason':
    'Der Meeting-Dienst nennt als Grund {reason}. Um dem nachzugehen, braucht ein Admin diese ID: {recordingId}.',
  'recording-failed.no-reason':
    'Der Meeting-Dienst nennt keinen Grund. Um dem nachzugehen, braucht ein Admin diese ID: {recordingId}.',
  'removed.deleted': 'Aufzeichnung von {title}, {when}: am {day} um {time} von {by} gelöscht.',
  'removed.gone': 'Aufzeichnung von {title}, {when}: seit {day} nicht mehr verfügbar.',

  'help.lead':
    'Mit `{meet} Design review` legst du in diesem Channel einen Videoraum an, der jede Sitzung aufzeichnet.',
  'help.rooms':
    '• `{meet} Design review`: ein Raum für jetzt; er schließt 10 Minuten nach der letzten Person\n• `{meet} Weekly sync --for 30d`: ein Raum, der 30 Tage offen bleibt\n• `{meet} Weekly sync --until Freitag 18:00`: ein Raum, der bis dahin offen bleibt, in deiner Zeitzone',
  'help.options':
    'Zu jedem davon:\n{hostOnly, select, yes {• `--host-only`: nur Host und geteilte Bildschirme aufzeichnen\n} other {}}• `--manual`: erst aufzeichnen, wenn jemand es startet\n• `--no-recording`: Aufzeichnen ist abgeschaltet\n• `--host @name`: jemand anderes ist Host',
  'help.recordings':
    '• `{recordings}`: die Aufzeichnungen dieses Channels, neueste zuerst, mit Links\n• `{recordings} budget @ada letzte 30 Tage`: nur die mit diesem Wort im Titel, von diesem Host, aus dieser Zeit; auch `seit 01.11.2026` geht\n• `{recordings} &lt;id&gt;`: eine Aufzeichnung oder die einer Sitzung\n• `{meet} rooms`: die Räume dieses Channels, offene zuerst\n• `{meet} settings`: was dieser Channel hört, und was Admins festlegen\n• `{meet} help`: dieser Text',

  'bad.unknown-option': '{option} kenne ich nicht.',
  'bad.unknown-option-suggested': '{option} kenne ich nicht; meinst du {suggestion}?',
  'bad.missing-value': 'Nach {option} fehlt ein Wert.',
  'bad.repeated-option': '{option} steht mehr als einmal da.',
  'bad.conflicting-options': '{first} und {second} lassen sich nicht kombinieren.',
  'bad.not-offered': '{option} kann der Meeting-Dienst nicht: Er zeichnet alle im Raum auf.',
  'bad.not-a-duration': '{value} kann ich nicht als Dauer lesen; schreib sie wie `30d` oder `12h`.',
  'bad.not-a-date':
    '{value} kann ich nicht als Datum lesen; schreib es wie `Freitag 18:00` oder `31.01.2027 18:00`.',
  'bad.not-a-person': 'Wer {value} ist, weiß ich nicht; tippe nach `--host` ein @ und wähle die Person aus.',
  'bad.too-soon': '{value} heißt {at}, das ist zu früh; ein Raum bleibt länger als 10 Minuten offen.',
  'bad.in-the-past': '{value} heißt {at}, das liegt in der Vergangenheit.',
  'bad.title-missing': 'Ein Raum braucht einen Titel.',
  'bad.title-too-long': 'Der Titel hat {length} Zeichen, höchstens {max} sind möglich.',
  'bad.copy': 'Zum Kopieren: {command}.',
  'bad.no-room': 'Es wurde kein Raum angelegt.',

  'making.lead': 'Der Raum {title} wird angelegt und erscheint gleich hier.',
  'making.offered':
    'Ein Admin hat festgelegt, dass hier nichts von selbst aufgezeichnet wird: Die Aufzeichnung muss gestartet werden und lässt sich stoppen.',
  'making.did-you-mean': 'Meinst du {command}?',
  'making.meanwhile': 'In {other} in diesem Channel sind gerade Leute.',
  'making.not-recorded': 'Ein Admin hat festgelegt, dass hier nichts aufgezeichnet wird.',
  'too-many.lead':
    'Du hast in {minutes, plural, one {der letzten Minute} other {den letzten # Minuten}} {limit, plural, one {# Raum} other {# Räume}} angelegt, deshalb kam keiner dazu.',
  'too-many.next': 'Versuche es in ein paar Minuten erneut.',
  'team-full.lead':
    'Dieser Workspace hat {limit, plural, one {# offenen Raum} other {# offene Räume}}, mehr sind nicht erlaubt, deshalb kam keiner dazu.',
  'team-full.next': 'Nutze einen davon, oder versuche es erneut, wenn einer geschlossen ist.',
  'exists.lead': 'In diesem Channel gibt es schon einen Raum {title}, angelegt von {host}.',
  'exists.making': 'Der Raum {title} wird gerade schon von {host} angelegt und erscheint gleich hier.',
  'exists.next': 'Tritt ihm bei, oder lege einen weiteren mit demselben Titel an.',
  'room-ready.lead': '{title} ist bereit, und du bist Host.',
  'room-ready.start': 'Starte hier; mit „Beitreten“ wärst du nur Gast.',
  'room-ready.open-until': 'Er bleibt bis {until} offen.',
  'room-ready.direct-messages':
    'Seine Karte und seine Aufzeichnungen kommen in deine Direktnachrichten mit dieser App.',
  'room-ready-for.lead': '{title} ist bereit, und {host} ist Host.',
  'room-ready-for.next': 'Ich habe es der Person gesagt. Mit „Beitreten“ nimmst du als Gast teil.',
  'private.only-you': 'Nur du siehst das.',

  'not-made.unreachable': '{title} konnte nicht angelegt werden: Der Meeting-Dienst hat nicht geantwortet.',
  'not-made.error': '{title} konnte nicht angelegt werden: Der Meeting-Dienst meldet einen eigenen Fehler.',
  'not-made.rejected': '{title} konnte nicht angelegt werden: Der Meeting-Dienst hat abgelehnt.',
  'not-made.credentials':
    '{title} konnte nicht angelegt werden: Der Meeting-Dienst akzeptiert unsere Zugangsdaten nicht.',
  'not-made.room-limit':
    '{title} konnte nicht angelegt werden: Der Meeting-Dienst erlaubt 1.000 Räume, alle sind belegt.',
  'not-made.other-wish': 'Dasselbe würde er wieder ablehnen; lege einen mit anderem Titel oder Datum an.',
  'not-made.uncertain':
    'Ich weiß noch immer nicht, ob {title} angelegt wurde: Der Meeting-Dienst gibt keine Auskunft.',
  'not-made.internal': '{title} konnte nicht angelegt werden: In dieser App ist etwas schiefgegangen.',
  'trouble.may-pass': 'Falls das so bleibt, nenne einem Admin diesen Code: {code}, {ref}.',
  'trouble.admin-needed': 'Ein Admin muss handeln: {code}, {ref}.',
  'uncertain.lead': 'Ich weiß noch nicht, ob {title} angelegt wurde; ich prüfe es und melde mich hier.',
  'cannot-post.not-invited':
    'Ich darf in diesem Channel nicht posten, deshalb wurde kein Raum für {title} angelegt.',
  'cannot-post.archived': 'Dieser Channel ist archiviert, deshalb wurde kein Raum für {title} angelegt.',
  'cannot-post.invite-and-retry': 'Gib hier `/invite @Roomtone` ein und klicke dann auf „Erneut versuchen“.',
  'cannot-post.invite': 'Gib hier `/invite @Roomtone` ein und schicke deinen Befehl dann noch einmal.',
  'cannot-post.elsewhere': 'Lege ihn in einem anderen Channel an.',
  'dialog-not-shown.lead': 'Slack hat den Dialog nicht geöffnet.',
  'dialog-not-shown.next': 'Versuche es noch einmal, oder schreib, was du willst: `{meet} Design review`.',
  'settings-not-shown.next': 'Schick `{meet} settings` noch einmal.',
  'settings-elsewhere.lead': 'Einstellungen gehören zu einem Channel; schick `{meet} settings` dort.',
  'settings-refused.lead':
    'Es wurde nichts geändert: {why, select, guest {Gäste dürfen keine Einstellungen ändern} not_admin {Das entscheiden nur Admins} not_in_channel {Du bist nicht in diesem Channel} other {Einstellungen ändern nur Personen aus dem Workspace, der diese App nutzt}}.',
  'settings-saved.lead': 'Die Einstellungen sind gespeichert.',
  'settings-saved.told': 'Was du für andere entschieden hast, steht im Channel.',
  'no-thread-here.lead':
    'In dieser Unterhaltung darf ich nicht posten, deshalb kann unter einer Nachricht hier kein Raum beginnen.',
  'no-thread-here.next':
    'Mit `{meet} Design review` kannst du trotzdem einen anlegen; seine Nachrichten bekommst nur du.',
  'room-refused.lead':
    'Für {title} wurde kein Raum angelegt: {why, select, members_only {Gäste dürfen hier keine Räume anlegen} admins_only {Ein Admin hat festgelegt, dass hier nur Admins Räume anlegen} not_in_channel {Du bist nicht in diesem Channel} other {Das können nur Personen aus dem Workspace, der diese App nutzt}}.',
  'not-offered.lead':
    'Für {title} wurde kein Raum angelegt: {what, select, host_only {Der Meeting-Dienst kann nicht nur den Host aufzeichnen} host_admits {Beim Meeting-Dienst kann der Host nicht einzeln entscheiden, wer hereinkommt} other {Der Meeting-Dienst kann niemanden warten lassen, bis der Host da ist}}.',
  'card-refused.lead': '{title} wurde angelegt, aber Slack hat die Karte in {channel} nicht angenommen.',
  'card-refused.next': 'Beitreten kann man hier, gib diesen Link also selbst weiter: {link}',
  'channel-refused.lead': 'Ich kann in {channel} nichts mehr zu {title} posten.',
  'channel-refused.why':
    '{why, select, archived {Der Channel ist archiviert.} restricted {Slack lässt mich dort nicht posten.} other {Ich bin nicht in dem Channel, oder es gibt ihn nicht mehr.}}',
  'channel-refused.instead':
    'Bis ich es wieder kann, bekommst nur du die Aufzeichnungen, in diesen Direktnachrichten.',
  'channel-refused.next':
    '{why, select, archived {Ist der Channel nicht mehr archiviert, kommen neue Nachrichten wieder dorthin.} restricted {Erlaubt ein Admin es, kommen neue Nachrichten wieder dorthin.} other {Falls es ihn noch gibt, gib dort `/invite @Roomtone` ein; dann kommen neue Nachrichten wieder dorthin.}}',
  'taking-longer.lead': 'Das dauert länger als sonst; ich bin noch dabei und melde mich hier.',
  'host-link.lead': 'Du bist Host von {title}.',
  'host-link.start': 'Starte hier; mit „Beitreten“ wärst du nur Gast. Behalte diesen Link für dich.',
  'not-host.lead': 'Nur {host} als Host von {title} kann den Host-Link abrufen.',
  'not-host.next': 'Mit „Beitreten“ nimmst du als Gast teil.',
  'room-closed.lead': '{title} ist geschlossen; niemand kann mehr beitreten.',
  'room-closed.next': 'Einen neuen Raum legst du mit `{meet}` an.',
  'extend.lead': 'Wie viel länger soll {title} offen bleiben?',
  'extend.now': 'Im Moment schließt er am {until}.',
  'extended.lead': '{title} bleibt jetzt bis {until} offen.',
  'extended.lead-no-date': '{title} bleibt jetzt länger offen.',
  'ends-after-session.lead': '{title} schließt 10 Minuten nach dieser Sitzung.',
  'no-session.lead': 'Niemand ist in {title}, es läuft also keine Sitzung, nach der er schließen könnte.',
  'no-session.next': 'Zum Schließen klicke auf seiner Karte auf „Raum schließen“.',
  'closes-by-itself.lead':
    '{title} ist ein Raum für jetzt: Er schließt von selbst 10 Minuten nach der letzten Person, das lässt sich nicht ändern.',
  'closing.lead': '{title} schließt um {at}.',
  'closing.lead-no-date': '{title} schließt in etwa 10 Minuten.',
  'closing.next': 'Wer den Link hat, kann bis dahin beitreten. Die Aufzeichnungen bleiben.',
  'recording-set.lead':
    '{outcome, select, starting {Die Aufzeichnung von {title} startet; der Channel erfährt, wenn sie läuft.} stopping {Die Aufzeichnung von {title} stoppt; der Channel erfährt, wenn das Video da ist.} already_on {{title} wird schon aufgezeichnet.} already_off {{title} wird gerade nicht aufgezeichnet.} other {In {title} ist niemand, es gibt also nichts aufzuzeichnen.}}',
  'set-recording-refused.lead':
    'Nur {host}, der Host, kann die Aufzeichnung von {title} starten und stoppen.',
  'change-refused.lead':
    'Es wurde nichts geändert; {title} können nur {host} als Host und Workspace-Admins ändern.',
  'hand-over.lead': 'Wer soll Host von {title} sein?',
  'hand-over.choose': 'Person auswählen',
  'handed-over.lead': '{host} ist jetzt Host von {title}.',
  'handed-over.next':
    'Ich habe es der Person gesagt. {oldLink, select, works {Ein alter Host-Link gilt weiter für alle, die ihn haben.} other {Alte Host-Links gelten nicht mehr.}}',
  'host-refused.gone':
    '{what, select, room {Es wurde kein Raum angelegt} other {Es wurde nichts geändert}}; das Konto von {person} ist deaktiviert und kann nicht Host von {title} sein.',
  'host-refused.bot':
    '{what, select, room {Es wurde kein Raum angelegt} other {Es wurde nichts geändert}}; {person} ist eine App und kann nicht Host von {title} sein.',
  'host-refused.other-workspace':
    '{what, select, room {Es wurde kein Raum angelegt} other {Es wurde nichts geändert}}; {person} gehört zu einem anderen Workspace und kann nicht Host von {title} sein.',
  'host-refused.not-in-channel':
    '{what, select, room {Es wurde kein Raum angelegt} other {Es wurde nichts geändert}}; {person} ist nicht im Channel von {title}. Lade die Person dort erst ein.',
  'host-now.lead': '{by} hat dich zum Host von {title} gemacht.',
  'host-now.next': 'Starte mit dem Host-Link; mit „Beitreten“ wärst du nur Gast.',
  'rooms.lead': 'Hier sind die Räume dieses Channels, offene zuerst.',
  'rooms.further': 'Hier sind weitere Räume dieses Channels.',
  'rooms.none': 'Dieser Channel hat noch keine Räume.',
  'rooms.how-to-make': 'Einen legst du mit `{meet} Design review` an.',
  'rooms.row': '{title}, von {host}.',
  'rooms.making': '{title}, von {host}, wird gerade angelegt.',
  'room-unknown.lead': 'Diesen Raum kenne ich nicht mehr.',

  'link.lead': 'Hier ist die Aufzeichnung von {title}, {when}.',
  'link.works-until':
    'Gilt bis {until} für alle, die ihn haben: bitte nicht weitergeben. Einen neuen gibt es über „Link abrufen“.',
  'link.works-a-while':
    'Gilt kurze Zeit für alle, die ihn haben: bitte nicht weitergeben. Einen neuen gibt es über „Link abrufen“.',
  'link.facts':
    'Aufzeichnung {recordingId} · Sitzung {sessionId} · laut {according} verschlüsselt in {place} gespeichert ({encryption})',
  'elsewhere.lead': 'Die Aufzeichnung von {title}, {when}, liegt im eigenen Speicher deiner Organisation.',
  'elsewhere.next':
    'Dafür macht der Meeting-Dienst keine Links; ein Admin findet sie dort unter diesen Kennungen.',
  'elsewhere.ids': 'Aufzeichnung {recordingId} · Sitzung {sessionId}',
  'recording-unknown.lead': 'Diese Aufzeichnung finde ich in diesem Channel nicht.',
  'link-refused.lead':
    'Den Link zur Aufzeichnung von {title} kann nur {host} abrufen; das hat ein Admin so festgelegt.',
  'recordings-refused.lead': 'Diese Aufzeichnungen sehen nur Mitglieder dieses Channels.',
  'recording-not-ready.lead':
    'Die Aufzeichnung von {title} wird noch hochgeladen, deshalb gibt es noch keinen Link.',
  'recording-removed.lead': 'Die Aufzeichnung von {title}, {when}, ist nicht mehr verfügbar.',
  'list.some':
    '{scope, select, recording {Hier ist die Aufzeichnung.} session {Diese Sitzung hat {count, plural, one {# Aufzeichnung} other {# Aufzeichnungen, neueste zuerst}}.} room {Dieser Raum hat {count, plural, one {# Aufzeichnung} other {# Aufzeichnungen, neueste zuerst}}.} other {Dieser Channel hat {count, plural, one {# Aufzeichnung} other {# Aufzeichnungen, neueste zuerst}}.}}',
  'list.none':
    '{scope, select, recording {Diese Aufzeichnung ist nicht verfügbar.} session {Diese Sitzung hat keine Aufzeichnungen.} room {Dieser Raum hat noch keine Aufzeichnungen.} other {Dieser Channel hat noch keine Aufzeichnungen.}}',
  'list.some-of-more':
    '{scope, select, session {Hier sind die neuesten {count} Aufzeichnungen dieser Sitzung; es gibt mehr.} other {Hier sind die neuesten {count} Aufzeichnungen; es gibt mehr.}}',
  'list.further':
    'Hier {count, plural, one {ist # weitere Aufzeichnung} other {sind # weitere Aufzeichnungen}}, neueste zuerst.',
  'list.found':
    '{count, plural, =0 {In diesem Channel wurde keine Aufzeichnung gefunden.} one {In diesem Channel wurde eine Aufzeichnung gefunden.} other {In diesem Channel wurden # Aufzeichnungen gefunden, neueste zuerst.}}',
  'list.searched': 'Gesucht: {filters}.',
  'list.filter-text': '„{text}“ im Titel',
  'list.filter-host': 'Räume von {host}',
  'list.filter-since': 'aufgezeichnet seit {since}',
  'list.how-to-search': 'So kannst du die Liste eingrenzen: `{recordings} budget @ada letzte 30 Tage`.',
  'list.links-of-hosts': 'Die Links bekommt nur, wer Host des Raums ist; so hat es ein Admin entschieden.',
  'list.row':
    '{title}, {when}{length, select, unknown {} other {, {length}}}{of, plural, =1 {} other {, {index} von {of}}}. Verfügbar bis {keptUntil}; {daysLeft, plural, =0 {heute ist der letzte Tag} one {noch # Tag} other {noch # Tage}}.',
  'list.row-over':
    '{title}, {when}{length, select, unknown {} other {, {length}}}{of, plural, =1 {} other {, {index} von {of}}}. War verfügbar bis {keptUntil}.',
  'list.row-uploading':
    '{title}, {when}{of, plural, =1 {} other {, {index} von {of}}}. Wird noch aufgezeichnet oder hochgeladen.',
  'list.row-failed':
    '{title}, {when}{of, plural, =1 {} other {, {index} von {of}}}. Die Aufzeichnung ist fehlgeschlagen; es gibt kein Video.',
  'shared.lead':
    '{by} teilt eine Aufzeichnung: {title}, {when}{length, select, unknown {} other {, {length}}}{of, plural, =1 {} other {, {index} von {of}}}.',
  'shared.kept': 'Verfügbar bis {keptUntil}. Den Link bekommt, wer ihn abruft.',
  'shared.removed': '{by} hat eine Aufzeichnung geteilt, die nicht mehr verfügbar ist: {title}, {when}.',
  'recording-shared.lead':
    'Die Aufzeichnung von {title} steht jetzt im Channel; den Link ruft dort jede Person selbst ab.',
  'reminder.lead':
    '{count, plural, one {Eine deiner Aufzeichnungen verschwindet bald.} other {# deiner Aufzeichnungen verschwinden bald.}} Sichere, was du behalten willst; nach dem letzten Tag kann sie niemand zurückholen.',
  'reminder.removed': '{title}, {when}. Nicht mehr verfügbar.',
  'reminder.more':
    'Es {count, plural, one {gibt noch eine weitere} other {gibt noch # weitere}}; der Home-Tab dieser App zeigt alle, die bald verschwinden.',
  'reminders.on': 'Du wirst wieder erinnert, bevor deine Aufzeichnungen verschwinden.',
  'reminders.off': 'Du wirst nicht mehr erinnert, bevor deine Aufzeichnungen verschwinden.',
  'reminders.way-back': 'Im Home-Tab dieser App kannst du dich wieder erinnern lassen.',
  'home.needs-you': 'Braucht dich',
  'home.rooms': 'Deine offenen Räume',
  'home.no-rooms': 'Keiner deiner Räume ist offen.',
  'home.recordings': 'Deine Aufzeichnungen',
  'home.no-recordings': 'Du hast keine Aufzeichnungen.',
  'home.no-other-recordings': 'Keine Aufzeichnungen außer denen oben.',
  'home.none-yet': 'Räume, die du anlegst, und was darin aufgezeichnet wird, erscheinen hier.',
  'home.step-room':
    '1. Gib in einem Channel `{meet} Design review` ein: Dort erscheint ein Videoraum, und du bist Host.',
  'home.step-record':
    '2. Trefft euch. Jede Sitzung wird von selbst aufgezeichnet, und der Channel erfährt, wenn eine Aufzeichnung bereit ist.',
  'home.step-recordings':
    '3. Mit `{recordings}` siehst du in einem Channel dessen Aufzeichnungen, hier deine.',
  'home.guest':
    'Hier stünden Räume, deren Host du bist. In diesem Workspace kannst du keine anlegen; du kannst denen in deinen Channels beitreten und dort ihre Aufzeichnungen abrufen.',
  'home.room': '{title} in {channel}.',
  'home.room-direct': '{title}, angelegt in Direktnachrichten.',
  'home.failed': '{title} konnte am {day} nicht angelegt werden.',
  'home.failed-invite': 'Gib in {channel} `/invite @Roomtone` ein und klicke dann auf „Erneut versuchen“.',
  'home.failed-other-wish':
    'Der Meeting-Dienst hat abgelehnt und würde es wieder tun; lege einen mit anderem Titel oder Datum an.',
  'home.failed-ask-admin': 'Erst muss ein Admin handeln; lege ihn danach neu an.',
  'home.failed-other-channel': 'Der Channel ist archiviert; lege ihn in einem anderen an.',
  'home.failed-not-allowed': 'Ein Admin hat entschieden, dass du dort keine Räume mehr anlegen kannst.',
  'home.more-rooms': 'Nur die neuesten {count} sind zu sehen.',
  'home.more-recordings':
    'Nur die neuesten {count} sind zu sehen; `{recordings}` in einem Channel zeigt alle von dort.',
  'home.more-soon': 'Nur die ersten {count} sind zu sehen.',
  'home.reminders-on':
    'Du bekommst eine Direktnachricht, bevor deine Aufzeichnungen verschwinden: {first, plural, =1 {1 Tag vorher} other {# Tage und 1 Tag vorher}}.',
  'home.reminders-off': 'Du wirst nicht erinnert, bevor deine Aufzeichnungen verschwinden.',
  'home.workspace': 'Workspace',
  'home.live-rooms':
    '{live, plural, one {# von {limit, plural, one {# Raum} other {# Räumen}} wird angelegt oder ist offen} other {# von {limit, plural, one {# Raum} other {# Räumen}} werden angelegt oder sind offen}}.',
  'home.settings':
    'Unter „Einstellungen“ oder mit `{meet} settings` in irgendeinem Channel legst du fest, wer Räume anlegen, Links sehen, löschen und aufzeichnen darf, dort oder überall.',
  'home.buried':
    '{count, plural, =0 {Kein Auftrag wartet auf den Betrieb.} one {Ein Auftrag ist gescheitert und wartet auf den Betrieb.} other {# Aufträge sind gescheitert und warten auf den Betrieb.}}',
  'share-refused.lead':
    'Es wurde nichts geteilt; die Aufzeichnung von {title} können nur Mitglieder des Channels dort teilen.',
  'delete-refused.lead':
    'Es wurde nichts gelöscht; {rule, select, nobody {ein Admin hat festgelegt, dass hier niemand Aufzeichnungen löscht, deshalb bleibt die von {title}, solange sie verfügbar ist} members {die Aufzeichnung von {title} können nur {host} als Host des Raums, Admins und Mitglieder des Channels löschen} other {die Aufzeichnung von {title} können nur {host} als Host des Raums und Workspace-Admins löschen}}.',
  'delete-too-early.lead': 'Noch nicht gelöscht: Die Aufzeichnung von {title} wird noch hochgeladen.',
  'later.try-again': 'Versuche es in ein paar Minuten erneut.',
  'deleted.lead': 'Die Aufzeichnung von {title}, {when}, ist gelöscht.',
  'failed.link': 'Ich konnte den Link nicht abrufen.',
  'failed.delete': 'Ich konnte nicht sicherstellen, dass die Aufzeichnung gelöscht ist.',
  'failed.host-link': 'Ich konnte den Host-Link nicht abrufen.',
  'failed.settings': 'Ich konnte nicht sicherstellen, dass die Einstellungen gespeichert sind.',
  'failed.policy-message':
    'Die Einstellungen sind gespeichert, aber ich konnte im Channel nicht posten, was du entschieden hast.',
  'failed.share': 'Ich konnte die Aufzeichnung nicht teilen.',
  'failed.recordings': 'Ich konnte die Liste der Aufzeichnungen nicht abrufen.',
  'failed.channel-shut':
    '{why, select, archived {Der Channel des Raums ist archiviert; versuche es erneut, wenn er es nicht mehr ist.} restricted {Slack lässt mich im Channel des Raums nicht posten; ein Admin kann das ändern.} other {Slack lässt mich nicht in den Channel des Raums schauen. Falls es ihn noch gibt, gib dort `/invite @Roomtone` ein und versuche es dann erneut.}}',
  'failed.change': 'Ich konnte nicht sicherstellen, dass der Raum geändert ist.',
  'failed.recording': 'Ich konnte nicht sicherstellen, dass die Aufzeichnung gestartet oder gestoppt ist.',
  'failed.rooms': 'Ich konnte die Liste der Räume nicht abrufen.',
  'failed.next':
    'Versuche es in ein paar Minuten erneut. Falls das so bleibt, nenne einem Admin diesen Code: {code}, {ref}.',
};
