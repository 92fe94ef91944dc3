import type {
  AllMiddlewareArgs,
  GlobalShortcut,
  MessageShortcut,
  SlackShortcut,
  SlackShortcutMiddlewareArgs,
} from '@slack/bolt';
import { answerLater } from '../../usecases/answer.ts';
import { SHORTCUTS, type ShortcutId } from '../ids.ts';
import type { ListenerDeps } from './deps.ts';
import { openNewRoomOrTell } from './open-new-room.ts';
import { isDirect, replyToShortcut } from './reply-to.ts';

type ShortcutArgs = SlackShortcutMiddlewareArgs & AllMiddlewareArgs;

/** What each shortcut does. */
export const SHORTCUT_KINDS: Readonly<
  Record<ShortcutId, (shortcut: SlackShortcut, deps: ListenerDeps) => Promise<void>>
> = {
  [SHORTCUTS.newRoom]: newRoomAnywhere,
  [SHORTCUTS.startHere]: async (used, deps) => {
    if (used.type === 'message_action') await startHere(used, deps);
  },
};

/** Any shortcut of ours. Throws for one that is in no table: it must not be ignored in silence. */
export function shortcut(deps: ListenerDeps) {
  return async ({ shortcut: used, ack }: Pick<ShortcutArgs, 'shortcut' | 'ack'>): Promise<void> => {
    const id = used.callback_id;
    if (!isOurs(id)) throw new Error(`No listener for the shortcut ${id}`);
    await SHORTCUT_KINDS[id](used, deps);
    await ack();
  };
}

async function newRoomAnywhere(used: GlobalShortcut | MessageShortcut, deps: ListenerDeps): Promise<void> {
  const origin = { channelId: null, thread: null, responseUrl: null };
  const reply = replyToShortcut(used, null);
  await openNewRoomOrTell(deps, { reply, triggerId: used.trigger_id, origin });
}

/** The room will live in the message's thread. What the message says is not read. */
async function startHere(used: MessageShortcut, deps: ListenerDeps): Promise<void> {
  const { channel, message, message_ts: messageTs, response_url: responseUrl } = used;
  const reply = replyToShortcut(used, responseUrl);
  if (isDirect(channel.name)) return tellNotHere(deps, reply);
  const parent: unknown = message['thread_ts'];
  const thread = { channelId: channel.id, messageTs: typeof parent === 'string' ? parent : messageTs };
  const origin = { channelId: null, thread, responseUrl };
  await openNewRoomOrTell(deps, { reply, triggerId: used.trigger_id, origin });
}

async function tellNotHere(deps: ListenerDeps, reply: ReturnType<typeof replyToShortcut>): Promise<void> {
  await deps.storage.transaction(async (tables) => {
    if (!(await tables.inbox.accept(reply.requestKey, 'start-here', deps.clock.now()))) return;
    await answerLater(tables, reply, { kind: 'no-thread-here' });
  });
}

function isOurs(id: string): id is ShortcutId {
  return Object.hasOwn(SHORTCUT_KINDS, id);
}
