import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { violations } from './axe.ts';
import { hasChromium } from './chromium.ts';
import { startRoomDoor } from './room-door.ts';
import { joinAs, ROOM, startVideoPageWorld, tellAll, type VideoPageWorld } from './video-page-world.ts';

let world: VideoPageWorld;
beforeAll(async () => {
  if (hasChromium) world = await startVideoPageWorld();
});
beforeEach(({ skip }) => {
  skip(!hasChromium, 'Chromium is not installed');
  world.door.rooms.set('room', ROOM);
});
afterEach(async () => {
  expect(world.complaints.splice(0)).toEqual([]);
  await world.closeBrowsers();
});
afterAll(() => world?.close());

const GUEST = '/r/room';
const HOST = '/h/room-host';
const FOCUSED = 'document.activeElement.ariaLabel ?? document.activeElement.textContent';
const OVERFLOW = 'document.documentElement.scrollWidth - innerWidth';

test('host and guest meet: they see, hear of, mute and leave each other, and the recording light is on', async () => {
  const browser = await world.browser();
  const host = await world.open(browser, HOST);
  await host.getByText('This meeting is recorded. By joining you agree.').waitFor();
  await joinAs(host, 'Ada');
  const guest = await world.open(browser, GUEST);
  await joinAs(guest, 'Grace');

  await host.getByRole('log').getByText('Grace has joined.').waitFor();
  expect(await guest.getByRole('log').getByText('has joined').count()).toBe(0);
  await guest.getByRole('list', { name: 'Pictures' }).getByText('Ada').waitFor();
  await tellAll(host, { kind: 'recording', isOn: true });
  await guest.getByText('Recording', { exact: true }).waitFor();
  await guest.getByRole('button', { name: 'Share screen' }).click();
  await host.getByText('Grace’s screen').waitFor();
  expect(await violations(host)).toEqual([]);

  await host.getByRole('button', { name: 'Mute Grace' }).click();
  await guest.getByText('The host has muted you.').waitFor();
  await guest.getByRole('button', { name: 'Unmute' }).click();
  await host.getByRole('button', { name: 'Mute Grace' }).waitFor();
  expect(await guest.getByRole('button', { name: 'Remove Ada' }).count()).toBe(0);
  await guest.getByRole('button', { name: 'Leave' }).click();

  await guest.getByText('You have left.').waitFor();
  await host.getByRole('log').getByText('Grace has left.').waitFor();
  await host.getByRole('heading', { name: 'In the room (1)' }).waitFor();
});

test('removed by the host, after a question: told so, without a way back in', async () => {
  const browser = await world.browser();
  const host = await world.open(browser, HOST);
  await joinAs(host, 'Ada');
  const guest = await world.open(browser, GUEST);
  await joinAs(guest, 'Grace');

  await host.getByRole('button', { name: 'Remove Grace' }).click();
  await host.getByRole('dialog').waitFor();
  await host.keyboard.press('Escape');
  await host.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => host.evaluate(FOCUSED)).toBe('Remove Grace');
  await host.keyboard.press('Enter');
  await host.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();

  await guest.getByText('The host has removed you from the room.').waitFor();
  expect(await guest.getByRole('button').count()).toBe(0);
  await host.getByRole('heading', { name: 'In the room (1)' }).waitFor();
});

test('by keyboard alone, in German: every control is reached in order and shows that it is', async () => {
  const browser = await world.browser({ locale: 'de-DE' });
  const page = await world.open(browser, GUEST);
  await page.getByLabel('Dein Name').waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByText('Wenn du beitrittst, stimmst du zu.').waitFor();
  await page.keyboard.type('Grace');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Verlassen' }).waitFor();
  await expect.poll(() => page.evaluate(FOCUSED)).toBe('Design review');
  const focused: unknown[] = [];
  for (let tabs = 0; tabs < 5; tabs++) {
    await page.keyboard.press('Tab');
    focused.push(await page.evaluate(FOCUSED));
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  }
  await page.keyboard.press('Enter');

  expect(focused).toEqual(['Stumm schalten', 'Kamera aus', 'Bildschirm teilen', 'Personen', 'Verlassen']);
  expect(await page.evaluate('document.documentElement.lang')).toBe('de');
  await page.getByText('Du hast den Raum verlassen.').waitFor();
});

test('waiting room: a guest waits and is let in when the host is there', async () => {
  world.door.rooms.set('room', { ...ROOM, waitingRoom: true, hostIsIn: false });
  const page = await world.open(await world.browser(), GUEST);
  await page.clock.install();
  await page.getByText('The host is not here yet.').waitFor();

  await page.getByLabel('Your name').fill('Grace');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('Waiting for the host.').waitFor();
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('Waiting for the host.').waitFor();
  world.door.rooms.set('room', { ...ROOM, waitingRoom: true, hostIsIn: true });
  await page.clock.fastForward('00:02');

  await page.getByRole('button', { name: 'Leave' }).waitFor();
});

