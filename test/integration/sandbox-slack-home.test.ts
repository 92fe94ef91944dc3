import { expect, test } from 'vitest';
import { fullManifest, homeView, roomDialog } from '../support/dialog-samples.ts';
import { payloadOf, signatureFor, slackWorld } from '../support/slack-world.ts';

const world = () => slackWorld({ manifest: fullManifest });

test('opening Home: a signed event, with the view once one is published', async () => {
  const { workspace, client, requests } = await world();

  await workspace.openHome('ada');
  await client.views.publish({ user_id: 'U0ADA', view: homeView() });
  await workspace.openHome('ada');

  const [first, second] = requests.map(({ body }) => JSON.parse(body));
  expect(first).toMatchObject({
    type: 'event_callback',
    team_id: 'T0SANDBOX',
    api_app_id: 'A0ROOMTONE',
    event_id: expect.stringMatching(/^Ev\w+$/),
    event: { type: 'app_home_opened', user: 'U0ADA', channel: 'D0ADAAPP', tab: 'home' },
    authorizations: [{ team_id: 'T0SANDBOX', user_id: 'U0ROOMTONE', is_bot: true }],
  });
  expect(first.event).not.toHaveProperty('view');
  expect(second.event.view).toMatchObject({ type: 'home', callback_id: 'home' });
  expect(second.event_id).not.toBe(first.event_id);
  const [request] = requests;
  expect(request?.headers['x-slack-signature']).toBe(request && signatureFor(request));
  expect(request?.headers['content-type']).toBe('application/json');
});

test('an event the app does not take: again at once, after a minute and after five, then never', async () => {
  const { workspace, requests, replyWith, advance } = await world();
  replyWith((response) => response.writeHead(500).end());

  const result = await workspace.openHome('ada');
  const sent = [requests.length];
  for (const ms of [59_999, 1, 299_999, 1, 3_600_000]) {
    advance(ms);
    await workspace.retryEvents();
    sent.push(requests.length);
  }

  expect(result).toEqual({ ok: false, status: 500 });
  expect(sent).toEqual([2, 2, 3, 3, 4, 4]);
  expect(new Set(requests.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
  expect(requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
  expect(requests.at(-1)?.headers['x-slack-retry-reason']).toBe('http_error');
});

test('an app that wants no second delivery gets none', async () => {
  const { workspace, requests, replyWith } = await world();
  replyWith((response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end());

  await workspace.openHome('ada');

  expect(requests).toHaveLength(1);
});

test('an event the app is not subscribed to goes nowhere', async () => {
  const { workspace, requests } = await slackWorld({ manifest: { ...fullManifest, botEvents: [] } });

  await workspace.openHome('ada');

  expect(requests).toEqual([]);
});

test('views.publish: seen by that person alone; a stale hash is refused', async () => {
  const { client, workspace, ask } = await world();
  const { view } = await client.views.publish({ user_id: 'U0ADA', view: homeView('First') });
  await client.views.publish({ user_id: 'U0ADA', view: homeView('Second'), hash: view?.hash ?? '' });

  const stale = client.views.publish({ user_id: 'U0ADA', view: homeView(), hash: view?.hash ?? '' });
  await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } });

  expect(workspace.home('ada')).toMatchObject({ id: view?.id, blocks: [{ text: { text: 'Second' } }, {}] });
  expect(workspace.home('ben')).toBeUndefined();
  expect((await ask('GET', '/_sandbox/users/ada/home')).body).toEqual(workspace.home('ada'));
  expect((await ask('GET', '/_sandbox/users/ben/home')).status).toBe(404);
});

test.each([
  ['for nobody', { user_id: 'U0NOPE', view: homeView() }, 'invalid_arguments'],
  ['a dialog', { user_id: 'U0ADA', view: roomDialog() }, 'invalid_arguments'],
])('views.publish %s: refused', async (_what, args, error) => {
  const { client } = await world();

  await expect(client.apiCall('views.publish', args)).rejects.toMatchObject({ data: { error } });
});

test('views.publish by an app without a Home tab: not_enabled', async () => {
  const { client } = await slackWorld({ manifest: { ...fullManifest, homeTab: false } });

  const publishing = client.views.publish({ user_id: 'U0ADA', view: homeView() });

  await expect(publishing).rejects.toMatchObject({ data: { error: 'not_enabled' } });
});

test('a button in Home: the app hears it with the view, and can open a dialog', async () => {
  const { client, workspace, requests } = await world();
  await client.views.publish({ user_id: 'U0ADA', view: homeView() });

  const result = await workspace.viewAction({ user: 'ada', view: 'home', action: 'New room' });
  const payload = payloadOf(requests.at(-1));
  await client.apiCall('views.open', { trigger_id: payload.trigger_id, view: roomDialog() });

  expect(result).toEqual({ ok: true, status: 200 });
  expect(payload).toMatchObject({
    type: 'block_actions',
    container: { type: 'view' },
    view: { type: 'home', id: workspace.home('ada')?.['id'] },
    actions: [{ action_id: 'room.new', value: '1' }],
  });
  expect(workspace.openDialog('ada')).toMatchObject({ callback_id: 'room.create' });
});

test('direct messages of the app: under its name, for that person', async () => {
  const { client, workspace, ask } = await world();

  await client.chat.postMessage({ channel: 'U0ADA', text: 'Your recording expires tomorrow.' });

  expect(workspace.directMessages('ada')).toMatchObject([{ text: 'Your recording expires tomorrow.' }]);
  expect(workspace.directMessages('ben')).toEqual([]);
  expect((await ask('GET', '/_sandbox/users/ada/direct-messages')).body).toHaveLength(1);
});
