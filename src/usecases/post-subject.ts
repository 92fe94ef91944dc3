/** What a post is about, as its key in the table of posts. */
export const postSubject = {
  room: (roomKey: string) => `room:${roomKey}`,
  recording: (recordingId: string) => `recording:${recordingId}`,
} as const;
