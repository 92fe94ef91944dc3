import type { Answer, AnswerKind } from '../../src/domain/answer.ts';
import type { StorageFacts } from '../../src/domain/recording-answer.ts';
import type { RecordingRow } from '../../src/domain/recording-row.ts';
import type { RoomRow } from '../../src/domain/room-list.ts';
import { PROBLEMS } from './command-problem-samples.ts';
import {
  closesAt,
  host,
  hostName,
  joinUrl,
  keptUntil,
  longTerm,
  recordingId,
  roomKey,
  startedAt,
  timeZone,
  title,
} from './sample-facts.ts';

const sessionId = '2_MX40NjMwODczMn5-MTU3NTgyODEwNzQ2MH5OZDJrVmdBRUNDbG5MUzNqNXgya20yQ1Z-fg';
const hostUrl = 'https://meetings.example/abc-defg-hij?participant_token=eyJhbGciOi.secret';
const trouble = { code: 'meetings_unreachable', ref: '7f3a' };
const inSession = {
  kind: 'in-session',
  since: startedAt,
  inside: { names: ['Ada', 'Ben'], others: 3 },
  isRecorded: true,
} as const;
const unfinished = { roomKey, title, channelId: 'C0GENERAL', hostUserId: host, createdAt: startedAt };
const roomRow: RoomRow = {
  roomKey,
  title,
  hostUserId: host,
  isHost: false,
  recording: 'automatic',
  longTerm: false,
  now: { kind: 'open' },
  expiresAt: closesAt,
  closesAfterSession: false,
  joinUrl,
};
const roomCursor = { isOpen: true, createdAt: startedAt, roomKey };
const exists = {
  kind: 'room-exists',
  title,
  hostUserId: host,
  roomKey,
  joinUrl,
  request: { title, recording: 'automatic', hostOnly: false, joinApproval: 'everyone', closes: null },
  place: { channelId: 'C0DESIGN', direct: false, threadTs: null },
} as const;
const roomReady = {
  kind: 'room-ready',
  title,
  roomKey,
  hostUrl,
  longTerm: false,
  expiresAt: closesAt,
  messagesGoTo: 'channel',
} as const;
const cardRefused = {
  kind: 'card-refused',
  title,
  channelId: 'C0GENERAL',
  joinUrl,
  why: null,
  ...trouble,
} as const;
const notMade = { kind: 'room-not-made', title, ...trouble } as const;
const storage: StorageFacts = {
  place: 'Amazon S3',
  encryption: 'SSE-S3',
  according: 'Vonage',
  keptDays: 30,
};
const link = {
  kind: 'recording-link',
  title,
  recordingId,
  sessionId,
  startedAt,
  url: 'https://bucket.s3.amazonaws.com/9f6fe8ae/archive.mp4?X-Amz-Signature=secret',
  worksUntil: Date.parse('2026-11-22T13:45:00Z'),
  storage,
} as const;
const row: RecordingRow = {
  recordingId,
  title,
  hostName,
  startedAt,
  lengthSeconds: 1920,
  position: null,
  kept: { until: keptUntil, daysLeft: 9 },
  failed: false,
  mayGetLink: true,
  mayDelete: true,
  whoDeletes: 'host-and-admins',
  mayShare: true,
  timeZone,
};
const rows = Array.from({ length: 10 }, (_, n) => ({ ...row, recordingId: `${recordingId}-${n}` }));

const cursor = { createdAt: startedAt, recordingId };
const noRecordings = {
  kind: 'recordings',
  scope: { kind: 'channel', channelId: 'C0GENERAL' },
  rows: [],
  more: false,
  previous: null,
  next: null,
} as const;
const search = {
  kind: 'channel',
  channelId: 'C0GENERAL',
  text: 'design *rev*',
  hostUserId: host,
  since: { kind: 'at', at: Date.parse('2026-11-01T00:00:00Z') },
} as const;

