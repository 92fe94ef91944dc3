import { z } from 'zod';
import { findPlace } from './find-by-name.ts';
import type { ActResult, Desk } from './interaction.ts';
import { Refusal } from './refusal.ts';
import { runCommand } from './run-command.ts';
import { withMentions } from './slack-text.ts';
import type { Channel, WorkspaceState } from './workspace-state.ts';

/** What a person sends from the composer. Ids or names. */
export const sentTextSchema = z.object({
  user: z.string(),
  channel: z.string(),
  text: z.string().min(1),
  /** `ts` of the message it answers, in whose thread it belongs. */
  thread_ts: z.string().optional(),
});
export type SentText = z.infer<typeof sentTextSchema>;

/** Sends what a person typed: a message of theirs, or a command when it begins with `/`. Throws Refusal. */
export async function say(desk: Desk, sent: SentText): Promise<ActResult> {
  if (sent.text.startsWith('/')) return runCommand(desk, sent);
  const { user, channel } = findPlace(desk.workspace, sent);
  if (channel.archived) throw new Refusal(403, `"${sent.channel}" is archived`);
  const text = withMentions(desk.workspace, sent.text);
  const threadTs = threadOf(desk.workspace, channel, sent);
  desk.workspace.post({ channelId: channel.id, userId: user.id, text, blocks: [], threadTs });
  return { ok: true, status: 200 };
}

function threadOf(
  workspace: WorkspaceState,
  channel: Channel,
  { thread_ts: ts, channel: named }: SentText,
): string | undefined {
  if (ts === undefined) return undefined;
  const root = workspace.find(channel.id, ts);
  if (!root) throw new Refusal(404, `there is no message ${ts} in "${named}"`);
  return root.threadTs ?? root.ts;
}
