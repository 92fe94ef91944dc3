import { expect, test } from 'vitest';
import { openHome } from '../support/at-home.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

/** Calls of the app to Slack and to the Meetings server. */
const calls = (app: Roomtone): string[] =>
  app.traffic
    .recent()
    .filter(({ kind }) => kind === 'slack-api' || kind === 'vonage-api')
    .map(({ title }) => title);

const general = { user: 'ada', channel: 'general' } as const;

async function pressAtHome({ slack }: Roomtone, action: string): Promise<void> {
  const { blocks } = slack.workspace.home('ada') as {
    blocks: { block_id: string; elements?: { action_id: string }[] }[];
  };
  const block = blocks.find(({ elements = [] }) => elements.some((one) => one.action_id === action));
  await slack.workspace.viewAction({ user: 'ada', view: 'home', action, block: block?.block_id ?? '' });
}

/** Every way to a dialog, and what Slack is asked before the acknowledgement. */
const WAYS: Readonly<Record<string, readonly [(app: Roomtone) => Promise<unknown>, readonly string[]]>> = {
  '/meet': [
    ({ slack }) => slack.workspace.command({ ...general, command: '/meet', text: '' }),
    ['views.open'],
  ],
  'the shortcut': [
    ({ slack }) => slack.workspace.shortcut({ user: 'ada', shortcut: 'New meeting room' }),
    ['views.open'],
  ],
  'New meeting room, at Home': [(app) => pressAtHome(app, 'room.new'), ['views.open']],
  'Settings, at Home': [(app) => pressAtHome(app, 'settings.open'), ['views.open']],
  // What the dialog shows depends on whether somebody is an admin.
  '/meet settings': [
    ({ slack }) => slack.workspace.command({ ...general, command: '/meet', text: 'settings' }),
    ['users.info', 'views.open'],
  ],
};

test('the Meetings server hangs: every dialog opens before anything else is asked, within two calls', async () => {
  const app = await roomtone();
  await openHome(app, 'ada');
  app.meetings.control.setFaults({ hang: true });

  for (const [way, [go, asked]] of Object.entries(WAYS)) {
    const before = calls(app).length;
    await go(app);

    expect.soft(calls(app).slice(before), way).toEqual(asked);
    expect.soft(app.slack.workspace.openDialog('ada'), way).toBeDefined();
    await app.slack.workspace.closeView({ user: 'ada' });
  }
});

test('a channel is chosen for its settings: one call, then the answer', async () => {
  const app = await roomtone();
  await openHome(app, 'ada');
  await pressAtHome(app, 'settings.open');
  const before = calls(app).length;

  await app.slack.workspace.submitView('ada', { Channel: 'general' });

  expect(calls(app).slice(before)).toEqual(['users.info']);
});

test('the dialog for a room is submitted while the Meetings server hangs: one call, then acknowledged', async () => {
  const app = await roomtone({ timeoutMs: 300 });
  app.meetings.control.setFaults({ hang: true });
  await app.slack.workspace.shortcut({ user: 'ada', shortcut: 'New meeting room' });
  const before = calls(app).length;

  const result = await app.slack.workspace.submitView('ada', { Title: 'Budget', channel: 'general' });

  expect(result).toMatchObject({ ok: true });
  expect(calls(app)[before]).toBe('conversations.members');
  expect(app.sql('select title from rooms')).toEqual([{ title: 'Budget' }]);
});
