import { describe, expect, test } from 'vitest';
import { roomDialog } from '../support/dialog-samples.ts';
import { type AppReply, fieldsOf, payloadOf, slackWorld } from '../support/slack-world.ts';

const FIELDS = { Title: 'Design review', Channel: 'design' };

interface OpenedView {
  readonly id: string;
  readonly hash: string;
}

/** Ada has typed a command in #general, and the app has opened a dialog. */
async function withDialog(view: Record<string, unknown> = roomDialog()) {
  const world = await slackWorld();
  const trigger = async () => {
    await world.workspace.command({ user: 'ada', channel: 'general', text: '' });
    return fieldsOf(world.requests.at(-1))['trigger_id'] ?? '';
  };
  const opened = await world.client.apiCall('views.open', { trigger_id: await trigger(), view });
  return { ...world, trigger, opened: (opened as unknown as { view: OpenedView }).view };
}

const answering =
  (answer: unknown): AppReply =>
  (response) =>
    response.end(JSON.stringify(answer));

describe('views.open', () => {
  test('within three seconds of an act: the dialog is before that person', async () => {
    const { workspace, opened } = await withDialog();

    expect(workspace.openDialog('ada')).toEqual(opened);
    expect(opened).toMatchObject({
      id: expect.stringMatching(/^V\w+$/),
      team_id: 'T0SANDBOX',
      type: 'modal',
      callback_id: 'room.create',
      private_metadata: '{"v":1}',
      root_view_id: opened.id,
      previous_view_id: null,
      app_id: 'A0ROOMTONE',
      app_installed_team_id: 'T0SANDBOX',
      bot_id: 'B0ROOMTONE',
      state: { values: { title: { text: { type: 'plain_text_input', value: null } } } },
    });
    expect(workspace.views('ben')).toEqual([]);
  });

  test.each([
    ['never given', 'invalid_trigger_id', async () => 'x'],
    ['used before', 'exchanged_trigger_id', ({ requests }) => fieldsOf(requests[0])['trigger_id'] ?? ''],
    [
      'older than three seconds',
      'expired_trigger_id',
      async ({ trigger, advance }) => {
        const id = await trigger();
        advance(3001);
        return id;
      },
    ],
  ] satisfies [
    string,
    string,
    (world: Awaited<ReturnType<typeof withDialog>>) => string | Promise<string>,
  ][])('a trigger %s: %s', async (_what, error, triggerOf) => {
    const world = await withDialog();
    const trigger_id = await triggerOf(world);

    const opening = world.client.apiCall('views.open', { trigger_id, view: roomDialog() });

    await expect(opening).rejects.toMatchObject({ data: { error } });
  });

  test('a fourth dialog on top: push_limit_reached', async () => {
    const { client, trigger, workspace } = await withDialog();
    const open = async () =>
      client.apiCall('views.open', { trigger_id: await trigger(), view: roomDialog() });
    await open();
    await open();

    await expect(open()).rejects.toMatchObject({ data: { error: 'push_limit_reached' } });

    expect(workspace.views('ada')).toHaveLength(3);
  });
});

describe('a submission', () => {
  test('all is filled in: the app hears what, and an empty answer closes the dialog', async () => {
    const { workspace, requests } = await withDialog();

    const result = await workspace.submitView('ada', FIELDS);

    expect(result).toEqual({ ok: true, status: 200, errors: {} });
    expect(payloadOf(requests.at(-1))).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0ADA', team_id: 'T0SANDBOX' },
      team: { id: 'T0SANDBOX' },
      trigger_id: expect.any(String),
      view: {
        callback_id: 'room.create',
        state: {
          values: {
            title: { text: { type: 'plain_text_input', value: 'Design review' } },
            kind: { choice: { type: 'radio_buttons', selected_option: { value: 'instant' } } },
            until: { date: { type: 'datepicker', selected_date: null } },
            channel: { where: { type: 'conversations_select', selected_conversation: 'C0DESIGN' } },
          },
        },
      },
      response_urls: [
        { block_id: 'channel', action_id: 'where', channel_id: 'C0DESIGN', response_url: expect.any(String) },
      ],
    });
    expect(workspace.views('ada')).toEqual([]);
  });

  test('a field that must be filled is not: Slack says so, the app hears nothing', async () => {
    const { workspace, requests } = await withDialog();
    const heard = requests.length;

    const result = await workspace.submitView('ada', { Until: '2026-12-24' });

    expect(result.errors).toEqual({ title: 'Please complete this required field.' });
    expect(requests).toHaveLength(heard);
    expect(workspace.views('ada')).toHaveLength(1);
  });

  test('the app finds an error: it stays open with what was entered', async () => {
    const { workspace, replyWith, ask } = await withDialog();
    replyWith(answering({ response_action: 'errors', errors: { title: 'Use another title.' } }));

    const result = await workspace.submitView('ada', FIELDS);

    const shown = await ask('GET', '/_sandbox/view.json?as=ada');
    expect(result).toEqual({ ok: false, status: 200, errors: { title: 'Use another title.' } });
    expect(shown.body.dialogs).toMatchObject([{ errors: { title: 'Use another title.' } }]);
    expect(workspace.openDialog('ada')).toMatchObject({
      state: { values: { title: { text: { value: 'Design review' } } } },
    });
  });

  test('update, push and clear: the dialog changes, gets one on top, all go', async () => {
    const { workspace, replyWith, opened } = await withDialog();

    replyWith(answering({ response_action: 'update', view: roomDialog({ callback_id: 'second' }) }));
    await workspace.submitView('ada', FIELDS);
    const updated = workspace.openDialog('ada');
    replyWith(answering({ response_action: 'push', view: roomDialog({ callback_id: 'third' }) }));
    await workspace.submitView('ada');
    const pushed = workspace.openDialog('ada');
    replyWith(answering({ response_action: 'clear' }));
    await workspace.submitView('ada', FIELDS);

    expect(updated).toMatchObject({ id: opened.id, callback_id: 'second' });
    expect(updated['hash']).not.toBe(opened.hash);
    expect(pushed).toMatchObject({
      callback_id: 'third',
      previous_view_id: opened.id,
      root_view_id: opened.id,
    });
    expect(workspace.views('ada')).toEqual([]);
  });

  test.each<[string, AppReply, string]>([
    ['refuses', (response) => response.writeHead(500).end(), 'dispatch_failed'],
    ['marks a block that is no field', answering({ response_action: 'errors', errors: { x: 'No' } }), '"x"'],
    ['asks for what there is not', answering({ response_action: 'explode' }), 'response_action'],
    ['answers no JSON', (response) => response.end('Thanks'), 'JSON'],
    [
      'answers a view Slack would refuse',
      answering({ response_action: 'update', view: { type: 'modal', blocks: [] } }),
      'invalid_arguments: missing required field: title [json-pointer:/view]',
    ],
  ])('the app %s: it stays open, with the reason for whoever tests', async (_what, reply, problem) => {
    const { workspace, replyWith, ask } = await withDialog();
    replyWith(reply);

    const result = await workspace.submitView('ada', FIELDS);

    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
    const { dialogs } = (await ask('GET', '/_sandbox/view.json?as=ada')).body;
    expect(dialogs).toMatchObject([{ problem: 'We had some trouble connecting. Try again?' }]);
  });
});

