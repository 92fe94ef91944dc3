import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { hasChromium } from './chromium.ts';
import { goTo, message, type } from './gallery-stage.ts';
import { type HeldMeetings, holdMeetings } from './hold-meetings.ts';
import { type SandboxWorld, startSandboxWorld } from './sandbox-world.ts';

let world: SandboxWorld;
let meetings: HeldMeetings;
let ada: BrowserContext;
let carla: BrowserContext;

beforeAll(async () => {
  if (!hasChromium) return;
  world = await startSandboxWorld();
  meetings = holdMeetings(world.sandbox);
  [ada, carla] = [await world.person(), await world.person({ colorScheme: 'dark' })];
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterEach(() => Promise.all([ada, carla].flatMap((context) => context?.pages().map((page) => page.close()))));
afterAll(() => world?.close());

/** Somebody goes into the room behind a button, by what they can read and hear alone. */
async function enter(context: BrowserContext, press: () => Promise<void>, name: string): Promise<Page> {
  const [room] = await Promise.all([context.waitForEvent('page'), press()]);
  await room.getByLabel('Your name').fill(name);
  await room.getByRole('button', { name: 'Join' }).click();
  await room.getByRole('button', { name: 'Leave' }).waitFor();
  return room;
}

test('a room for 30 days, in German and by accessible names: its card tells who is in, and who no longer is', async () => {
  const slack = await world.open(carla, 'U0CARLA', 'C0DESIGN');
  const log = slack.getByRole('log', { name: 'Messages in #design' });
  const card = log.getByRole('article').filter({ hasText: 'Wochenplanung: ein Videoraum von @Carla' });

  await slack
    .getByRole('textbox', { name: 'Message #design' })
    .fill('/meet Wochenplanung --for 30d --no-recording');
  await slack.getByRole('button', { name: 'Send' }).click();
  const start = log.getByRole('button', { name: 'Als Host starten: Wochenplanung' });
  await start.waitFor();
  await card.getByText(/^Aufzeichnen ist abgeschaltet\. Offen bis/).waitFor();

  const room = await enter(carla, () => start.click(), 'Carla');
  const others = await world.open(ada, 'U0ADA', 'C0DESIGN');
  const join = others.getByRole('button', { name: 'Beitreten: Wochenplanung' });
  const guest = await enter(ada, () => join.click(), 'Ada');
  await card.getByText(/^Sitzung läuft seit .*: Carla und Ada\./).waitFor();
  expect(await violations(slack)).toEqual([]);

  await guest.getByRole('button', { name: 'Leave' }).click();
  await card.getByText(/^Sitzung läuft seit .*: Carla\./).waitFor();
  await room.getByRole('button', { name: 'Leave' }).click();
  await card.getByText(/^Niemand ist im Raum; die letzte Sitzung endete am/).waitFor();
  await card.getByRole('button', { name: 'Beitreten: Wochenplanung' }).waitFor();
  expect(await violations(slack)).toEqual([]);
});

test('a recording: searched for and shared; a German member gets the link from there, alone', async () => {
  const slack = await world.open(ada, 'U0ADA', 'C0GENERAL');
  await type(slack, '/meet Retrospective');
  await message(slack, 'Retrospective is ready').waitFor();
  await meetings.record('Retrospective', 1);
  await message(slack, 'Recording ready: Retrospective').waitFor();

  await type(slack, '/recordings retro @ada last 30d');
  const found = message(slack, 'Searched for “retro” in the title');
  await found.getByRole('button', { name: /^Get link: Retrospective/ }).waitFor();
  expect(await violations(slack)).toEqual([]);
  await found.getByRole('button', { name: /^Share in channel: Retrospective/ }).click();
  await message(slack, /Ada shares a recording: Retrospective/).waitFor();

  const theirs = await world.open(carla, 'U0CARLA', 'C0DESIGN');
  await goTo(theirs, 'general');
  const shared = message(theirs, /Ada shares a recording: Retrospective/);
  await shared.getByRole('button', { name: /^Get link: Retrospective/ }).click();
  await theirs.getByRole('button', { name: 'Video herunterladen (MP4): Retrospective' }).waitFor();
  expect(await slack.getByRole('button', { name: /^Download video/ }).count()).toBe(0);
  expect(await violations(theirs)).toEqual([]);
});

test('the dialog for a new room, until a date: the card says until when', async () => {
  const slack = await world.open(ada, 'U0ADA', 'C0DESIGN');
  const log = slack.getByRole('log', { name: 'Messages in #design' });
  await slack.getByRole('textbox', { name: 'Message #design' }).fill('/meet');
  await slack.getByRole('button', { name: 'Send' }).click();
  const dialog = slack.getByRole('dialog', { name: 'New meeting room' });

  await dialog.getByLabel('Title').fill('Planning week');
  await dialog.getByLabel(/^Until a date/).check();
  await dialog.getByLabel('Open until').fill(nextMonth());
  await dialog.getByRole('button', { name: 'Make room' }).click();
  await dialog.waitFor({ state: 'detached' });

  const card = log.getByRole('article').filter({ hasText: 'Planning week: a video room by @Ada' });
  await card.getByText(/Open until/).waitFor();
});

/** As a browser's control for day and time takes it. */
function nextMonth(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16);
}
