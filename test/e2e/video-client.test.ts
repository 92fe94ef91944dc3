import { readFile } from 'node:fs/promises';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type SandboxVideo, startSandboxVideo } from '../support/sandbox-video.ts';
import { type StubHttpServer, stubHttpServer } from '../support/stub-http-server.ts';
import { hasChromium, launchChromium } from './chromium.ts';

let browser: Browser;
let app: StubHttpServer;
let sandbox: SandboxVideo;
beforeAll(async () => {
  if (!hasChromium) return;
  browser = await launchChromium();
  app = await stubHttpServer((response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
  );
});
beforeEach(async ({ skip }) => {
  skip(!hasChromium, 'Chromium is not installed');
  sandbox = await startSandboxVideo({ pageFolder: inject('pageFolder') });
});
afterEach(async () => {
  if (!hasChromium) return;
  await Promise.all(browser.contexts().map((context) => context.close()));
  await sandbox.close();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Connects a page of another origin, and writes down what its handlers hear: `name: …`. */
async function connect(sessionId: string, name: string, isHost = false): Promise<Page> {
  const data = JSON.stringify({ name, isHost, participantId: name });
  const role = isHost ? 'moderator' : 'publisher';
  const token = await sandbox.clientToken(sessionId, { connection_data: data, role });
  const page = await (await browser.newContext()).newPage();
  await page.goto(app.origin);
  const ticket = { applicationId: sandbox.applicationId, sessionId, token };
  await page.evaluate(`(async () => {
    const { videoClient } = await import(${JSON.stringify(sandbox.video.clientUrl)});
    const names = new Map();
    globalThis.heard = [];
    globalThis.ids = {};
    globalThis.client = videoClient;
    globalThis.call = await videoClient.connect(${JSON.stringify(ticket)}, {
      joined({ id, name, isHost, isSelf }) {
        names.set(id, name);
        ids[name] = id;
        heard.push(\`\${name} joined\${isHost ? ' as host' : ''}\${isSelf ? ', it is me' : ''}\`);
      },
      left: (id) => heard.push(\`\${names.get(id)} left\`),
      shown({ participantId, kind, hasVideo, hasAudio, element }) {
        document.body.append(element);
        heard.push(\`\${names.get(participantId)} shows \${kind}: \${hasVideo ? 'picture' : ''} \${hasAudio ? 'sound' : ''}\`);
      },
      hidden: () => heard.push('hidden'),
      recording: (isOn) => heard.push(isOn ? 'recording' : 'not recording'),
      mutedByHost: () => heard.push('muted by the host'),
      connection: (isUp) => heard.push(isUp ? 'up' : 'down'),
      ended: (reason) => heard.push(\`ended: \${reason}\`),
    });
  })()`);
  return page;
}

const heard = (page: Page) => page.evaluate<string[]>('heard');

test('two pages with cameras: each hears who joins, what they show and that it is recorded; a picture gets across', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await connect(sessionId, 'Ada', true);
  const grace = await connect(sessionId, 'Grace');

  await grace.evaluate('call.publishCamera({ camera: true, microphone: true })');

  await expect
    .poll(() => heard(ada))
    .toEqual([
      'Ada joined as host, it is me',
      'recording',
      'Grace joined',
      'Grace shows camera: picture sound',
    ]);
  await expect.poll(() => heard(grace)).toContain('Grace joined, it is me');
  // The browser's fake camera is a green field.
  const color = () =>
    ada.evaluate<number[]>(
      "[...document.querySelector('canvas').getContext('2d').getImageData(5, 5, 1, 1).data]",
    );
  await expect.poll(color).toSatisfy(([red = 0, green = 0]) => green > 100 && red < 40);
});

test('the microphone switched off by oneself, then by the host, and on again', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await connect(sessionId, 'Ada', true);
  const grace = await connect(sessionId, 'Grace');
  await grace.evaluate('call.publishCamera({ camera: false, microphone: true })');
  await grace.evaluate('call.setMicrophone(false)');
  await grace.evaluate('call.setMicrophone(true)');

  await ada.evaluate('call.mute(ids.Grace)');

  await expect.poll(() => heard(grace)).toContain('muted by the host');
  await grace.evaluate('call.setMicrophone(true)');
  const shown = async () => (await heard(ada)).filter((what) => what.startsWith('Grace shows'));
  await expect.poll(shown).toHaveLength(5);
  expect(await shown()).toEqual([
    'Grace shows camera:  sound',
    'Grace shows camera:  ',
    'Grace shows camera:  sound',
    'Grace shows camera:  ',
    'Grace shows camera:  sound',
  ]);
});

test('removed by the host; left by oneself; a page closed without a word', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await connect(sessionId, 'Ada', true);
  const grace = await connect(sessionId, 'Grace');
  const mary = await connect(sessionId, 'Mary');
  const joan = await connect(sessionId, 'Joan');
  await expect.poll(() => heard(ada)).toContain('Joan joined');

  await ada.evaluate('call.remove(ids.Grace)');
  await mary.evaluate('call.leave()');
  await joan.close();

  await expect.poll(() => heard(grace)).toContain('ended: removed');
  await expect
    .poll(() => heard(ada))
    .toEqual(expect.arrayContaining(['Grace left', 'Mary left', 'Joan left']));
  expect(await heard(mary)).not.toContain('ended: removed');
});

test('the server gone: told at once that the connection is down', async () => {
  const ada = await connect(await sandbox.createSession(), 'Ada');

  await sandbox.video.close();

  await expect.poll(() => heard(ada)).toContain('down');
});

test('a token that is none: refused by name; the devices are there all the same', async () => {
  const page = await connect(await sandbox.createSession(), 'Ada');
  const ticket = { applicationId: sandbox.applicationId, sessionId: 'none', token: 'none' };

  const name = await page.evaluate(
    `client.connect(${JSON.stringify(ticket)}, {}).catch((error) => error.name)`,
  );
  const devices = await page.evaluate(
    'client.checkDevices().then(({ camera, microphone, isSupported }) => ({ camera, microphone, isSupported }))',
  );

  expect(name).toBe('RefusedError');
  expect(devices).toEqual({ camera: 'ready', microphone: 'ready', isSupported: true });
});

test('a recorded meeting: the archive is what the page has filmed', async () => {
  const sessionId = await sandbox.createSession();
  const ada = await connect(sessionId, 'Ada', true);
  await ada.evaluate('call.publishCamera({ camera: true, microphone: true })');
  const isPart = (response: Response) => response.url().includes('/parts/') && response.ok();
  await ada.waitForResponse(isPart);
  await ada.waitForResponse(isPart);

  await ada.evaluate('call.leave()');
  await sandbox.advance(61);
  const { body } = await sandbox.waitForArchive('available');

  const film = Buffer.from(await (await fetch(String(body['url']))).arrayBuffer());
  const clip = await readFile('src/sandbox/vonage/clip.mp4');
  expect(film.subarray(4, 8).toString()).toBe('ftyp');
  expect(film.equals(clip)).toBe(false);
});
