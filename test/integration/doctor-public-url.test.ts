import { describe, expect, onTestFinished, test } from 'vitest';
import { findings, troubles } from '../support/examined.ts';
import { freePort } from '../support/free-port.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';
import { answerJson, stubHttpServer } from '../support/stub-http-server.ts';

const HOUR_MS = 3_600_000;

/** A proxy that passes on `/readyz` alone, and changes headers of the answer. */
async function proxyOf(app: Roomtone, headers: Readonly<Record<string, string>>): Promise<string> {
  const proxy = await stubHttpServer(async (response, request) => {
    if (request.url !== '/readyz') return answerJson(response, 404, {});
    const answer = await fetch(`${app.url}/readyz`);
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...headers });
    response.end(await answer.text());
  });
  onTestFinished(proxy.close);
  return proxy.origin;
}

describe('PUBLIC_URL', () => {
  const notTried = ['signing secret', 'callbacks'].map((check) => ({ check, level: 'warning' }));

  test('where nothing listens: what the network said', async () => {
    const app = await roomtone();

    const found = await findings(app, { PUBLIC_URL: `http://127.0.0.1:${await freePort()}` });

    expect(troubles(found)).toMatchObject([
      { check: 'PUBLIC_URL', level: 'failure', says: expect.stringContaining('(ECONNREFUSED)') },
      ...notTried,
    ]);
  });

  test('where something else answers: is not taken for the app', async () => {
    const app = await roomtone();

    const found = await findings(app, { PUBLIC_URL: app.slack.url });

    expect(troubles(found)).toMatchObject([
      {
        check: 'PUBLIC_URL',
        level: 'failure',
        says: expect.stringContaining('something else than Roomtone'),
      },
      ...notTried,
    ]);
  });

  test.each([
    [503, 'all', /is not ready \(503\)$/],
    [200, 'worker', /leads to a process with ROLE=worker/],
  ])('where the app answers %d as %s: why that will not do', async (status, role, says) => {
    const app = await roomtone();
    const server = await stubHttpServer((response) => {
      response.setHeader('x-roomtone', role);
      answerJson(response, status, {});
    });
    onTestFinished(server.close);

    const found = await findings(app, { PUBLIC_URL: server.origin });

    expect(troubles(found)).toMatchObject([
      { check: 'PUBLIC_URL', level: 'failure', says: expect.stringMatching(says) },
      ...notTried,
    ]);
  });

  test('behind a proxy that passes on only some paths: which ones it lacks', async () => {
    const app = await roomtone();
    const PUBLIC_URL = await proxyOf(app, {});

    const found = await findings(app, { PUBLIC_URL });

    expect(troubles(found)).toMatchObject([
      { check: 'signing secret', level: 'failure', fix: expect.stringContaining('POST /slack/events') },
      { check: 'callbacks', level: 'failure', fix: expect.stringContaining('POST /callbacks/meetings/…') },
    ]);
  });
});

test('the app’s own clock wrong, while this machine’s is right: whose it is', async () => {
  const app = await roomtone();
  const PUBLIC_URL = await proxyOf(app, { date: new Date(Date.now() - HOUR_MS).toUTCString() });

  const found = await findings(app, { PUBLIC_URL });

  expect(found.find(({ check }) => check === 'clock')).toMatchObject({
    level: 'failure',
    says: expect.stringMatching(/^the app’s is 3\d\d\d s behind Slack’s$/),
  });
});
