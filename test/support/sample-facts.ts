/* What the samples of messages and answers have in common: fixed ids and times, so that they always render the same. */

export const startedAt = Date.parse('2026-11-22T13:02:00Z');
/** 30 days after the recording's end. */
export const keptUntil = Date.parse('2026-12-22T13:34:00Z');
/** Ten minutes without anybody. */
export const closesAt = Date.parse('2026-11-22T13:10:00Z');
export const longTerm = { longTerm: true, expiresAt: Date.parse('2026-12-22T22:59:00Z') } as const;
export const title = 'Design review';
export const host = 'U0ADA';
export const hostName = 'Ada Lovelace';
export const timeZone = 'Europe/Berlin';
export const recordingId = '9f6fe8ae-3458-4a72-b532-8276d5533e97';
export const roomKey = '0d3f7c1a-6a3b-4f0c-9a55-1c2b7a8f4e11';
export const joinUrl = 'https://meetings.example/abc-defg-hij';
