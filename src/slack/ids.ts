/** What our buttons are called on the wire, as `noun.verb`. A listener and a view each use every one of them. */
export const ACTIONS = {
  startAsHost: 'room.start-as-host',
  join: 'room.join',
  hostLink: 'room.host-link',
  roomRecordings: 'room.recordings',
  retryRoom: 'room.retry',
  makeAnother: 'room.make-another',
  extendRoom: 'room.extend',
  extendByDay: 'room.extend-by-day',
  extendByWeek: 'room.extend-by-week',
  extendByMonth: 'room.extend-by-month',
  endAfterSession: 'room.end-after-session',
  startRecording: 'room.start-recording',
  stopRecording: 'room.stop-recording',
  closeRoom: 'room.close',
  handOver: 'room.hand-over',
  handOverTo: 'room.hand-over-to',
  openAgain: 'room.open-again',
  previousRooms: 'rooms.previous',
  nextRooms: 'rooms.next',
  getLink: 'recording.get-link',
  download: 'recording.download',
  deleteRecording: 'recording.delete',
  shareRecording: 'recording.share',
  previousPage: 'recordings.previous',
  nextPage: 'recordings.next',
  newRoom: 'room.new',
  roomKind: 'room.choose-kind',
  settings: 'settings.open',
  stopReminders: 'reminders.stop',
  startReminders: 'reminders.start',
} as const;

export type ActionId = (typeof ACTIONS)[keyof typeof ACTIONS];

/** `callback_id`s of our dialogs. */
export const VIEWS = {
  newRoom: 'room.new-form',
  settings: 'channel.settings-form',
  settingsPlace: 'channel.settings-whose',
} as const;

export type ViewId = (typeof VIEWS)[keyof typeof VIEWS];

/** `callback_id`s of our shortcuts, as in `manifest.yml`. */
export const SHORTCUTS = {
  newRoom: 'room.new-anywhere',
  startHere: 'room.start-here',
} as const;

export type ShortcutId = (typeof SHORTCUTS)[keyof typeof SHORTCUTS];

/** What each field of a dialog calls its element; Slack tells of it only together with the whole dialog. */
export const INPUT = 'input';

/** `event_type` of the metadata each recording message carries. */
export const RECORDING_METADATA = 'roomtone_recording';