describe('views.update', () => {
  test('by id: what was entered stays where both ids stay', async () => {
    const { client, workspace, opened } = await withDialog();
    await workspace.viewAction({
      user: 'ada',
      view: opened.id,
      action: 'Kind',
      value: 'Until a date',
      values: { Title: 'Weekly' },
    });

    const view = roomDialog({ title: { type: 'plain_text', text: 'Long-term room' } });
    await client.apiCall('views.update', { view_id: opened.id, hash: opened.hash, view });

    expect(workspace.openDialog('ada')).toMatchObject({
      title: { text: 'Long-term room' },
      state: {
        values: {
          title: { text: { value: 'Weekly' } },
          kind: { choice: { selected_option: { value: 'long_term' } } },
        },
      },
    });
  });

  test('with a hash that is out of date: hash_conflict; of a dialog that is gone: not_found', async () => {
    const { client, workspace, opened } = await withDialog();
    const update = { view_id: opened.id, hash: opened.hash, view: roomDialog() };
    await client.apiCall('views.update', update);

    const late = client.apiCall('views.update', update);
    await expect(late).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
    await workspace.closeView({ user: 'ada' });
    const gone = client.apiCall('views.update', { ...update, hash: undefined });

    await expect(gone).rejects.toMatchObject({ data: { error: 'not_found' } });
  });
});

test('an act in a dialog: the app hears it with the view and no response URL, and may put one on top', async () => {
  const { client, workspace, requests, opened } = await withDialog();

  await workspace.viewAction({ user: 'ada', view: opened.id, action: 'Kind', value: 'long_term' });
  const payload = payloadOf(requests.at(-1));
  await client.apiCall('views.push', { trigger_id: payload.trigger_id, view: roomDialog() });

  expect(payload).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: opened.id },
    view: {
      id: opened.id,
      state: { values: { kind: { choice: { selected_option: { value: 'long_term' } } } } },
    },
    actions: [
      {
        type: 'radio_buttons',
        block_id: 'kind',
        action_id: 'choice',
        selected_option: { value: 'long_term' },
      },
    ],
  });
  expect(payload).not.toHaveProperty('response_url');
  expect(payload).not.toHaveProperty('channel');
  expect(workspace.views('ada')).toHaveLength(2);
});

test('views.push with the trigger of a command: refused', async () => {
  const { client, trigger } = await withDialog();

  const pushing = client.apiCall('views.push', { trigger_id: await trigger(), view: roomDialog() });

  await expect(pushing).rejects.toMatchObject({ data: { error: 'invalid_trigger_id' } });
});

test.each([
  ['that wants to know', { notify_on_close: true }, [{ type: 'view_closed', is_cleared: false }]],
  ['that wants all closed', { notify_on_close: true, clear_on_close: true }, [{ is_cleared: true }]],
  ['that does not want to know', {}, []],
])('closing a dialog %s', async (_what, wish, told) => {
  const { workspace, requests } = await withDialog(roomDialog(wish));
  const heard = requests.length;

  await workspace.closeView({ user: 'ada' });

  expect(requests.slice(heard).map(payloadOf)).toMatchObject(told);
  expect(workspace.views('ada')).toEqual([]);
});

test('scripts: submit, read and close over HTTP', async () => {
  const { ask } = await withDialog();

  const refused = await ask('POST', '/_sandbox/view-submission', { user: 'ada', values: {} });
  const views = await ask('GET', '/_sandbox/users/ada/views');
  const closed = await ask('POST', '/_sandbox/view-close', { user: 'ada' });
  const stray = await ask('POST', '/_sandbox/view-submission', { user: 'ada', values: {} });

  expect(refused.body).toMatchObject({ ok: false, errors: { title: expect.any(String) } });
  expect(views.body).toMatchObject([{ callback_id: 'room.create' }]);
  expect(closed.body).toEqual({ ok: true, status: 200 });
  expect(stray).toMatchObject({ status: 404, body: { error: 'Ada has no such dialog open' } });
});
