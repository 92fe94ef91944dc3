import type { WordKey } from './en.ts';

/** German; it says „du“. */
export const de: Readonly<Record<WordKey, string>> = {
  loading: 'Einen Moment …',
  'unreachable.title': 'Nicht erreichbar',
  unreachable: 'Der Raum ist gerade nicht erreichbar. Prüfe deine Verbindung und versuche es erneut.',
  'unknown.title': 'Hier ist kein Raum',
  unknown:
    'Zu diesem Link gehört kein Raum. Öffne ihn noch einmal aus Slack oder lege mit /meet einen neuen Raum an.',
  expired:
    'Dieser Raum ist geschlossen. Lege mit /meet in Slack einen neuen an; seine Aufzeichnungen bleiben im Channel.',
  full: 'Dieser Raum ist voll. Sobald jemand geht, kannst du hinein; diese Seite öffnet sich dann von selbst.',
  'not-yet': 'Dieser Raum ist noch nicht offen. Diese Seite öffnet sich von selbst, sobald er es ist.',
  unsupported:
    'Dieser Browser kann nicht an Video-Meetings teilnehmen. Öffne den Link in einem aktuellen Chrome, Edge, Firefox oder Safari.',
  removed: 'Der Host hat dich aus dem Raum entfernt.',
  lost: 'Die Verbindung ist abgerissen, du bist nicht mehr im Raum.',
  left: 'Du hast den Raum verlassen. Danke, dass du da warst.',
  'try-again': 'Erneut versuchen',
  'join-again': 'Wieder beitreten',

  'lobby.host': 'Du bist Host.',
  'lobby.guest': 'Du trittst als Gast bei.',
  'lobby.host-awaited':
    'Der Host ist noch nicht da. Du kannst dich vorbereiten und wirst eingelassen, sobald der Host kommt.',
  'consent.automatic': 'Dieses Meeting wird aufgezeichnet. Wenn du beitrittst, stimmst du zu.',
  'consent.offered':
    'Dieses Meeting kann aufgezeichnet werden; du siehst, wann. Wenn du beitrittst, stimmst du zu.',
  'consent.none': 'Dieses Meeting wird nicht aufgezeichnet.',
  name: 'Dein Name',
  join: 'Beitreten',
  joining: 'Verbindung wird aufgebaut …',
  'join.failed': 'Die Verbindung kam nicht zustande. Bitte versuche es erneut.',
  'preview.label': 'Dein Bild',
  'preview.off': 'Deine Kamera ist aus',
  'preview.asking':
    'Roomtone fragt nach deiner Kamera und deinem Mikrofon. Noch sieht und hört dich niemand.',
  'device.camera': 'Kamera',
  'device.microphone': 'Mikrofon',
  'device.level': 'Pegel des Mikrofons',
  'device.speak': 'Sag etwas: Der Balken bewegt sich, wenn man dich hören kann.',
  'camera.blocked':
    'Die Kamera ist nicht erlaubt. Erlaube sie in der Adresszeile des Browsers und prüfe dann erneut.',
  'camera.missing':
    'Es wurde keine Kamera gefunden, oder ein anderes Programm benutzt sie. Du kannst ohne beitreten.',
  'microphone.blocked':
    'Das Mikrofon ist nicht erlaubt. Erlaube es in der Adresszeile des Browsers und prüfe dann erneut.',
  'microphone.missing':
    'Es wurde kein Mikrofon gefunden, oder ein anderes Programm benutzt es. Du kannst beitreten und zuhören.',
  'check-again': 'Erneut prüfen',
  'slack-browser':
    'Der Browser von Slack gibt oft weder Kamera noch Mikrofon frei. Öffne diese Seite in deinem Browser.',
  'open-in-browser': 'In deinem Browser öffnen',
  'copy-link': 'Link kopieren',
  'link-copied': 'Kopiert. Füge ihn in die Adresszeile deines Browsers ein.',
  'link-not-copied': 'Das Kopieren ging nicht. Wähle im Menü dieser Seite „Im Browser öffnen“.',

  waiting: 'Warten auf den Host. Diese Seite lässt dich ein, sobald der Host da ist.',
  'waiting.stop': 'Nicht mehr warten',

  pictures: 'Bilder',
  'recording.on': 'Aufzeichnung läuft',
  'recording.off': 'Keine Aufzeichnung',
  'recording.none': 'Aufzeichnen ist abgeschaltet',
  reconnecting: 'Die Verbindung ist weg. Sie wird gerade wieder aufgebaut …',
  'control.mute': 'Stumm schalten',
  'control.unmute': 'Mikrofon an',
  'control.camera-off': 'Kamera aus',
  'control.camera-on': 'Kamera an',
  'control.share': 'Bildschirm teilen',
  'control.stop-share': 'Teilen beenden',
  'control.people': 'Personen',
  'control.leave': 'Verlassen',
  controls: 'Steuerung',
  people: 'Im Raum ({count})',
  'people.more': 'Ohne Kachel: {count}',
  'person.you': '{name} (du)',
  'person.host': 'Host',
  'person.muted': 'Mikrofon aus',
  'person.screen': 'Bildschirm von {name}',
  'person.mute': 'Stumm schalten',
  'person.mute-name': '{name} stumm schalten',
  'person.remove': 'Entfernen',
  'person.remove-name': '{name} entfernen',
  'remove.question': '{name} aus dem Raum entfernen?',
  'remove.what': '{name} muss sofort gehen und kann mit dem Link wiederkommen.',
  'remove.keep': 'Abbrechen',
  'news.joined': '{name} ist beigetreten.',
  'news.left': '{name} hat den Raum verlassen.',
  'news.shares': '{name} teilt einen Bildschirm.',
  'news.muted': 'Der Host hat dich stumm geschaltet.',
  'news.failed': 'Das ging nicht: {name}.',
  'news.recording-on': 'Die Aufzeichnung hat begonnen.',
  'news.recording-off': 'Die Aufzeichnung ist beendet.',
};
