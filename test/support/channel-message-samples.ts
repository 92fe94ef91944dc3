import type { ChannelMessage, MessageKind } from '../../src/domain/channel-message.ts';
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

const card = {
  kind: 'room-card',
  roomKey,
  title,
  hostUserId: host,
  recording: 'automatic',
  hostOnly: false,
  longTerm: false,
  now: { kind: 'open' },
  expiresAt: closesAt,
  closesAfterSession: false,
  joinUrl,
} as const;
const inSession = {
  kind: 'in-session',
  since: startedAt,
  inside: { names: ['Ada', 'Ben'], others: 3 },
  isRecorded: true,
} as const;
const nobodyNamed = { names: [], others: 0 };
const between = { kind: 'between', since: startedAt + 32 * 60_000 } as const;
const ended = { kind: 'recording-ended', recordingId, title, lengthSeconds: 1920 } as const;
const ready = {
  kind: 'recording-ready',
  recordingId,
  title,
  hostUserId: host,
  hostName,
  startedAt,
  endedAt: null,
  lengthSeconds: 1920,
  position: null,
  keptUntil,
  audience: 'channel',
  whoOpens: 'members',
  whoDeletes: 'host-and-admins',
  timeZone,
} as const;

const shared = {
  kind: 'recording-shared',
  recordingId,
  sharedBy: 'U0BEN',
  title,
  startedAt,
  lengthSeconds: 1920,
  position: null,
  keptUntil,
  timeZone,
} as const;

const goesSoon = {
  recordingId,
  title,
  hostName,
  startedAt,
  lengthSeconds: 1920,
  position: null,
  kept: { until: keptUntil, daysLeft: 7 },
  failed: false,
  mayGetLink: true,
  mayDelete: true,
  whoDeletes: 'host-and-admins',
  mayShare: false,
  timeZone,
  isRemoved: false,
} as const;

/** Every channel message in every state it can be in. */
export const MESSAGES: {
  readonly [K in MessageKind]: Readonly<Record<string, Extract<ChannelMessage, { kind: K }>>>;
} = {
  'room-card': {
    instant: card,
    'host-only': { ...card, hostOnly: true },
    offered: { ...card, recording: 'offered' },
    'offered, host-only': { ...card, recording: 'offered', hostOnly: true },
    'not recorded': { ...card, recording: 'off' },
    'long-term': { ...card, ...longTerm },
    'long-term without a date': { ...card, ...longTerm, expiresAt: null },
    'instant without a date': { ...card, expiresAt: null },
    'in session, five people': { ...card, now: inSession },
    'in session, start and people not told': {
      ...card,
      now: { ...inSession, since: null, inside: nobodyNamed, isRecorded: false },
    },
    'in session, one without a name, nobody records': {
      ...card,
      recording: 'offered',
      now: { ...inSession, inside: { names: [''], others: 0 }, isRecorded: false },
    },
    'recorded by its host': { ...card, recording: 'offered', hostRecords: true },
    'recorded by its host, in session': {
      ...card,
      recording: 'offered',
      hostRecords: true,
      now: { ...inSession, isRecorded: false },
    },
    'recorded by its host, just now': { ...card, recording: 'offered', hostRecords: true, now: inSession },
    'between sessions': { ...card, now: between },
    'long-term, in session': { ...card, ...longTerm, now: inSession },
    'long-term, in its last session': { ...card, ...longTerm, now: inSession, closesAfterSession: true },
    'long-term, between sessions': { ...card, ...longTerm, now: between },
    'long-term, after its last session': { ...card, ...longTerm, now: between, closesAfterSession: true },
    closed: { ...card, now: { kind: 'expired' } },
    'long-term, closed': { ...card, ...longTerm, now: { kind: 'expired' } },
  },
  'recording-started': {
    running: { kind: 'recording-started', recordingId, roomKey, title, startedAt, joinUrl },
    over: { kind: 'recording-started', recordingId, roomKey, title, startedAt, joinUrl: null },
  },
  'recording-ended': {
    uploading: { ...ended, next: { kind: 'uploading' } },
    'uploading, length unknown': { ...ended, lengthSeconds: null, next: { kind: 'uploading' } },
    processing: { ...ended, next: { kind: 'processing' } },
    late: { ...ended, next: { kind: 'late' } },
    missing: { ...ended, next: { kind: 'missing' } },
    ready: { ...ended, next: { kind: 'ready', permalink: 'https://acme.slack.com/archives/C1/p1?a=b&c=d' } },
    'ready, no link to it': { ...ended, next: { kind: 'ready', permalink: null } },
    failed: { ...ended, next: { kind: 'failed' } },
    removed: { ...ended, next: { kind: 'removed' } },
  },
  'recording-failed': {
    failed: { kind: 'recording-failed', recordingId, title, startedAt, reason: 'forceDisconnected' },
    'without a reason': { kind: 'recording-failed', recordingId, title, startedAt, reason: null },
  },
  'recording-ready': {
    alone: ready,
    'second of three': { ...ready, position: { index: 2, of: 3 } },
    'length unknown': { ...ready, lengthSeconds: null },
    'in direct messages': { ...ready, audience: 'host' },
    'its link for the host alone': { ...ready, whoOpens: 'host-only' },
    'deleted by members': { ...ready, whoDeletes: 'members' },
    'deleted by nobody': { ...ready, whoDeletes: 'nobody' },
    'in direct messages, strictest': {
      ...ready,
      audience: 'host',
      whoOpens: 'host-only',
      whoDeletes: 'nobody',
    },
    'its end not told before': { ...ready, endedAt: startedAt + 32 * 60_000 },
  },
  reminder: {
    'of one': { kind: 'reminder', subject: 'reminder:T1:U0ADA:2026-12-15', rows: [goesSoon], more: 0 },
    'of many': {
      kind: 'reminder',
      subject: 'reminder:T1:U0ADA:2026-12-15',
      rows: Array.from({ length: 10 }, (_, n) => ({ ...goesSoon, recordingId: `${recordingId}-${n}` })),
      more: 3,
    },
    'of some that are gone': {
      kind: 'reminder',
      subject: 'reminder:T1:U0ADA:2026-12-15',
      rows: [{ ...goesSoon, isRemoved: true }, goesSoon],
      more: 0,
    },
  },
  'recording-shared': {
    shared,
    'second of three, length unknown': { ...shared, position: { index: 2, of: 3 }, lengthSeconds: null },
    'no more': { ...shared, keptUntil: null },
  },
  'policy-changed': {
    'for the workspace': {
      kind: 'policy-changed',
      key: 'slack-view:V1',
      changedBy: host,
      changes: [{ scope: 'workspace', rule: 'makeRooms', value: 'admins' }],
    },
    'for the workspace and a channel': {
      kind: 'policy-changed',
      key: 'slack-view:V1',
      changedBy: host,
      changes: [
        { scope: 'workspace', rule: 'recording', value: 'offered' },
        { scope: 'channel', rule: 'deleteRecordings', value: 'nobody' },
        { scope: 'channel', rule: 'seeLinks', value: null },
      ],
    },
  },
  'recording-deleted': {
    deleted: {
      kind: 'recording-deleted',
      recordingId,
      title,
      startedAt,
      deletedBy: host,
      deletedAt: Date.parse('2026-11-23T08:15:00Z'),
    },
  },
  'recording-gone': {
    gone: {
      kind: 'recording-gone',
      recordingId,
      title,
      startedAt,
      goneSince: keptUntil,
    },
  },
};
