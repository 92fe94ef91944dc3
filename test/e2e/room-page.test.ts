import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import {
  chunksSent,
  cornerColor,
  joinAs,
  type RoomPageWorld,
  startRoomPageWorld,
  watch,
} from './room-page-world.ts';

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

/** The link a client of the API gets for a session's only recording, once it is uploaded. */
async function uploadedUrl(roomId: string): Promise<string> {
  let url = '';
  await expect
    .poll(() => {
      const found = world.sandbox.receiver.received.find(
        ({ event, body }) => event === 'recording:uploaded' && body['room_id'] === roomId,
      );
      url = String(found?.body['url'] ?? '');
      return url;
    })
    .not.toBe('');
  return url;
}

test('host and guest meet: each sees the other and that it is recorded; afterwards both watch the video of both', async () => {
  const room = await world.sandbox.createRoom(AUTOMATIC);
  const host = await world.open(room._links.host_url.href);
  const guest = await world.open(room._links.guest_url.href);

  await host.getByText('You are the host.').waitFor();
  await guest.getByText('You join as a guest.').waitFor();
  await guest.getByText('Everyone who joins is recorded.').waitFor();
  await joinAs(host, 'Ada');
  await joinAs(guest, 'Guest');
  for (const page of [host, guest]) {
    await page.getByRole('heading', { name: 'In the room (2)' }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^Recording$/ })
      .waitFor();
  }
  const colors = [await cornerColor(guest, 'Ada'), await cornerColor(host, 'Guest')];
  // Only now are both in the picture.
  await chunksSent(host, 3);
  await guest.getByRole('button', LEAVE).click();
  await guest.getByText('Others are still in the room.').waitFor();
  await host.getByRole('button', LEAVE).click();

  for (const page of [host, guest]) {
    const video = page.getByLabel('Watch here');
    await video.waitFor();
    const { durationSeconds } = await watch(page, (await video.getAttribute('src')) ?? '');
    expect(durationSeconds).toBeGreaterThan(2);
  }
  const { shares } = await watch(guest, await uploadedUrl(room.id), colors);
  expect(Math.min(...shares)).toBeGreaterThan(0.03);
});

test('only the host recorded: with both in the room, the video shows the host alone', async () => {
  const room = await world.sandbox.createRoom({
    recording_options: { auto_record: true, record_only_owner: true },
  });
  const host = await world.open(room._links.host_url.href);
  const guest = await world.open(room._links.guest_url.href);

  await joinAs(guest, 'Guest');
  await guest.getByText('Not recording: the host is not here').waitFor();
  const recorded = chunksSent(host, 3);
  await joinAs(host, 'Ada');
  await guest.getByText('Recording the host').waitFor();
  const colors = [await cornerColor(guest, 'Ada'), await cornerColor(host, 'Guest')];
  await recorded;
  await host.getByRole('button', LEAVE).click();

  const { durationSeconds, shares } = await watch(guest, await uploadedUrl(room.id), colors);
  expect(durationSeconds).toBeGreaterThan(1.5);
  expect(shares[0]).toBeGreaterThan(0.1);
  expect(shares[1]).toBe(0);
});

test('tab closed: that is leaving, and what was recorded plays', async () => {
  const room = await world.sandbox.createRoom(AUTOMATIC);
  const host = await world.open(room._links.host_url.href);
  const viewer = await world.open(room._links.guest_url.href);
  const recorded = chunksSent(host, 3);
  await joinAs(host, 'Ada');

  await recorded;
  await host.close({ runBeforeUnload: true });

  const { durationSeconds } = await watch(viewer, await uploadedUrl(room.id));
  expect(durationSeconds).toBeGreaterThan(2);
  // Of this room alone: the test before may not have left its own yet.
  const live = world.sandbox.meetings.control.liveRooms().map(({ roomId }) => roomId);
  expect(live).not.toContain(room.id);
});

test('recording by hand: any participant starts and stops it, and everybody is told', async () => {
  const room = await world.sandbox.createRoom();
  const host = await world.open(room._links.host_url.href);
  const guest = await world.open(room._links.guest_url.href);
  await joinAs(host, 'Ada');
  await joinAs(guest, 'Guest');
  const status = host.getByRole('status');

  await status.filter({ hasText: 'Not recording' }).waitFor();
  const recorded = chunksSent(guest, 2);
  await guest.getByRole('button', { name: 'Start recording' }).click();
  await status.filter({ hasText: /^Recording$/ }).waitFor();
  await recorded;
  await guest.getByRole('button', { name: 'Stop recording' }).click();
  await status.filter({ hasText: 'Not recording' }).waitFor();

  const { durationSeconds } = await watch(host, await uploadedUrl(room.id));
  expect(durationSeconds).toBeGreaterThan(1);
});
