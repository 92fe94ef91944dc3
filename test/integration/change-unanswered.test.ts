import { expect, onTestFinished, test } from 'vitest';
import { openWire } from '../../bench/prove/wire.ts';
import { homeButtons, openHome, published } from '../support/at-home.ts';
import { callbacksOf, deliver } from '../support/callbacks.ts';
import { cardOf } from '../support/in-slack.ts';
import { openRoom } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

interface Unheard {
  readonly app: Roomtone;
  /** Slack carries out the next call of that method, and the connection breaks before the app hears of it. */
  missAnswer(method: string): void;
}

async function roomtoneOnBadWire(): Promise<Unheard> {
  let missed: string | undefined;
  let slack = '';
  const wire = await openWire({
    target: () => slack,
    at({ path }, moment) {
      if (moment !== 'done' || path !== `/api/${missed}`) return 'go';
      missed = undefined;
      return 'cut';
    },
  });
  onTestFinished(wire.close);
  const app = await roomtone({ env: { SLACK_API_URL: `${wire.origin}/api/` } });
  slack = new URL(app.slack.apiUrl).origin;
  return {
    app,
    missAnswer(method) {
      missed = method;
    },
  };
}

test('a change of Home whose answer is lost, taken back before it is tried again: Home shows what is', async () => {
  const { app, missAnswer } = await roomtoneOnBadWire();
  await openHome(app, 'ben');
  app.advance(60_000);
  const press = (action: string) => app.slack.workspace.viewAction({ user: 'ben', view: 'home', action });
  const before = published(app);

  missAnswer('views.publish');
  await press('reminders.stop');
  await app.idle();
  expect(homeButtons(app, 'ben')).toContain('Remind me again');
  await press('reminders.start');
  await app.settle();

  expect(homeButtons(app, 'ben')).toContain('No more reminders');
  expect(published(app) - before).toBe(2);
});

test('a change of a card whose answer is lost, undone before it is tried again: the card says what is', async () => {
  const { app, missAnswer } = await roomtoneOnBadWire();
  const { roomId, callbackUrl } = await openRoom(app);
  const times = { startedAt: app.now(), endedAt: app.now() };
  const of = callbacksOf({ roomId, sessionId: 'session-1', recordingId: 'r-1', ...times });
  const [ada, ben] = [
    { participantId: 'p-ada', name: 'Ada' },
    { participantId: 'p-ben', name: 'Ben' },
  ] as const;
  const tell = async (...bodies: unknown[]) => {
    for (const body of bodies) expect(await deliver(callbackUrl, body)).toBe(204);
  };
  await tell(of.sessionStarted, of.joined(ada));
  await app.settle();
  app.advance(60_000);

  missAnswer('chat.update');
  await tell(of.joined(ben));
  app.advance(3_001);
  await app.idle();
  expect(cardOf(app, 'general')['text']).toContain(': Ada and Ben.');
  await tell(of.left(ben));
  await app.settle();

  expect(cardOf(app, 'general')['text']).toContain(': Ada.');
});
