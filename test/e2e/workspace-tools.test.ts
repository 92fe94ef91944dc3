import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { composer, isFocused, message, type PageWorld, startPageWorld } from './workspace-page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  if (hasChromium) world = await startPageWorld();
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterEach(async () => {
  expect((await world?.reset()) ?? []).toEqual([]);
});
afterAll(() => world?.close());

describe('try it', () => {
  test('chips of the welcome message: fill the composer; a guest without a room hears what to do first', async () => {
    const page = await world.open('channel=C0GENERAL&as=U0ADA');

    await page.getByRole('log').getByRole('button', { name: 'Make a room' }).click();
    const general = page.getByRole('textbox', { name: 'Message #general' });
    expect(await general.inputValue()).toBe('/meet Design review');
    await expect.poll(() => isFocused(general)).toBe(true);

    await page.getByRole('log').getByRole('button', { name: 'Bring a guest' }).click();
    await page.getByText('Nobody is in a room yet.').waitFor();
    expect(world.workspace.controls).toEqual([]);
  });

  test('see as: the same channel beside it, as the other one sees it at the same moment', async () => {
    const page = await world.open();
    await page.getByRole('button', { name: 'See as' }).click();
    await page.getByRole('button', { name: 'Carla' }).click();
    const carla = page.getByRole('region', { name: 'As Carla' });

    await composer(page).first().fill('/meet Only for Ada');
    await composer(page).first().press('Enter');
    await message(page, 'Only for Ada').waitFor();
    await carla.getByRole('textbox', { name: 'Message #design as Carla' }).fill('Hello from Carla');
    await carla.getByRole('button', { name: 'Send' }).click();

    await page.getByRole('region', { name: '#design' }).getByText('Hello from Carla').waitFor();
    await carla.getByRole('log').getByText('Hello from Carla').waitFor();
    expect(await carla.getByText('Only for Ada').count()).toBe(0);
  });

  test('behind the scenes: requests as they flow, by kind, with body and count', async () => {
    const page = await world.open();
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    const behind = page.getByRole('complementary', { name: 'Behind the scenes' });
    const recordingId = '9f6fa7f1-0000-4000-8000-000000000001';
    for (let copy = 1; copy <= 10; copy++) {
      world.workspace.traffic.add({
        kind: 'callback',
        title: 'recording:started',
        method: 'POST',
        path: '/callbacks/meetings/•••',
        status: 204,
        durationMs: 3,
        body: { event: 'recording:started', recording_id: recordingId },
      });
    }
    await world.workspace.call('chat.postMessage', {
      channel: 'C0DESIGN',
      text: 'Recording started in *Design review*.',
      metadata: {
        event_type: 'roomtone_recording',
        event_payload: { stage: 'started', recording_id: recordingId },
      },
    });

    await behind.getByText('received 10, posted 1').waitFor();
    await behind.getByText('POST /callbacks/meetings/•••').last().click();
    await behind.getByText(`"recording_id": "${recordingId}"`).waitFor();
    await behind.getByRole('button', { name: 'Vonage → app' }).click();
    expect(await behind.getByText('POST /callbacks/meetings/•••').count()).toBe(0);
    expect(await behind.getByText('POST /api/chat.postMessage').last().isVisible()).toBe(true);
  });

  test('the knobs: guest, time, faults and kill reach the sandbox, and their state is shown', async () => {
    world.workspace.status = {
      app: 'starting',
      faults: { duplicate: 1, shuffle: true },
      aheadSeconds: 87_000,
      liveRooms: [{ roomId: 'room-1', title: 'Design review', people: ['Ada'] }],
    };
    const before = world.workspace.controls.length;
    const page = await world.open();
    const tools = page.getByRole('toolbar', { name: 'Try it' });
    await tools.getByText('The app is starting · 1 day, 10 minutes ahead · shuffled').waitFor();

    await tools.getByRole('button', { name: 'Bring a guest' }).click();
    await tools.getByRole('button', { name: 'Design review' }).click();
    await tools.getByRole('button', { name: 'Time' }).click();
    await tools.getByRole('button', { name: '+1 day' }).click();
    await tools.getByRole('button', { name: 'Break it' }).click();
    await tools.getByRole('checkbox', { name: 'Send each callback ten times' }).click();
    await tools.getByRole('button', { name: 'Kill and restart the app' }).click();

    await expect
      .poll(() => world.workspace.controls.slice(before))
      .toEqual([
        { guest: 'room-1' },
        { advance: 86_400 },
        { faults: { duplicate: 10, shuffle: true } },
        'kill',
      ]);
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(tools.getByRole('button', { name: 'Break it' }))).toBe(true);
  });

  test('dark colours: as the system says, until chosen otherwise, also after a reload', async () => {
    const page = await world.open(undefined, { colorScheme: 'dark' });
    const background = (): Promise<unknown> =>
      page.evaluate('getComputedStyle(document.body).backgroundColor');
    await expect.poll(background).toBe('rgb(26, 29, 33)');

    await page.getByRole('button', { name: 'Dark colours' }).click();
    await expect.poll(background).toBe('rgb(255, 255, 255)');
    await page.reload();

    await page.getByRole('log').waitFor();
    await expect.poll(background).toBe('rgb(255, 255, 255)');
  });
});
