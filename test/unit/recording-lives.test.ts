import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../../src/domain/meeting-event.ts';
import { LIFECYCLE, MEETING, ordersOf } from '../support/lifecycle.ts';
import { lifeOf, type Telling } from '../support/recording-life.ts';

/*
 * The callbacks of one recorded session, in every order. Each life ends when the clock has passed all that happens by
 * itself, and each must end in these messages.
 */
const { recordingId, startedAt } = MEETING;
const title = 'Design review';
const OUTCOME = [
  { kind: 'recording-started', recordingId, roomKey: 'room-1', title, startedAt, joinUrl: null },
  {
    kind: 'recording-ended',
    recordingId,
    title,
    lengthSeconds: 1920,
    next: { kind: 'ready', permalink: 'https://slack.test/2' },
  },
  expect.objectContaining({
    kind: 'recording-ready',
    recordingId,
    title,
    startedAt,
    endedAt: null,
    lengthSeconds: 1920,
    position: null,
    keptUntil: MEETING.endedAt + 30 * 86_400_000,
  }),
];

/** Where the callbacks come, and whether jobs run between them or only after all. */
interface Way {
  readonly way: string;
  readonly to: (index: number) => Telling['to'];
  readonly atOnce: boolean;
}

const IN_TURN: Way = {
  way: 'to both addresses in turn, each followed by its jobs',
  to: (index) => (index % 2 === 0 ? 'room' : 'application'),
  atOnce: false,
};
const WAYS: readonly Way[] = [
  { way: 'to the application, all before any job', to: () => 'application', atOnce: true },
  { way: 'to the room, each followed by its jobs', to: () => 'room', atOnce: false },
  IN_TURN,
];

/** How many lives there were; each has had the outcome. */
async function live(sequences: Iterable<readonly MeetingEvent[]>, { to, atOnce }: Way): Promise<number> {
  let lives = 0;
  let agreed = '';
  for (const events of sequences) {
    const tellings = events.map((event, index) => ({ event, to: to(index) }));
    const messages = await lifeOf(tellings, atOnce);
    // Looked at once; of tens of thousands, nearly all are the same to the letter.
    const told = JSON.stringify(messages);
    if (told !== agreed) expect(messages, events.map(({ kind }) => kind).join(', ')).toEqual(OUTCOME);
    agreed = told;
    lives++;
  }
  return lives;
}

function* withoutOne(): Generator<readonly MeetingEvent[]> {
  for (const index of LIFECYCLE.keys()) yield* ordersOf(LIFECYCLE.toSpliced(index, 1));
}

/** Each order with each callback told a second time, somewhere; where, moves on from one order to the next. */
function* withOneTwice(): Generator<readonly MeetingEvent[]> {
  for (const event of LIFECYCLE) {
    let place = 0;
    for (const order of ordersOf(LIFECYCLE)) yield order.toSpliced(place++ % (order.length + 1), 0, event);
  }
}

/** Seconds each, more on a busy machine. */
const PATIENT = { timeout: 60_000 };

describe.each(WAYS)('the seven callbacks of a recorded session, $way', PATIENT, (way) => {
  test('in all 5,040 orders: the same messages', async () => {
    expect(await live(ordersOf(LIFECYCLE), way)).toBe(5_040);
  });

  test('without any one of them, the others in all 720 orders: the same messages', async () => {
    expect(await live(withoutOne(), way)).toBe(7 * 720);
  });
});

test('any one of the seven told twice, in all 5,040 orders: the same messages', PATIENT, async () => {
  expect(await live(withOneTwice(), IN_TURN)).toBe(7 * 5_040);
});
