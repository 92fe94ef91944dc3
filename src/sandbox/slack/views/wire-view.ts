import { APP, TEAM } from '../world.ts';
import { elementsOf, initialOf, memberOf } from './inputs.ts';
import { inputKey, type View } from './view.ts';

/** A dialog or Home tab as Slack writes it in JSON, in answers and in payloads. */
export function wireView(view: View): Record<string, unknown> {
  const { content } = view;
  return {
    id: view.id,
    team_id: TEAM.id,
    type: content.type,
    blocks: content.blocks,
    private_metadata: content.private_metadata,
    callback_id: content.callback_id,
    state: { values: stateOf(view) },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close,
    notify_on_close: content.notify_on_close,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: APP.appId,
    external_id: content.external_id,
    app_installed_team_id: TEAM.id,
    bot_id: APP.botId,
  };
}

type State = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** What is entered where: `{<block id>: {<action id>: {type, value | selected_…}}}`. */
export function stateOf(view: View): State {
  const values: Record<string, Record<string, Readonly<Record<string, unknown>>>> = {};
  for (const element of elementsOf(view.content.blocks)) {
    const member = memberOf(element);
    if (member === undefined) continue;
    const { type, action_id: actionId, block_id: blockId } = element;
    values[blockId] = { ...values[blockId], [actionId]: { type, [member]: enteredIn(view, element) } };
  }
  return values;
}

/** What is entered in an element of a view. */
export function enteredIn(view: View, element: Parameters<typeof initialOf>[0]): unknown {
  const key = inputKey(element.block_id, element.action_id);
  return view.entered.has(key) ? view.entered.get(key) : initialOf(element, view.channelId);
}
