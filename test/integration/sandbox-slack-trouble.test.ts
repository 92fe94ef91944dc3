import { describe, expect, test } from 'vitest';
import { fullManifest, homeView } from '../support/dialog-samples.ts';
import { ask, fieldsOf, slackWorld } from '../support/slack-world.ts';

const hello = { channel: 'C0GENERAL', text: 'Hello' };

describe('rate limits', () => {
  test('a second message in a channel within a second: 429, and when to come back', async () => {
    const { client, advance, workspace } = await slackWorld({ rateLimits: 'real' });
    await client.chat.postMessage(hello);

    advance(999);
    const tooEarly = client.chat.postMessage(hello);
    await expect(tooEarly).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 });
    await client.chat.postMessage({ ...hello, channel: 'C0DESIGN' });
    advance(1);
    await client.chat.postMessage(hello);

    expect(workspace.messages('general')).toHaveLength(2);
  });

  test('updates within a second: not limited', async () => {
    const { client } = await slackWorld({ rateLimits: 'real' });
    const { ts = '' } = await client.chat.postMessage(hello);

    const update = { ...hello, ts, text: 'Changed' };
    await client.chat.update(update);

    expect(await client.chat.update(update)).toMatchObject({ ok: true });
  });

  test('the 301st message within a minute: 429 until the first is a minute old', async () => {
    const { client, advance } = await slackWorld({ rateLimits: 'real' });
    const channels = ['C0GENERAL', 'C0DESIGN', 'U0ADA', 'U0BEN', 'U0CARLA', 'U0DANA'];
    for (let second = 0; second < 50; second++) {
      await Promise.all(channels.map((channel) => client.chat.postMessage({ channel, text: 'x' })));
      advance(1000);
    }

    await expect(client.chat.postMessage(hello)).rejects.toMatchObject({ retryAfter: 10 });
    advance(10_000);

    expect(await client.chat.postMessage(hello)).toMatchObject({ ok: true });
  });

  test.each([
    ['chat.update', 50],
    ['conversations.info', 50],
    ['users.info', 100],
    ['chat.postEphemeral', 100],
    ['views.publish', 100],
  ])('%s more than %i times a minute: 429 until the first is a minute old', async (method, limit) => {
    const { client, advance, workspace } = await slackWorld({ rateLimits: 'real', manifest: fullManifest });
    workspace.join('general', '@Roomtone');
    const { ts = '' } = await client.chat.postMessage(hello);
    const call = () =>
      client.apiCall(method, { ...hello, ts, user: 'U0ADA', user_id: 'U0ADA', view: homeView() });
    for (let n = 0; n < limit; n++) await call();

    await expect(call()).rejects.toMatchObject({ retryAfter: 60 });
    advance(60_000);

    expect(await call()).toMatchObject({ ok: true });
  });

  test('switched on while it runs: they count from then on', async () => {
    const { client, workspace } = await slackWorld();
    await client.chat.postMessage(hello);
    workspace.setRateLimits('real');

    await client.chat.postMessage(hello);

    await expect(client.chat.postMessage(hello)).rejects.toMatchObject({ retryAfter: 1 });
  });
});

describe('faults', () => {
  test('429: Retry-After as asked, nothing posted', async () => {
    const { client, ask: askSlack, workspace } = await slackWorld();
    await askSlack('PUT', '/_sandbox/faults', { status: 429, retry_after: 7 });

    await expect(client.chat.postMessage(hello)).rejects.toMatchObject({ retryAfter: 7 });

    expect(workspace.messages('general')).toEqual([]);
  });

  test('500 for one method: that one alone, until the fault is cleared', async () => {
    const { client, ask: askSlack } = await slackWorld();
    await askSlack('PUT', '/_sandbox/faults', { status: 500, methods: ['chat.postMessage'] });

    await expect(client.chat.postMessage(hello)).rejects.toMatchObject({ statusCode: 500 });
    expect(await client.auth.test()).toMatchObject({ ok: true });
    await askSlack('PUT', '/_sandbox/faults', {});

    expect(await client.chat.postMessage(hello)).toMatchObject({ ok: true });
  });

  test('a refusal for one channel: the others take messages', async () => {
    const { client, ask: askSlack, workspace } = await slackWorld();
    await askSlack('PUT', '/_sandbox/faults', { error: 'restricted_action', channels: ['C0GENERAL'] });

    await expect(client.chat.postMessage(hello)).rejects.toMatchObject({
      data: { error: 'restricted_action' },
    });
    await client.chat.postMessage({ ...hello, channel: 'C0DESIGN' });

    expect(workspace.messages('general')).toEqual([]);
    expect(workspace.messages('design')).toHaveLength(1);
  });

  test('an error code: answered politely, for every method', async () => {
    const { client, ask: askSlack } = await slackWorld();
    await askSlack('PUT', '/_sandbox/faults', { error: 'token_revoked', methods: ['*'] });

    await expect(client.auth.test()).rejects.toMatchObject({ data: { ok: false, error: 'token_revoked' } });
  });

  test('hanging: a caller that leaves has done nothing', async () => {
    const { apiUrl, ask: askSlack, workspace, traffic } = await slackWorld();
    await askSlack('PUT', '/_sandbox/faults', { delay_ms: 600_000 });
    const noted = new Promise<void>((resolve) => traffic.onChange(resolve));

    const hanging = fetch(`${apiUrl}chat.postMessage`, {
      method: 'POST',
      body: new URLSearchParams({ ...hello, token: 'xoxb-sandbox-token' }),
      signal: AbortSignal.timeout(250),
    });
    await expect(hanging).rejects.toThrow();
    await noted;

    expect(workspace.messages('general')).toEqual([]);
    expect(traffic.recent()).toMatchObject([{ title: 'chat.postMessage', status: 0, note: 'caller gone' }]);
  });

  test('a delay: late, but done', async () => {
    const { client, ask: askSlack, workspace } = await slackWorld();
    await askSlack('PUT', '/_sandbox/faults', { delay_ms: 20 });

    await client.chat.postMessage(hello);

    expect(workspace.messages('general')).toHaveLength(1);
  });

  test('response URLs: broken like a method of that name', async () => {
    const { ask: askSlack, requests, workspace } = await slackWorld();
    await workspace.command({ user: 'ada', channel: 'general', text: 'x' });
    await askSlack('PUT', '/_sandbox/faults', { status: 503, methods: ['response_url'] });

    const answer = await ask(fieldsOf(requests[0])['response_url'] ?? '', 'POST', { text: 'Ready' });

    expect(answer.status).toBe(503);
    expect(workspace.ephemerals('ada')).toEqual([]);
  });
});
