import { z } from 'zod';

/** Slack's requests, as Bolt parsed them. Source: slash commands, block_actions, view_submission, shortcuts, Events API. */
const bodySchema = z.union([
  z.object({ command: z.string() }).transform(() => 'command' as const),
  z.object({ type: z.literal('block_actions') }).transform(() => 'click' as const),
  z.object({ type: z.literal('view_submission') }).transform(() => 'dialog' as const),
  z.object({ type: z.enum(['shortcut', 'message_action']) }).transform(() => 'shortcut' as const),
  z.object({ type: z.literal('event_callback') }).transform(() => 'event' as const),
]);

/** What Slack sent, in one of few words; `other` for checks of the address, and for what was refused unread. */
export function ackKind(body: unknown): z.infer<typeof bodySchema> | 'other' {
  return bodySchema.safeParse(body).data ?? 'other';
}
