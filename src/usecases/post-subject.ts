/** What a post is about, as its key in the table of posts. */
export const postSubject = {
  room: (roomKey: string) => `room:${roomKey}`,
  recording: (recordingId: string) => `recording:${recordingId}`,
  /** A host's of one day, by their calendar: `2026-11-25`. */
  reminder: (teamId: string, userId: string, date: string) => `reminder:${teamId}:${userId}:${date}`,
  policy: (key: string) => `policy:${key}`,
} as const;