test('doors that are not open: each says so, and opens by itself if it can', async () => {
  const browser = await world.browser();
  await browser.clock.install();
  const says = async (path: string, text: string): Promise<void> => {
    const page = await world.open(browser, path);
    await page.getByRole('status').getByText(text).waitFor();
  };
  world.door.rooms.set('closed', { ...ROOM, state: 'expired' });
  world.door.rooms.set('early', { ...ROOM, state: 'not-yet' });
  world.door.rooms.set('room', { ...ROOM, state: 'full' });

  await says('/r/unknown', 'No room belongs to this link.');
  await says('/r/closed', 'This room has closed.');
  await says('/r/early', 'This room is not open yet.');
  const full = await world.open(browser, GUEST);
  await full.getByText('This room is full.').waitFor();
  expect(await violations(full)).toEqual([]);
  world.door.rooms.set('room', ROOM);
  await full.clock.fastForward('00:05');

  await full.getByText('You join as a guest.').waitFor();
  world.door.rooms.set('room', { ...ROOM, state: 'expired' });
  await full.getByLabel('Your name').fill('Grace');
  await full.getByRole('button', { name: 'Join' }).click();
  await full.getByText('This room has closed.').waitFor();
});

test('connection lost: said at once, mended or not, and Join again leads back in with the same name', async () => {
  const page = await world.open(await world.browser(), GUEST);
  await joinAs(page, 'Grace');

  await tellAll(page, { kind: 'connection', isUp: false });
  await page.getByRole('alert').getByText('The connection is gone.').waitFor();
  await tellAll(page, { kind: 'connection', isUp: true });
  await page.getByText('The connection is gone.').waitFor({ state: 'detached' });
  await tellAll(page, { kind: 'lost' });
  await page.getByText('The connection was lost').waitFor();
  await page.getByRole('button', { name: 'Join again' }).click();

  await page.getByRole('heading', { name: 'In the room (1)' }).waitFor();
  await page.getByRole('list', { name: 'Pictures' }).getByText('Grace (you)').waitFor();
});

test('no camera: the page says why and what to do, and one joins without it', async () => {
  const browser = await world.browser();
  await browser.addInitScript(`
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (wanted.video && !globalThis.isAllowed) throw new DOMException('no', 'NotAllowedError');
      return open(wanted);
    };`);
  const page = await world.open(browser, GUEST);

  await page.getByText('The camera is not allowed.').waitFor();
  expect(await page.getByLabel('Camera').isDisabled()).toBe(true);
  await joinAs(page, 'Grace');
  await page.getByRole('button', { name: 'Start camera' }).waitFor();
  await page.getByRole('button', { name: 'Mute' }).waitFor();
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('button', { name: 'Join again' }).click();
  await page.evaluate('globalThis.isAllowed = true');
  await page.getByRole('button', { name: 'Check again' }).click();

  await page.getByLabel('Your picture').waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Grace');
});

test('a host’s address: does not show the secret, also for who copies it, and reloads', async () => {
  const browser = await world.browser({
    userAgent: 'Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Slack/25.11',
  });
  await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await world.open(browser, HOST);
  await page.getByText('Slack’s own browser often gives no camera').waitFor();

  expect(page.url()).toBe(`${world.door.origin}/h/-`);
  await page.reload();
  await page.getByText('You are the host.').waitFor();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(world.door.origin + HOST);
});

test('Vonage’s own client: works under the page’s policy, never hears a host’s secret, and its failure is told', async () => {
  const door = await startRoomDoor();
  onTestFinished(() => door.close());
  door.rooms.set('room', ROOM);
  const page = await (await world.browser()).newPage();
  const told: string[] = [];
  await page.route(/^https:/, async (route) => {
    told.push(`${route.request().url()} ${route.request().postData()}`);
    await route.abort();
  });

  await page.goto(door.origin + HOST);
  await page.getByLabel('Your picture').waitFor();
  await page.getByLabel('Your name').fill('Ada');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('alert').getByText('You could not be connected.').waitFor();

  expect(told.some((line) => line.includes(`${door.origin}/h/-`))).toBe(true);
  expect(told.filter((line) => line.includes('room-host'))).toEqual([]);
});

test('phone, light and dark: nothing is cut off, at the door and inside', async () => {
  const title = 'Quarterly planning with everyone from engineering and sales';
  world.door.rooms.set('room', { ...ROOM, title });
  const browser = await world.browser({ viewport: { width: 360, height: 640 } });
  const page = await world.open(browser, HOST);
  await page.getByLabel('Your name').waitFor();
  const atTheDoor = await page.evaluate(OVERFLOW);
  await joinAs(page, 'A name that is nearly as long as any name may be in this room');
  await joinAs(await world.open(browser, GUEST), 'Grace');
  await page.bringToFront();
  await page.getByRole('button', { name: 'People' }).click();
  await page.getByRole('heading', { name: 'In the room (2)' }).waitFor();

  expect([atTheDoor, await page.evaluate(OVERFLOW)]).toEqual([0, 0]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
});
