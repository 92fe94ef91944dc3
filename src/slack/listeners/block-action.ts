import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ActionId } from '../ids.ts';
import type { Click } from './click.ts';
import { CLICKS } from './clicks.ts';
import type { ListenerDeps } from './deps.ts';
import { isDirect, replyToClick } from './reply-to.ts';

type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** Any press of a button of ours. Throws for one that is in no table: it must not be ignored in silence. */
export function blockAction(deps: ListenerDeps) {
  return async ({ action, body, ack }: Pick<ActionArgs, 'action' | 'body' | 'ack'>): Promise<void> => {
    if (!isOurs(action.action_id)) throw new Error(`No listener for the action ${action.action_id}`);
    const { accept, replaces, show } = CLICKS[action.action_id];
    await show?.(body, deps);
    if (accept !== undefined) {
      const click = {
        ...chosen(action),
        reply: replyToClick(body, replaces === true),
        direct: isDirect(body.channel?.name),
        messageTs: String(body.container['message_ts']),
        now: deps.clock.now(),
      };
      await deps.storage.transaction((tables) => accept(tables, click, deps));
    }
    await ack();
  };
}

/** What a button carries; or whom somebody chose in a menu, and what the block of that menu is about. */
function chosen(action: BlockAction['actions'][number]): Pick<Click, 'value' | 'selectedUserId'> {
  if (action.type === 'users_select') {
    return { value: action.block_id, selectedUserId: action.selected_user ?? undefined };
  }
  return { value: action.type === 'button' ? action.value : undefined, selectedUserId: undefined };
}

function isOurs(actionId: string): actionId is ActionId {
  return Object.hasOwn(CLICKS, actionId);
}
