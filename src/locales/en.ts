/** English, and by its keys the list of everything Roomtone says. Each message is whole sentences in ICU MessageFormat. */
export const en = {
  'button.start-as-host': 'Start as host',
  'button.join': 'Join',
  'button.join-that-one': 'Join that one',
  'button.host-link': 'Host link',
  'button.recordings': 'Recordings',
  'button.retry': 'Try again',
  'button.make-another': 'Make another',
  'button.new-room': 'New meeting room',
  'button.settings': 'Settings',
  'button.extend': 'Extend',
  'button.extend-by-day': 'By a day',
  'button.extend-by-week': 'By a week',
  'button.extend-by-month': 'By 30 days',
  'button.end-after-session': 'End after this session',
  'button.start-recording': 'Start recording',
  'button.stop-recording': 'Stop recording',
  'button.close-room': 'Close room',
  'button.hand-over': 'Hand over',
  'button.open-again': 'Open again',
  'button.get-link': 'Get link',
  'button.download': 'Download video (MP4)',
  'button.delete': 'Delete',
  'button.share': 'Share in channel',
  'button.delete-now': 'Delete now',
  'button.stop-reminders': 'No more reminders',
  'button.start-reminders': 'Remind me again',
  'button.previous': 'Previous',
  'button.next': 'Next',
  'label.room': '{button}: {title}',
  'label.reminders': '{button}: before recordings expire',
  'label.previous': '{button}: newer recordings',
  'label.previous-rooms': '{button}: rooms further up',
  'label.next-rooms': '{button}: more rooms',
  'label.next': '{button}: older recordings',
  'label.recording': '{button}: {title}, {moment}{of, plural, =1 {} other {, {index} of {of}}}',

  'delete.question': 'Delete this recording?',
  'delete.what':
    '"{title}", {day}{length, select, unknown {} other {, {length}}}, will be deleted for everyone. This can\'t be undone. {who, select, members {Anyone in the channel but guests can do this.} other {Only {host}, who made the room, and workspace admins can do this.}}',
  'delete.confirm': 'Delete recording',
  'delete.deny': 'Keep it',

  'form.title': 'New meeting room',
  'form.submit': 'Make room',
  'form.close': 'Cancel',
  'form.in-thread': "The room's card and its recordings will be replies to the message you chose.",
  'form.title-field': 'Title',
  'form.kind': 'How long is it needed?',
  'form.kind.now': 'For now: it closes 10 minutes after the last person leaves',
  'form.kind.until': 'Until a date: it stays open between sessions',
  'form.until': 'Open until',
  'form.until-hint': 'In your time zone, more than 10 minutes from now.',
  'form.recording': 'Recording',
  'form.recording.automatic': 'Every session, automatically',
  'form.recording.host-only': 'Every session, but only the host and shared screens',
  'form.recording.offered': 'Only when someone starts it',
  'form.recording.off': 'Switched off',
  'form.recording-hint': "Automatic recording can't be stopped.",
  'form.recording-limited': 'An admin has decided what can be chosen here.',
  'form.join': 'Who may join?',
  'form.join.everyone': 'Everyone who has the link',
  'form.join.after-host': 'Everyone, once the host is there',
  'form.join.host-admits': 'Whoever the host lets in',
  'form.channel': 'Channel for its card and recordings',
  'form.channel-hint': 'Everyone in that channel can join.',
  'form.fault.title-too-long': 'A title has at most {max} characters.',
  'form.fault.date-missing': 'Choose a date and a time.',
  'form.fault.in-the-past': 'That is in the past.',
  'form.fault.too-soon': 'That is too soon; a room stays open for more than 10 minutes.',
  'form.fault.only-offered': 'In that channel people start recordings themselves; an admin has decided so.',
  'form.fault.not-recorded': 'In that channel nothing is recorded; an admin has decided so.',
  'form.fault.not-offered': "The meeting service can't do that.",
  'form.fault.channel-missing': 'Choose a channel.',
  'form.fault.not-a-member': 'You are not in that channel. Join it first.',
  'form.fault.hidden-channel': "I can't post in that channel. Type /invite @Roomtone there first.",
  'form.fault.outdated': 'This dialog is out of date. Close it and open it again.',

  'close.question': 'Close this room?',
  'close.what':
    '"{title}" will close in about 10 minutes. People who have the link can join until then. Its recordings stay.',
  'close.confirm': 'Close room',
  'close.deny': 'Keep it open',

  'settings.title': 'Settings',
  'settings.submit': 'Save',
  'settings.place-lead':
    'Each channel has its own: what it hears of recordings, in which language, and whether hosts are reminded. Admins also decide there what holds for everybody.',
  'settings.place': 'Channel',
  'settings.lead': 'What members of this channel choose for it.',
  'settings.notify': 'What the channel hears of recordings',
  'settings.notify.messages': 'Started, ended and ready: a message each',
  'settings.notify.thread': 'Started and ended as replies under the card; ready as a message',
  'settings.notify.quiet': 'Only when a recording is ready',
  'settings.language': 'Language of the messages',
  'settings.language.host': "The language of each room's host",
  'settings.language.en': 'English',
  'settings.language.de': 'Deutsch',
  'settings.reminders': 'Remind hosts before their recordings expire?',
  'settings.reminders.yes': 'Yes, at the latest the day before',
  'settings.reminders.no': 'No',
  'settings.workspace': 'The whole workspace',
  'settings.workspace-lead':
    'Only admins see and decide this. What you change is posted in this channel with your name.',
  'settings.channel': 'Stricter in this channel',
  'settings.channel-lead': 'A channel can be stricter than the workspace, never looser.',
  'policy.as-above': 'As in the whole workspace',
  'policy.make-rooms': 'Who may make rooms',
  'policy.make-rooms.members-and-guests': 'Members and guests',
  'policy.make-rooms.members': 'Members',
  'policy.make-rooms.admins': 'Only admins',
  'policy.delete-recordings': 'Who may delete recordings',
  'policy.delete-recordings.members': 'The host, admins and members of the channel',
  'policy.delete-recordings.host-and-admins': 'The host and admins',
  'policy.delete-recordings.nobody': 'Nobody',
  'policy.see-links': 'Who may get links to recordings',
  'policy.see-links.members': 'Everyone in the channel',
  'policy.see-links.host-only': 'Only the host',
  'policy.recording': 'The most that is recorded',
  'policy.recording.automatic': 'Every session, automatically',
  'policy.recording.offered': 'What people in the room start themselves',
  'policy.recording.none': 'Nothing',
  'policy-changed.lead': '{by} has changed what people may do with rooms and recordings.',
  'policy-changed.line':
    '• {rule}, {scope, select, workspace {in the whole workspace} other {in this channel}}: {value}.',

  'card.lead': '{title}: a video room by {host}.',
  'card.recorded':
    "Every session is recorded automatically and the recording can't be stopped; everyone who joins is recorded.",
  'card.recorded-host-only':
    "Every session is recorded automatically and the recording can't be stopped. Only the host and shared screens are recorded.",
  'card.offered': 'People in the room can start and stop recording; it records everyone in the room.',
  'card.offered-host-only':
    'People in the room can start and stop recording. Only the host and shared screens are recorded.',
  'card.offered-to-host':
    'While somebody is in the room, the host can start and stop recording here; it records everyone in the room.',
  'card.not-recorded': 'Recording is switched off.',
  'card.closes': 'Closes at {at} if nobody joins, otherwise 10 minutes after the last person leaves.',
  'card.closes-when-empty': 'Closes when nobody has been in it for 10 minutes.',
  'card.open-until': 'Open until {until}.',
  'card.stays-open': 'Stays open between sessions.',
  'card.closes-after-session': 'Closes 10 minutes after this session ends.',
  'card.closed': 'This room is closed; nobody can join any more.',

  'now.in-session':
    'In session{start, select, unknown {} other { since {since}}}{people, plural, =0 {} other {: {names}}}.',
  'now.nameless': 'somebody without a name',
  'now.others': '{others, plural, one {# other} other {# others}}',
  'now.recording-on': 'Recording is on.',
  'now.recording-off': 'Recording is off at the moment.',
  'now.between': 'Nobody is in it; the last session ended on {day} at {time}.',

  'started.lead': 'Recording started in {title} at {at}.',
  'ended.lead': 'Recording ended in {title}{length, select, unknown {} other { after {length}}}.',
  'ended.uploading': 'The video is being uploaded and will be posted here.',
  'ended.processing': 'The video is still being processed and will be posted here when it is ready.',
  'ended.late':
    'The video is late: the meeting service has not handed it over yet. It will be posted here when it arrives; nobody has to do anything.',
  'ended.missing':
    'The video could not be found: the meeting service never handed it over. If you need it, give an admin its id: {recordingId}.',
  'ended.ready': 'The video is ready.',
  'ended.ready-link': 'The video is ready: {link}.',
  'ended.ready-link-text': 'go to the recording',
  'ended.failed': 'There will be no video: the recording failed.',
  'ended.removed': 'The video is no longer available.',

  'ready.lead':
    'Recording ready: {title}, {when}{end, select, told {} other { to {end}}}{length, select, unknown {} other {, {length}}}{of, plural, =1 {} other {, {index} of {of}}}.',
  'ready.for-channel':
    'Kept until {keptUntil}. {opens, select, host_only {Only {host} can get the link} other {Everyone in this channel can get the link}}; {deletes, select, nobody {nobody can delete it} members {anyone here but guests can delete it} other {{host} and admins can delete it}}.',
  'ready.for-host':
    'Kept until {keptUntil}. {opens, select, host_only {Only you can get the link} other {Everyone in the conversation where you made the room can get the link there}}; {deletes, select, nobody {nobody can delete it} members {anyone there but guests can delete it} other {you and admins can delete it}}.',
  'recording-failed.lead': 'Recording failed: {title}, {when}; there will be no video.',
  'recording-failed.reason':
    'The meeting service gives the reason {reason}. To look into it, an admin needs this id: {recordingId}.',
  'recording-failed.no-reason':
    'The meeting service gives no reason. To look into it, an admin needs this id: {recordingId}.',
  'removed.deleted': 'Recording of {title}, {when}: deleted by {by} on {day} at {time}.',
  'removed.gone': 'Recording of {title}, {when}: no longer available since {day}.',

  'help.lead': 'Type `{meet} Design review` to make a video room in this channel that records every session.',
  'help.rooms':
    '• `{meet} Design review`: a room for now; it closes 10 minutes after the last person leaves\n• `{meet} Weekly sync --for 30d`: a room that stays open for 30 days\n• `{meet} Weekly sync --until Friday 18:00`: a room that stays open until then, in your time zone',
  'help.options':
    'With any of them:\n{hostOnly, select, yes {• `--host-only`: record only the host and shared screens\n} other {}}• `--manual`: nothing is recorded until someone starts it\n• `--no-recording`: recording is switched off\n• `--host @name`: somebody else is the host',
  'help.recordings':
    "• `{recordings}`: this channel's recordings, newest first, with links\n• `{recordings} budget @ada last 30d`: only those with that in the title, of that host, of that time; `from 2026-11-01` works, too\n• `{recordings} &lt;id&gt;`: one recording, or those of one session\n• `{meet} rooms`: this channel's rooms, open ones first\n• `{meet} settings`: what this channel hears, and what admins decide\n• `{meet} help`: this text",

  'bad.unknown-option': "I don't know {option}.",
  'bad.unknown-option-suggested': "I don't know {option}; did you mean {suggestion}?",
  'bad.missing-value': '{option} needs a value after it.',
  'bad.repeated-option': '{option} is there more than once.',
  'bad.conflicting-options': "{first} and {second} can't be combined.",
  'bad.not-offered': "The meeting service can't do {option}: it records everyone in the room.",
  'bad.not-a-duration': "I can't read {value} as a duration; write it like `30d` or `12h`.",
  'bad.not-a-date': "I can't read {value} as a date; write it like `Friday 18:00` or `2027-01-31 18:00`.",
  'bad.not-a-person': "I can't tell who {value} is; type @ after `--host` and choose the person.",
  'bad.too-soon': '{value} means {at}, which is too soon; a room stays open for more than 10 minutes.',
  'bad.in-the-past': '{value} means {at}, which is in the past.',
  'bad.title-missing': 'A room needs a title.',
  'bad.title-too-long': 'The title has {length} characters, and {max} is the most a room can have.',
  'bad.copy': 'Copy this: {command}.',
  'bad.no-room': 'No room was made.',

  'making.lead': 'Making the room {title}; it appears here in a moment.',
  'making.offered':
    'An admin has decided that nothing here is recorded by itself: recording has to be started, and can be stopped.',
  'making.did-you-mean': 'Did you mean {command}?',
  'making.meanwhile': 'People are in {other} in this channel just now.',
  'making.not-recorded': 'An admin has decided that nothing here is recorded.',
  'too-many.lead':
    'You made {limit, plural, one {# room} other {# rooms}} in the last {minutes, plural, one {minute} other {# minutes}}, so no other was made.',
  'too-many.next': 'Try again in a few minutes.',
  'team-full.lead':
    'This workspace has {limit, plural, one {# open room} other {# open rooms}}, the most it may have, so no other was made.',
  'team-full.next': 'Use one of them, or try again when one has closed.',
  'exists.lead': 'There already is a room {title} in this channel, made by {host}.',
  'exists.making': 'The room {title} is already being made, by {host}; it appears here in a moment.',
  'exists.next': 'Join it, or make another one with the same title.',
  'room-ready.lead': '{title} is ready and you are its host.',
  'room-ready.start': 'Start here; with Join you would be a guest.',
  'room-ready.open-until': 'It stays open until {until}.',
  'room-ready.direct-messages': 'Its card and its recordings go to your direct messages with this app.',
  'room-ready-for.lead': '{title} is ready and {host} is its host.',
  'room-ready-for.next': 'I told them. With Join you take part as a guest.',
  'private.only-you': 'Only you see this.',

  'not-made.unreachable': '{title} could not be made: the meeting service did not answer.',
  'not-made.error': '{title} could not be made: the meeting service reported an error of its own.',
  'not-made.rejected': '{title} could not be made: the meeting service refused it.',
  'not-made.credentials': '{title} could not be made: the meeting service does not accept our credentials.',
  'not-made.room-limit':
    '{title} could not be made: the meeting service allows 1,000 rooms and all are in use.',
  'not-made.uncertain': "I still can't tell whether {title} was made: the meeting service does not say.",
  'not-made.internal': '{title} could not be made: something went wrong in this app.',
  'trouble.may-pass': 'If it keeps happening, give an admin this code: {code}, {ref}.',
  'trouble.admin-needed': 'An admin needs to act: {code}, {ref}.',
  'uncertain.lead': "I can't tell yet whether {title} was made; I'm checking and will tell you here.",
  'cannot-post.not-invited': "I can't post in this channel, so no room was made for {title}.",
  'cannot-post.archived': 'This channel is archived, so no room was made for {title}.',
  'cannot-post.invite-and-retry': 'Type `/invite @Roomtone` here, then press Try again.',
  'cannot-post.invite': 'Type `/invite @Roomtone` here, then send your command again.',
  'cannot-post.elsewhere': 'Make it in another channel.',
  'dialog-not-shown.lead': 'Slack did not open the dialog.',
  'dialog-not-shown.next': 'Try again, or type what you want: `{meet} Design review`.',
  'settings-not-shown.next': 'Send `{meet} settings` again.',
  'settings-elsewhere.lead': 'Settings belong to a channel; send `{meet} settings` there.',
  'settings-refused.lead':
    'Nothing was changed: {why, select, guest {guests may not change settings} not_admin {only admins decide that} not_in_channel {you are not in that channel} other {only people of the workspace that uses this app can change its settings}}.',
  'settings-saved.lead': 'The settings are saved.',
  'settings-saved.told': 'What you decided for others is posted in the channel.',
  'no-thread-here.lead': "I can't post in this conversation, so no room can start under a message here.",
  'no-thread-here.next': 'With `{meet} Design review` you can still make one; its messages go to you alone.',
  'room-refused.lead':
    'No room was made for {title}: {why, select, members_only {guests may not make rooms here} admins_only {an admin has decided that only admins make rooms here} not_in_channel {you are not in that channel} other {only people of the workspace that uses this app can make rooms}}.',
  'not-offered.lead':
    "No room was made for {title}: {what, select, host_only {the meeting service can't record only the host} host_admits {the meeting service can't have the host let people in one by one} other {the meeting service can't keep people out until the host is there}}.",
  'card-refused.lead': '{title} was made, but Slack did not take its card in {channel}.',
  'card-refused.next': 'People can join here, so pass this link on yourself: {link}',
  'channel-refused.lead': "I can't post about {title} in {channel} any more.",
  'channel-refused.why':
    '{why, select, archived {The channel is archived.} restricted {Slack does not let me post there.} other {I am not in the channel, or it is gone.}}',
  'channel-refused.instead': 'Until I can, its recordings come to you alone, in these direct messages.',
  'channel-refused.next':
    '{why, select, archived {Once the channel is unarchived, new messages go there again.} restricted {Once an admin allows it, new messages go there again.} other {If it is still there, type `/invite @Roomtone` in it, and new messages go there again.}}',
  'taking-longer.lead': "This takes longer than usual; I'm still at it and will tell you here.",
  'host-link.lead': 'You are the host of {title}.',
  'host-link.start': 'Start here; with Join you would be a guest. Keep this link to yourself.',
  'not-host.lead': 'Only {host}, who made {title}, can get its host link.',
  'not-host.next': 'With Join you take part as a guest.',
  'room-closed.lead': '{title} is closed; nobody can join any more.',
  'room-closed.next': 'Make a new room with `{meet}`.',
  'extend.lead': 'How much longer should {title} stay open?',
  'extend.now': 'At the moment it closes on {until}.',
  'extended.lead': '{title} now stays open until {until}.',
  'extended.lead-no-date': '{title} now stays open longer.',
  'ends-after-session.lead': '{title} closes 10 minutes after this session ends.',
  'no-session.lead': 'Nobody is in {title}, so there is no session to end it after.',
  'no-session.next': 'To close it, press Close room on its card.',
  'closes-by-itself.lead':
    "{title} is a room for now: it closes by itself 10 minutes after the last person leaves, and that can't be changed.",
  'closing.lead': '{title} closes at {at}.',
  'closing.lead-no-date': '{title} closes in about 10 minutes.',
  'closing.next': 'People who have the link can join until then. Its recordings stay.',
  'recording-set.lead':
    '{outcome, select, starting {The recording of {title} is starting; the channel is told when it runs.} stopping {The recording of {title} is stopping; the channel is told when the video is there.} already_on {{title} is being recorded already.} already_off {{title} is not being recorded at the moment.} other {Nobody is in {title}, so there is nothing to record.}}',
  'set-recording-refused.lead': 'Only {host}, its host, can start and stop the recording of {title}.',
  'change-refused.lead':
    'Nothing was changed; only {host}, its host, and workspace admins can change {title}.',
  'hand-over.lead': 'Who should be the host of {title}?',
  'hand-over.choose': 'Choose a person',
  'handed-over.lead': '{host} is now the host of {title}.',
  'handed-over.next':
    'I told them. {oldLink, select, works {An old host link keeps working for whoever has it.} other {Old host links do not work any more.}}',
  'host-refused.gone':
    "{what, select, room {No room was made} other {Nothing was changed}}; {person}'s account is deactivated, so they can't be the host of {title}.",
  'host-refused.bot':
    "{what, select, room {No room was made} other {Nothing was changed}}; {person} is an app, so it can't be the host of {title}.",
  'host-refused.other-workspace':
    "{what, select, room {No room was made} other {Nothing was changed}}; {person} belongs to another workspace, so they can't be the host of {title}.",
  'host-refused.not-in-channel':
    "{what, select, room {No room was made} other {Nothing was changed}}; {person} isn't in the channel of {title}. Invite them there first.",
  'host-now.lead': '{by} made you the host of {title}.',
  'host-now.next': 'Start with the host link; with Join you would be a guest.',
  'rooms.lead': 'Here are the rooms of this channel, open ones first.',
  'rooms.further': 'Here are more rooms of this channel.',
  'rooms.none': 'This channel has no rooms yet.',
  'rooms.how-to-make': 'Make one with `{meet} Design review`.',
  'rooms.row': '{title}, by {host}.',
  'rooms.making': '{title}, by {host}, is being made.',
  'room-unknown.lead': "I don't know this room any more.",

  'link.lead': 'Here is the recording of {title}, {when}.',
  'link.works-until':
    "Works until {until}, for anyone who has it, so don't pass it on. For a new one click Get link again.",
  'link.works-a-while':
    "Works for a short while, for anyone who has it, so don't pass it on. For a new one click Get link again.",
  'link.facts':
    'Recording {recordingId} · session {sessionId} · stored encrypted in {place} ({encryption}), according to {according}',
  'recording-unknown.lead': "I can't find that recording in this channel.",
  'link-refused.lead': 'Only {host} can get the link to the recording of {title}; an admin has decided so.',
  'recordings-refused.lead': "These recordings are only shown to this channel's members.",
  'recording-not-ready.lead': 'The recording of {title} is still being uploaded, so there is no link yet.',
  'recording-removed.lead': 'The recording of {title}, {when}, is no longer available.',
  'list.some':
    '{scope, select, recording {Here is the recording.} session {This session has {count, plural, one {# recording} other {# recordings, newest first}}.} room {This room has {count, plural, one {# recording} other {# recordings, newest first}}.} other {This channel has {count, plural, one {# recording} other {# recordings, newest first}}.}}',
  'list.none':
    '{scope, select, recording {That recording is not available.} session {This session has no recordings.} room {This room has no recordings yet.} other {This channel has no recordings yet.}}',
  'list.some-of-more':
    '{scope, select, session {Here are the newest {count} recordings of this session; there are more.} other {Here are the newest {count} recordings; there are more.}}',
  'list.further': 'Here are {count, plural, one {# more recording} other {# more recordings}}, newest first.',
  'list.found':
    '{count, plural, =0 {No recording of this channel was found.} one {One recording of this channel was found.} other {# recordings of this channel were found, newest first.}}',
  'list.searched': 'Searched for {filters}.',
  'list.filter-text': '“{text}” in the title',
  'list.filter-host': 'rooms of {host}',
  'list.filter-since': 'recorded since {since}',
  'list.how-to-search': 'You can narrow it down like this: `{recordings} budget @ada last 30d`.',
  'list.links-of-hosts': 'Only the host of a room gets its links; an admin has decided so.',
  'list.row':
    '{title}, {when}{length, select, unknown {} other {, {length}}}{of, plural, =1 {} other {, {index} of {of}}}. Kept until {keptUntil}; {daysLeft, plural, =0 {this is its last day} one {# day left} other {# days left}}.',
  'list.row-over':
    '{title}, {when}{length, select, unknown {} other {, {length}}}{of, plural, =1 {} other {, {index} of {of}}}. Was kept until {keptUntil}.',
  'list.row-uploading':
    '{title}, {when}{of, plural, =1 {} other {, {index} of {of}}}. Still being recorded or uploaded.',
  'list.row-failed':
    '{title}, {when}{of, plural, =1 {} other {, {index} of {of}}}. The recording failed; there is no video.',
  'shared.lead':
    '{by} shares a recording: {title}, {when}{length, select, unknown {} other {, {length}}}{of, plural, =1 {} other {, {index} of {of}}}.',
  'shared.kept': 'Kept until {keptUntil}. The link is made for whoever asks for it.',
  'shared.removed': '{by} shared a recording that is no longer available: {title}, {when}.',
  'recording-shared.lead':
    'The recording of {title} stands in the channel now; everybody gets the link by a click of their own.',
  'reminder.lead':
    '{count, plural, one {One of your recordings expires soon.} other {# of your recordings expire soon.}} Save what you want to keep; after the last day nobody can bring it back.',
  'reminder.removed': '{title}, {when}. No longer available.',
  'reminder.more':
    '{count, plural, one {There is one more} other {There are # more}}; this app’s Home tab shows all that expire soon.',
  'reminders.on': 'You are reminded again before your recordings expire.',
  'reminders.off': 'You get no more reminders before your recordings expire.',
  'reminders.way-back': "You can have them back on this app's Home tab.",
  'home.needs-you': 'Needs you',
  'home.rooms': 'Your open rooms',
  'home.no-rooms': 'None of your rooms is open.',
  'home.recordings': 'Your recordings',
  'home.no-recordings': 'You have no recordings.',
  'home.no-other-recordings': 'No recordings besides those above.',
  'home.none-yet': 'Rooms you make and what is recorded in them appear here.',
  'home.step-room':
    '1. Type `{meet} Design review` in a channel: a video room appears there, and you are its host.',
  'home.step-record':
    '2. Meet. Every session is recorded by itself, and the channel is told when a recording is ready.',
  'home.step-recordings': '3. Type `{recordings}` in a channel for its recordings, or look here for yours.',
  'home.guest':
    'Rooms you are the host of would appear here. In this workspace you cannot make any; you can join those in your channels and get their recordings there.',
  'home.room':
    '{title} in {channel}. {until, select, empty {Closes when nobody has been in it for 10 minutes.} other {Open until {until}.}}',
  'home.room-direct':
    '{title}, made in direct messages. {until, select, empty {Closes when nobody has been in it for 10 minutes.} other {Open until {until}.}}',
  'home.failed': '{title} could not be made on {day}.',
  'home.more-rooms': 'Only the newest {count} are shown.',
  'home.more-recordings':
    'Only the newest {count} are shown; `{recordings}` in a channel shows all of that channel.',
  'home.more-soon': 'Only the first {count} are shown.',
  'home.reminders-on':
    'You get a direct message before your recordings expire: {first, plural, =1 {1 day ahead} other {# days and 1 day ahead}}.',
  'home.reminders-off': 'You get no reminders before your recordings expire.',
  'home.workspace': 'Workspace',
  'home.live-rooms':
    '{live, plural, one {# of {limit, plural, one {# room} other {# rooms}} is} other {# of {limit, plural, one {# room} other {# rooms}} are}} being made or open.',
  'home.settings':
    'Under *Settings*, or with `{meet} settings` in any channel, you decide who may make rooms, see links, delete and record, there or everywhere.',
  'home.buried':
    '{count, plural, =0 {No job waits for an operator.} one {One job failed and waits for an operator.} other {# jobs failed and wait for an operator.}}',
  'share-refused.lead':
    'Nothing was shared; only members of the channel can share the recording of {title} in it.',
  'delete-refused.lead':
    'Nothing was deleted; {rule, select, nobody {an admin has decided that recordings here are not deleted by anyone, so the recording of {title} stays as long as it is kept} members {only {host}, who made the room, admins and members of the channel can delete the recording of {title}} other {only {host}, who made the room, and workspace admins can delete the recording of {title}}}.',
  'delete-too-early.lead': 'Not deleted yet: the recording of {title} is still being uploaded.',
  'later.try-again': 'Try again in a few minutes.',
  'deleted.lead': 'The recording of {title}, {when}, is deleted.',
  'failed.link': "I couldn't get the link.",
  'failed.delete': "I couldn't make sure that the recording is deleted.",
  'failed.host-link': "I couldn't get the host link.",
  'failed.settings': "I couldn't make sure that the settings are saved.",
  'failed.policy-message': "The settings are saved, but I couldn't post in the channel what you decided.",
  'failed.share': "I couldn't share the recording.",
  'failed.recordings': "I couldn't get the list of recordings.",
  'failed.channel-shut':
    "{why, select, archived {The room's channel is archived; try again once it is not.} restricted {Slack does not let me post in the room's channel; an admin can change that.} other {Slack does not let me look into the room's channel. If it is still there, type `/invite @Roomtone` in it, then try again.}}",
  'failed.change': "I couldn't make sure that the room is changed.",
  'failed.recording': "I couldn't make sure that recording is started or stopped.",
  'failed.rooms': "I couldn't get the list of rooms.",
  'failed.next': 'Try again in a few minutes. If it keeps happening, give an admin this code: {code}, {ref}.',
} as const;

export type TextKey = keyof typeof en;
