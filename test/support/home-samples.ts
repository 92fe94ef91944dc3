import type { FailedRoom, Home, HomeRoom } from '../../src/domain/home.ts';
import type { RecordingRow } from '../../src/domain/recording-row.ts';
import {
  closesAt,
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

const none = { rows: [], more: false };
const room: HomeRoom = {
  roomKey,
  title,
  channelId: 'C0GENERAL',
  direct: false,
  joinUrl,
  recording: 'automatic',
  longTerm: false,
  expiresAt: closesAt,
  closesAfterSession: false,
  session: null,
};
const inSession: HomeRoom = {
  ...room,
  ...longTerm,
  session: {
    kind: 'in-session',
    since: startedAt,
    inside: { names: ['Ada', 'Ben'], others: 3 },
    isRecorded: true,
  },
};
const failed: FailedRoom = {
  roomKey,
  title,
  channelId: 'C0GENERAL',
  createdAt: startedAt,
  nextStep: 'try-again',
};
const STEPS = ['invite-and-retry', 'other-wish', 'ask-admin', 'other-channel', 'not-allowed'] as const;
const recording: RecordingRow = {
  recordingId,
  title,
  hostName,
  startedAt,
  lengthSeconds: 1920,
  position: null,
  kept: { until: keptUntil, daysLeft: 30 },
  failed: false,
  mayGetLink: true,
  mayDelete: true,
  whoDeletes: 'host-and-admins',
  mayShare: false,
  timeZone,
};
const expiring = { ...recording, kept: { until: keptUntil, daysLeft: 3 } };
const newcomer: Home = {
  expiring: none,
  failed: none,
  rooms: none,
  recordings: none,
  reminders: true,
  firstReminder: 7,
  mayMakeRooms: true,
  mayChangeSettings: true,
  workspace: null,
};
const twenty = <Row>(row: Row) => ({ rows: Array.from({ length: 20 }, () => row), more: true });

/** App Home in every state it can be in. */
export const HOMES = {
  'of a newcomer': newcomer,
  'of somebody who may make no rooms': { ...newcomer, mayMakeRooms: false, mayChangeSettings: false },
  'of a host': {
    ...newcomer,
    expiring: { rows: [expiring], more: false },
    failed: { rows: [failed], more: false },
    rooms: {
      rows: [room, { ...room, ...longTerm }, inSession, { ...room, direct: true, joinUrl: null }],
      more: false,
    },
    recordings: { rows: [recording, { ...recording, kept: null }], more: false },
  },
  'of a host whose rooms failed in every way': {
    ...newcomer,
    failed: { rows: STEPS.map((nextStep) => ({ ...failed, nextStep })), more: false },
  },
  'without reminders': {
    ...newcomer,
    recordings: { rows: [recording], more: false },
    reminders: false,
  },
  'where recordings are kept for days only': { ...newcomer, firstReminder: 1 },
  'of an admin': { ...newcomer, workspace: { liveRooms: 3, roomLimit: 100, buriedJobs: 0 } },
  'of an admin who has to act': {
    ...newcomer,
    workspace: { liveRooms: 100, roomLimit: 100, buriedJobs: 2 },
  },
  'full of everything': {
    expiring: twenty(expiring),
    failed: twenty({ ...failed, nextStep: 'invite-and-retry' as const }),
    rooms: twenty(inSession),
    recordings: twenty(recording),
    reminders: true,
    firstReminder: 7,
    mayMakeRooms: true,
    mayChangeSettings: true,
    workspace: { liveRooms: 99, roomLimit: 100, buriedJobs: 1 },
  },
} as const satisfies Readonly<Record<string, Home>>;
