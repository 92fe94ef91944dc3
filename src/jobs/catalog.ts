import { z } from 'zod';
import type { StorableAnswer } from '../domain/answer.ts';
import { listPageSchema, listScopeSchema, recordingCursorSchema } from '../domain/recordings-list.ts';
import { roomListPageSchema } from '../domain/room-list.ts';
import { settingsChangeSchema } from '../domain/settings-change.ts';
import type { JobName, JobPayloads } from '../usecases/job-payloads.ts';

const replySchema = z.object({
  teamId: z.string(),
  userId: z.string(),
  channelId: z.string(),
  responseUrl: z.string().nullable(),
  replaces: z.boolean(),
  requestKey: z.string(),
});
const reply = { reply: replySchema };
const room = { roomKey: z.string() };
const recording = { recordingId: z.string() };
const member = z.object({ teamId: z.string(), userId: z.string() });
const hostsIn = z.union([z.literal('anywhere'), z.object({ channelId: z.string() })]);
const lastTry = z.boolean().exactOptional();

const roomChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('extend'), until: z.number() }),
  z.object({ kind: z.literal('end-after-session') }),
  z.object({ kind: z.literal('close') }),
]);

/** Who waits for a job: a person hears at once when it cannot be done; nobody waits for the others. */
export interface JobKind<N extends JobName = JobName> {
  readonly payload: z.ZodType<JobPayloads[N]>;
  readonly waiting: 'person' | 'nobody';
  /** Tries before it is buried. */
  readonly attempts: number;
}

/** Slack may be away for a minute and a half. */
const forPerson = { waiting: 'person', attempts: 8 } as const;
/** About 45 minutes; the next of them does what one left undone. */
const forUpkeep = { waiting: 'nobody', attempts: 15 } as const;
/** Three days at least, soon every 5 to 10 minutes: nobody would post it later. */
const forChannel = { waiting: 'nobody', attempts: 620 } as const;

/** Every kind of job. What is stored by one release is read by the next: shapes only ever gain optional members. */
export const CATALOG: { readonly [N in JobName]: JobKind<N> } = {
  'create-room': { payload: z.object({ ...room, ...reply, lastTry }), ...forPerson },
  'find-room': {
    payload: z.object({ ...room, look: z.union([z.literal(1), z.literal(2)]), ...reply, lastTry }),
    // Whoever asked has been told that it takes a while, so the meeting service gets one, too.
    waiting: 'nobody',
    attempts: 8,
  },
  'answer-room-ready': { payload: z.object({ ...room, ...reply }), ...forPerson },
  // The answer was made by this code and is only shown, so its inner shape is taken on trust.
  answer: { payload: z.object({ answer: z.custom<StorableAnswer>(), ...reply }), ...forPerson, attempts: 15 },
  'still-working': { payload: z.object({ ...reply }), waiting: 'person', attempts: 1 },
  'share-host-link': { payload: z.object({ ...room, ...reply, onJoin: z.boolean() }), ...forPerson },
  'share-recording-link': { payload: z.object({ ...recording, ...reply }), ...forPerson },
  'delete-recording': { payload: z.object({ ...recording, ...reply }), ...forPerson },
  'list-recordings': {
    payload: z.object({ scope: listScopeSchema, page: listPageSchema.exactOptional(), ...reply }),
    ...forPerson,
  },
  'share-recording': { payload: z.object({ ...recording, ...reply }), ...forPerson },
  'list-rooms': { payload: z.object({ page: roomListPageSchema.exactOptional(), ...reply }), ...forPerson },
  'offer-room-change': {
    payload: z.object({ ...room, what: z.enum(['extend', 'hand-over']), ...reply }),
    ...forPerson,
  },
  'change-room': { payload: z.object({ ...room, change: roomChange, ...reply }), ...forPerson },
  'set-recording': {
    payload: z.object({
      ...room,
      wanted: z.enum(['on', 'off']),
      pressedAt: z.number().exactOptional(),
      ...reply,
    }),
    ...forPerson,
  },
  'hand-over-room': { payload: z.object({ ...room, toUserId: z.string(), ...reply }), ...forPerson },
  'rename-host': {
    payload: z.object({ ...room, after: recordingCursorSchema.exactOptional() }),
    ...forChannel,
  },
  'change-settings': { payload: z.object({ change: settingsChangeSchema, ...reply }), ...forPerson },
  'announce-policy': {
    payload: z.object({
      key: z.string(),
      changes: settingsChangeSchema.shape.policy,
      locale: z.string(),
      ...reply,
    }),
    ...forChannel,
  },
  'announce-room': { payload: z.object({ ...room }), ...forChannel },
  'announce-recording': { payload: z.object({ ...recording }), ...forChannel },
  'remind-host': { payload: member, ...forChannel },
  'update-reminder': { payload: z.object({ subject: z.string() }), ...forChannel },
  'update-homes': {
    payload: z.object({
      of: z.object({ teamId: z.string(), hostsIn: hostsIn.exactOptional() }),
      after: z.string().exactOptional(),
    }),
    ...forChannel,
  },
  'update-home': { payload: member, ...forChannel },
  'reconcile-session': { payload: z.object({ sessionId: z.string() }), ...forUpkeep },
  sweep: { payload: z.object({}), ...forUpkeep },
};

/** Priority of jobs a person waits for; that of all others is 0. */
export const FOR_PERSON = 1;
/** All there are; the first goes first. */
export const PRIORITIES = [FOR_PERSON, 0] as const;

/** Whoever clicked goes first. */
export function priorityOf(name: JobName): number {
  return CATALOG[name].waiting === 'person' ? FOR_PERSON : 0;
}