/** Every private answer in every state it can be in. */
export const ANSWERS: {
  readonly [K in AnswerKind]: Readonly<Record<string, Extract<Answer, { kind: K }>>>;
} = {
  help: {
    help: { kind: 'help', hostOnly: true },
    'without recording the host alone': { kind: 'help', hostOnly: false },
  },
  'bad-command': Object.fromEntries(
    Object.entries(PROBLEMS).map(([name, problem]) => [name, { kind: 'bad-command', problem }]),
  ),
  'making-room': {
    making: { kind: 'making-room', title },
    'a word that is nearly one of ours': { kind: 'making-room', title: 'Roms', meant: 'rooms' },
    'while people are in another room': {
      kind: 'making-room',
      title: 'Lunch',
      meanwhile: { title, roomKey, joinUrl },
    },
    'limited to what people start': { kind: 'making-room', title, limitedTo: 'offered' },
    'not to be recorded': { kind: 'making-room', title, limitedTo: 'none' },
  },
  'too-many-rooms': { 'ten in ten minutes': { kind: 'too-many-rooms', limit: 10, minutes: 10 } },
  'team-full': { hundred: { kind: 'team-full', limit: 100 } },
  'room-exists': {
    open: exists,
    'still being made': { ...exists, joinUrl: null },
    'asked for with a date': {
      ...exists,
      request: { ...exists.request, closes: { kind: 'until', text: 'Friday 18:00' } },
    },
  },
  'room-ready': {
    instant: roomReady,
    'long-term': { ...roomReady, ...longTerm },
    'in direct messages': { ...roomReady, messagesGoTo: 'direct-messages' },
  },
  'room-ready-for': { told: { kind: 'room-ready-for', title, roomKey, hostUserId: 'U0BEN', joinUrl } },
  'room-not-made': {
    unreachable: { ...notMade, failure: 'unreachable', retryRoomKey: roomKey },
    error: { ...notMade, failure: 'error', code: 'meetings_error', retryRoomKey: roomKey },
    rejected: { ...notMade, failure: 'rejected', code: 'meetings_rejected', retryRoomKey: null },
    credentials: { ...notMade, failure: 'credentials', code: 'meetings_credentials', retryRoomKey: null },
    'room limit': { ...notMade, failure: 'room-limit', code: 'room_limit', retryRoomKey: null },
    uncertain: { ...notMade, failure: 'uncertain', code: 'meetings_error', retryRoomKey: roomKey },
    internal: { ...notMade, failure: 'internal', code: 'internal', retryRoomKey: roomKey },
  },
  'room-uncertain': { uncertain: { kind: 'room-uncertain', title } },
  'cannot-post': {
    'not invited': { kind: 'cannot-post', title, why: 'not-invited', retryRoomKey: roomKey },
    'not invited, no retry': { kind: 'cannot-post', title, why: 'not-invited', retryRoomKey: null },
    archived: { kind: 'cannot-post', title, why: 'archived', retryRoomKey: null },
  },
  'dialog-not-shown': { 'not shown': { kind: 'dialog-not-shown' } },
  'settings-not-shown': { 'not shown': { kind: 'settings-not-shown' } },
  'settings-elsewhere': { 'between people': { kind: 'settings-elsewhere' } },
  'settings-refused': {
    'to a guest': { kind: 'settings-refused', why: 'guest' },
    'to all but admins': { kind: 'settings-refused', why: 'not-admin' },
    'to somebody elsewhere': { kind: 'settings-refused', why: 'not-in-channel' },
    'to another workspace': { kind: 'settings-refused', why: 'other-workspace' },
  },
  'settings-saved': {
    saved: { kind: 'settings-saved', isTold: false },
    'and told to the channel': { kind: 'settings-saved', isTold: true },
  },
  'no-thread-here': { 'between people': { kind: 'no-thread-here' } },
  'room-refused': {
    'to guests': { kind: 'room-refused', title, why: 'members-only' },
    'to all but admins': { kind: 'room-refused', title, why: 'admins-only' },
    'to somebody elsewhere': { kind: 'room-refused', title, why: 'not-in-channel' },
    'to another workspace': { kind: 'room-refused', title, why: 'other-workspace' },
  },
  'not-offered': {
    'the host alone': { kind: 'not-offered', title, what: 'host-only' },
    'one by one': { kind: 'not-offered', title, what: 'host-admits' },
    'once the host is there': { kind: 'not-offered', title, what: 'after-host' },
  },
  'card-refused': {
    refused: cardRefused,
    'in an archived channel': { ...cardRefused, why: 'archived' },
    'in a channel it may not post in': { ...cardRefused, why: 'restricted' },
    'in a channel it does not see': { ...cardRefused, why: 'unseen' },
  },
  'channel-refused': {
    archived: { kind: 'channel-refused', title, channelId: 'C0GENERAL', why: 'archived' },
    restricted: { kind: 'channel-refused', title, channelId: 'C0GENERAL', why: 'restricted' },
    unseen: { kind: 'channel-refused', title, channelId: 'C0GENERAL', why: 'unseen' },
  },
  'taking-longer': { longer: { kind: 'taking-longer' } },
  'host-link': { link: { kind: 'host-link', title, roomKey, hostUrl } },
  'not-host': { refused: { kind: 'not-host', title, hostUserId: host } },
  'room-closed': { closed: { kind: 'room-closed', title } },
  'how-long-to-extend': {
    'closing on a date': { kind: 'how-long-to-extend', title, roomKey, until: longTerm.expiresAt },
    'closing some time': { kind: 'how-long-to-extend', title, roomKey, until: null },
  },
  'whom-to-hand-over': { people: { kind: 'whom-to-hand-over', title, roomKey } },
  'room-extended': {
    'until a date': { kind: 'room-extended', title, until: longTerm.expiresAt },
    'no date told': { kind: 'room-extended', title, until: null },
  },
  'room-closing': {
    soon: { kind: 'room-closing', title, until: closesAt },
    'no time told': { kind: 'room-closing', title, until: null },
  },
  'room-ends-after-session': { ends: { kind: 'room-ends-after-session', title } },
  'no-session': { 'nobody in it': { kind: 'no-session', title } },
  'closes-by-itself': { instant: { kind: 'closes-by-itself', title } },
  'recording-set': {
    starting: { kind: 'recording-set', title, outcome: 'starting' },
    stopping: { kind: 'recording-set', title, outcome: 'stopping' },
    'already on': { kind: 'recording-set', title, outcome: 'already-on' },
    'already off': { kind: 'recording-set', title, outcome: 'already-off' },
    'nobody in': { kind: 'recording-set', title, outcome: 'nobody-in' },
  },
  'set-recording-refused': { refused: { kind: 'set-recording-refused', title, hostUserId: host } },
  'change-refused': { refused: { kind: 'change-refused', title, hostUserId: host } },
  'handed-over': {
    done: { kind: 'handed-over', title, hostUserId: 'U0BEN' },
    'and old links have ended': { kind: 'handed-over', title, hostUserId: 'U0BEN', oldLinkWorks: false },
  },
  'host-refused': Object.fromEntries(
    (['gone', 'bot', 'other-workspace', 'not-in-channel'] as const).flatMap((why) => [
      [why, { kind: 'host-refused', title, userId: 'U0BEN', why, noRoom: false }],
      [`${why}, for a new room`, { kind: 'host-refused', title, userId: 'U0BEN', why, noRoom: true }],
    ]),
  ),
  'host-now': { told: { kind: 'host-now', title, roomKey, byUserId: host } },
  rooms: {
    none: { kind: 'rooms', unfinished: [], rows: [], previous: null, next: null },
    'one being made, one that failed, none else': {
      kind: 'rooms',
      unfinished: [
        { ...unfinished, nextStep: null },
        { ...unfinished, roomKey: `${roomKey}-2`, nextStep: 'try-again' },
        { ...unfinished, roomKey: `${roomKey}-3`, nextStep: 'other-wish' },
      ],
      rows: [],
      previous: null,
      next: null,
    },
    'one of each kind': {
      kind: 'rooms',
      unfinished: [],
      rows: [
        roomRow,
        { ...roomRow, ...longTerm, roomKey: `${roomKey}-2`, now: inSession, isHost: true },
        { ...roomRow, roomKey: `${roomKey}-3`, now: { kind: 'between', since: startedAt } },
        { ...roomRow, roomKey: `${roomKey}-4`, now: { kind: 'expired' } },
      ],
      previous: null,
      next: null,
    },
    'ten and more': {
      kind: 'rooms',
      unfinished: [],
      rows: Array.from({ length: 10 }, (_, n) => ({ ...roomRow, roomKey: `${roomKey}-${n}` })),
      previous: { before: roomCursor },
      next: { after: roomCursor },
    },
  },
  'room-unknown': { unknown: { kind: 'room-unknown' } },
  'recording-link': {
    link,
    'no expiry known': { ...link, worksUntil: null },
    'address too long for a button': { ...link, url: `${link.url}&${'x'.repeat(3000)}` },
    'address too long for a text': { ...link, url: `${link.url}&${'x'.repeat(9000)}` },
  },
  'recording-elsewhere': {
    told: { kind: 'recording-elsewhere', title, startedAt, recordingId, sessionId: link.sessionId },
  },
  'recording-unknown': { unknown: { kind: 'recording-unknown' } },
  'recording-not-ready': { uploading: { kind: 'recording-not-ready', title } },
  'recording-removed': { removed: { kind: 'recording-removed', title, startedAt } },
  recordings: {
    'none in the channel': noRecordings,
    'none in the room': { ...noRecordings, scope: { kind: 'room', roomKey } },
    'none in the session': { ...noRecordings, scope: { kind: 'session', sessionId } },
    'none of that id': { ...noRecordings, scope: { kind: 'recording', recordingId } },
    'none found': { ...noRecordings, scope: search },
    'one by its id': { ...noRecordings, scope: { kind: 'recording', recordingId }, rows: [row] },
    'one in the room': { ...noRecordings, scope: { kind: 'room', roomKey }, rows: [row] },
    'one found': { ...noRecordings, scope: search, rows: [row] },
    'one still being uploaded': { ...noRecordings, rows: [{ ...row, lengthSeconds: null, kept: null }] },
    'one that failed': { ...noRecordings, rows: [{ ...row, kept: null, failed: true }] },
    'one on its last day': { ...noRecordings, rows: [{ ...row, kept: { until: keptUntil, daysLeft: 0 } }] },
    'one whose time is over': {
      ...noRecordings,
      rows: [{ ...row, kept: { until: keptUntil, daysLeft: -1 } }],
    },
    'two of a session, not to be deleted': {
      ...noRecordings,
      scope: { kind: 'session', sessionId },
      rows: [
        { ...row, position: { index: 2, of: 2 }, lengthSeconds: null, mayDelete: false, mayShare: false },
        { ...row, position: { index: 1, of: 2 }, mayDelete: false },
      ],
    },
    'of another host, where only hosts get links': {
      ...noRecordings,
      rows: [
        { ...row, mayGetLink: false },
        { ...row, mayGetLink: false, mayShare: false, mayDelete: false },
      ],
    },
    'that members may delete': { ...noRecordings, rows: [{ ...row, whoDeletes: 'members' }] },
    'of a session, with more': {
      ...noRecordings,
      scope: { kind: 'session', sessionId },
      rows: rows.slice(0, 2),
      more: true,
    },
    'ten and more': { ...noRecordings, rows, more: true, next: { after: cursor } },
    'ten found and more': { ...noRecordings, scope: search, rows, more: true, next: { after: cursor } },
    'a page in the middle': {
      ...noRecordings,
      scope: search,
      rows: rows.slice(0, 2),
      more: true,
      previous: { before: cursor },
      next: { after: cursor },
    },
    'the last page': { ...noRecordings, rows: [row], previous: { before: cursor } },
  },
  'recording-shared': { shared: { kind: 'recording-shared', title } },
  'reminders-chosen': {
    on: { kind: 'reminders-chosen', wanted: true },
    off: { kind: 'reminders-chosen', wanted: false },
  },
  'share-refused': { refused: { kind: 'share-refused', title } },
  'link-refused': { refused: { kind: 'link-refused', title, hostUserId: host } },
  'recordings-refused': { refused: { kind: 'recordings-refused' } },
  'delete-refused': {
    refused: { kind: 'delete-refused', title, hostUserId: host, rule: 'host-and-admins' },
    'not a member': { kind: 'delete-refused', title, hostUserId: host, rule: 'members' },
    'to everybody': { kind: 'delete-refused', title, hostUserId: host, rule: 'nobody' },
  },
  'delete-too-early': { early: { kind: 'delete-too-early', title } },
  'recording-deleted': { deleted: { kind: 'recording-deleted', title, startedAt } },
  failed: {
    link: { kind: 'failed', what: 'link', ...trouble },
    delete: { kind: 'failed', what: 'delete', ...trouble },
    'host link': { kind: 'failed', what: 'host-link', ...trouble },
    recordings: { kind: 'failed', what: 'recordings', ...trouble },
    settings: { kind: 'failed', what: 'settings', ...trouble },
    'policy message': { kind: 'failed', what: 'policy-message', ...trouble },
    share: { kind: 'failed', what: 'share', ...trouble },
    recording: { kind: 'failed', what: 'recording', ...trouble },
    'in an archived channel': { kind: 'failed', what: 'delete', shut: 'archived', ...trouble },
    'in a channel it may not post in': { kind: 'failed', what: 'share', shut: 'restricted', ...trouble },
    'in a channel it does not see': { kind: 'failed', what: 'link', shut: 'unseen', ...trouble },
    change: { kind: 'failed', what: 'change', ...trouble },
    rooms: { kind: 'failed', what: 'rooms', ...trouble },
  },
};
