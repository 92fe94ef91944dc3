export const id = '9f6fe8ae-3458-4a72-b532-8276d5533e97';
export const session = '2_MX40NjMwODczMn5-MTU3NTgyODEwNzQ2MH5OZDJrVmdBRUNDbG5MUzNqNX20yQ1Z-fg';
const start = Date.parse('2023-06-06T07:15:13.974Z');
const end = Date.parse('2023-06-06T08:15:13.974Z');
const recording = { recordingId: id, sessionId: session, providerRoomId: null };
const times = { startedAt: start, endedAt: end, durationSeconds: 60 };
const noTimes = { startedAt: null, endedAt: null, durationSeconds: null };
const john = {
  sessionId: session,
  providerRoomId: id,
  participantId: id,
  name: 'John Doe',
  isHost: true,
};
const older = {
  recordingId: '17461b93-f793-48a0-9392-7d82de40432f',
  sessionId: '2_MX40NjMzOTg5Mn5-MTYzNTg2ODUxNzIzNH5mOUVub3hPNCt6czlwQzdvaTYvbm5lOTN-fg',
  providerRoomId: null,
};
const olderSession = {
  sessionId: '2_MX40NjMzOTg5Mn5-MTYzNTg2ODQwODY4NH41cXIzMDdSa1BZa05BUDFpYnhxcTV4MCt-fg',
  providerRoomId: 'b307d837-c0ce-4619-8c5c-70e418ef9693',
};

/** What each public sample of a callback says, by its name. */
export const CALLBACK_SAMPLES: Readonly<Record<string, object>> = {
  'openapi-0.1.7.callback.room-expired': {
    kind: 'room-expired',
    providerRoomId: id,
    expiresAt: Date.parse('2023-06-06T06:55:07.134Z'),
  },
  'openapi-0.1.7.callback.session-started': {
    kind: 'session-started',
    sessionId: session,
    providerRoomId: id,
    startedAt: start,
  },
  'openapi-0.1.7.callback.session-ended': {
    kind: 'session-ended',
    sessionId: session,
    providerRoomId: id,
    startedAt: start,
    endedAt: end,
  },
  'openapi-0.1.7.callback.session-participant-joined': { kind: 'participant-joined', ...john },
  'openapi-0.1.7.callback.session-participant-left': { kind: 'participant-left', ...john },
  'openapi-0.1.7.callback.recording-started': { kind: 'recording-started', ...recording, ...noTimes },
  'openapi-0.1.7.callback.recording-ended': { kind: 'recording-ended', ...recording, ...times },
  'openapi-0.1.7.callback.recording-uploaded': {
    kind: 'recording-uploaded',
    ...recording,
    ...times,
    providerRoomId: id,
  },
  'docs-2021.callback.session-started': {
    kind: 'session-started',
    ...olderSession,
    startedAt: Date.parse('2021-11-02T15:53:28.753Z'),
  },
  'docs-2021.callback.session-participant-joined': {
    kind: 'participant-joined',
    ...olderSession,
    participantId: 'b424e1c4-e988-4ce2-8ab9-e3efea7de542',
    name: 'New Joiner',
    isHost: true,
  },
  'docs-2021.callback.recording-started': { kind: 'recording-started', ...older, ...noTimes },
  'docs-2021.callback.recording-uploaded': {
    kind: 'recording-uploaded',
    ...older,
    startedAt: Date.parse('2021-11-02T15:55:35.000Z'),
    endedAt: Date.parse('2021-11-02T15:56:13.000Z'),
    durationSeconds: 38,
  },
};
