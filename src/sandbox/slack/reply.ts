import { z } from 'zod';
import { readArguments } from './api-method.ts';
import { readContent } from './read-content.ts';
import type { ReplyTarget } from './response-urls.ts';
import type { WorkspaceState } from './workspace-state.ts';
import { APP } from './world.ts';

const replySchema = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

/**
 * Does what an answer to a command or click asks for: an ephemeral message, one for all, or a change to the message
 * that was clicked. A command has no such message: there, replacing posts anew.
 * Throws SlackError `invalid_arguments` and what {@link readContent} throws.
 */
export function reply(workspace: WorkspaceState, target: ReplyTarget, given: unknown): void {
  const args = readArguments(replySchema, given);
  const { userId, channelId } = target;
  const original = target.message && workspace.findFor(userId, channelId, target.message.ts);
  if (args.delete_original) {
    if (original) workspace.remove(original);
    return;
  }
  const content = readContent({ text: args.text, blocks: args.blocks });
  if (args.replace_original && original) {
    workspace.edit(original, { ...content, metadata: original.metadata });
    return;
  }
  const draft = { ...content, channelId, userId: APP.userId, threadTs: args.thread_ts };
  if (args.response_type === 'in_channel') workspace.post(draft);
  else workspace.whisper(userId, draft);
}
