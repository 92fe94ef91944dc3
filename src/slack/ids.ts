/** What our buttons are called on the wire, as `noun.verb`. A listener and a view each use every one of them. */
export const ACTIONS = {
  startAsHost: 'room.start-as-host',
  join: 'room.join',
  hostLink: 'room.host-link',
  roomRecordings: 'room.recordings',
  retryRoom: 'room.retry',
  makeAnother: 'room.make-another',
  getLink: 'recording.get-link',
  download: 'recording.download',
  deleteRecording: 'recording.delete',
  shareRecording: 'recording.share',
  previousPage: 'recordings.previous',
  nextPage: 'recordings.next',
} as const;

export type ActionId = (typeof ACTIONS)[keyof typeof ACTIONS];

/** `event_type` of the metadata each recording message carries. */
export const RECORDING_METADATA = 'roomtone_recording';
