import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { type SandboxWorld, startSandboxWorld } from './sandbox-world.ts';

let world: SandboxWorld;
beforeAll(async () => {
  if (hasChromium) world = await startSandboxWorld({ provider: 'vonage-video' });
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterAll(() => world?.close());

interface SeenSession {
  readonly is_live: boolean;
  readonly connections: readonly { readonly name: string; readonly role: string }[];
}

test('two people join in two pages at the same moment: one session, one recording, and each sees the other', async () => {
  const [ada, ben] = [await world.person(), await world.person()];
  const slack = await world.open(ada, 'U0ADA', 'C0GENERAL');
  await slack.getByRole('textbox', { name: 'Message #general' }).fill('/meet Design review');
  await slack.getByRole('button', { name: 'Send' }).click();
  const start = slack.getByRole('button', { name: 'Start as host: Design review' });
  const [host] = await Promise.all([ada.waitForEvent('page'), start.click()]);
  const other = await world.open(ben, 'U0BEN', 'C0GENERAL');
  const join = other.getByRole('button', { name: 'Join: Design review' });
  const [guest] = await Promise.all([ben.waitForEvent('page'), join.click()]);
  await host.getByLabel('Your name').fill('Ada');
  await guest.getByLabel('Your name').fill('Ben');

  // Vonage takes its time, so that both have asked before either has a session.
  await fetch(`${world.sandbox.rooms.url}/_sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ delay_ms: 1000, methods: ['POST /session/create'] }),
  });
  await Promise.all([host, guest].map((page) => page.getByRole('button', { name: 'Join' }).click()));

  const inside = (page: Page) => page.getByRole('list', { name: 'Pictures' });
  await inside(host).getByText('Ben').waitFor();
  await inside(guest).getByText('Ada').waitFor();
  const { sessions } = (await (await fetch(`${world.sandbox.rooms.url}/_sandbox/sessions`)).json()) as {
    sessions: readonly SeenSession[];
  };
  const used = sessions.filter(({ is_live }) => is_live);
  expect(used).toHaveLength(1);
  expect(used[0]?.connections.map(({ name, role }) => `${name}: ${role}`).toSorted()).toEqual([
    'Ada: moderator',
    'Ben: publisher',
  ]);
  const log = slack.getByRole('log', { name: 'Messages in #general' });
  await log.getByText('Recording started in Design review').waitFor();
  expect(await log.getByText('Recording started in Design review').count()).toBe(1);
});
