import { z } from 'zod';
import { findActor } from '../find-by-name.ts';
import { type ActResult, type Desk, interactionFields } from '../interaction.ts';
import type { User } from '../world.ts';
import { findView } from './fill-in.ts';
import type { View } from './view.ts';
import { wireView } from './wire-view.ts';

/** Somebody closes a dialog. */
export const closingSchema = z.object({
  user: z.string(),
  /** Id. Default: the dialog in front. */
  view: z.string().optional(),
});
export type Closing = z.infer<typeof closingSchema>;

/**
 * Closes a dialog, or all of them where it says so, and tells the app if it wants to know.
 * Throws Refusal when the person or dialog is unknown.
 */
export async function closeView(desk: Desk, closing: Closing): Promise<ActResult> {
  const user = findActor(desk.workspace, closing.user);
  const view = findView(desk, user, closing.view);
  const isCleared = view.content.clear_on_close;
  const closed = isCleared ? desk.views.stack(user.id) : [view];
  if (isCleared) desk.views.clear(user.id);
  else desk.views.close(view);
  const told = closed.filter(({ content }) => content.notify_on_close);
  const answers = await Promise.all(told.map((each) => notify(desk, { user, view: each, isCleared })));
  return answers.find(({ ok }) => !ok) ?? { ok: true, status: 200 };
}

async function notify(
  desk: Desk,
  { user, view, isCleared }: { user: User; view: View; isCleared: boolean },
): Promise<ActResult> {
  const payload = {
    type: 'view_closed',
    ...interactionFields(user),
    view: wireView(view),
    is_cleared: isCleared,
  };
  const answer = await desk.app.send({
    title: `Closing of ${view.content.title?.text}`,
    content: { fields: { payload: JSON.stringify(payload) } },
    shown: payload,
  });
  return { ok: !answer.failure, status: answer.status };
}
