import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { cornerColor, joinAs, type RoomPageWorld, startRoomPageWorld } from './room-page-world.ts';

let world: RoomPageWorld;
beforeAll(async () => {
  if (hasChromium) world = await startRoomPageWorld();
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterEach(async () => {
  expect(world.complaints.splice(0)).toEqual([]);
  await Promise.all(world.browser.contexts().map((context) => context.close()));
});
afterAll(() => world?.close());

const AUTOMATIC = { recording_options: { auto_record: true } };
const LEAVE = { name: 'Leave' };

test('camera: asked for in the lobby, shown to the others instead of the drawn picture', async () => {
  const room = await world.sandbox.createRoom();
  const host = await world.open(room._links.host_url.href);
  const guest = await world.open(room._links.guest_url.href);
  await joinAs(host, 'Ada');

  await guest.getByLabel('Use my camera').check();
  await joinAs(guest, 'Grace');

  // The browser's fake camera is a green field.
  await expect
    .poll(() => cornerColor(host, 'Grace'))
    .toSatisfy(([red, green, blue]) => green > 100 && red < 40 && blue < 40);
});

test('camera refused: said plainly, and one joins with a drawn picture', async () => {
  const room = await world.sandbox.createRoom();
  const guest = await world.open(room._links.guest_url.href);
  await guest.evaluate(
    "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
  );

  await guest.getByLabel('Use my camera').click();

  await guest.getByRole('alert').filter({ hasText: 'You join with a drawn picture.' }).waitFor();
  expect(await guest.getByLabel('Use my camera').isChecked()).toBe(false);
  await joinAs(guest, 'Grace');
});

test('doors that are not open: unknown, closed, and waiting for the host until the host is back', async () => {
  const { sandbox } = world;
  const unknown = await world.open(`${sandbox.meetings.url}/123456789`);
  await unknown.getByRole('heading', { name: 'No room here' }).waitFor();
  const room = await sandbox.createRoom();
  const forged = await world.open(
    `${sandbox.meetings.url}/?room_token=${room.meeting_code}&participant_token=a.b.c`,
  );
  await forged.getByRole('heading', { name: 'No room here' }).waitFor();

  const longTerm = await sandbox.createRoom({ type: 'long_term', expires_at: '2199-01-01T00:00:00Z' });
  const first = await sandbox.join(longTerm, { name: 'Guest' });
  await first.leave();
  await sandbox.advance(601);
  const closed = await world.open(room._links.guest_url.href);
  await closed.getByText('This room has closed.').waitFor();
  const waiting = await world.open(longTerm._links.guest_url.href);
  await waiting.getByText('The next one begins when the host is back').waitFor();
  await sandbox.join(longTerm, { name: 'Ada', host: true });
  await waiting.getByText('You join as a guest.').waitFor();
});

test('keyboard alone: the name has the focus, Enter joins, the room’s title is read, Leave is reached', async () => {
  const room = await world.sandbox.createRoom({ display_name: 'Weekly sync' });
  const page = await world.open(room._links.guest_url.href);
  await page.getByLabel('Your name').waitFor();

  await page.keyboard.type('Grace');
  await page.keyboard.press('Enter');
  await page.getByRole('button', LEAVE).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Weekly sync');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await page.getByText('You have left.').waitFor();
  await page.getByText('Nothing was recorded.').waitFor();
});

test.each(['light', 'dark'] as const)(
  'phone, %s: nothing is cut off sideways, in the lobby and in the room',
  async (colorScheme) => {
    const title =
      'Quarterly planning with everyone from engineering, design, sales and support, second attempt';
    const room = await world.sandbox.createRoom({ ...AUTOMATIC, display_name: title });
    const page = await world.open(room._links.host_url.href, {
      colorScheme,
      viewport: { width: 390, height: 844 },
    });
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');

    await page.getByLabel('Your name').waitFor();
    const inLobby = await overflow();
    await joinAs(page, 'A name that is as long as names may be in this little sandbox');
    await world.sandbox.join(room, { name: 'Guest' });
    await page.getByRole('heading', { name: 'In the room (2)' }).waitFor();

    expect([inLobby, await overflow()]).toEqual([0, 0]);
  },
);
