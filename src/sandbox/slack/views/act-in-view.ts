import { z } from 'zod';
import { acted, enter, entrySchema } from '../entry.ts';
import { findActor } from '../find-by-name.ts';
import { findElement } from '../find-element.ts';
import { type ActResult, type Desk, interactionFields } from '../interaction.ts';
import { APP } from '../world.ts';
import { fillIn, findView, valuesSchema } from './fill-in.ts';
import { memberOf, namesOf } from './inputs.ts';
import { inputKey } from './view.ts';
import { wireView } from './wire-view.ts';

/** Somebody uses a button or menu of a dialog or Home tab. */
export const viewActSchema = z.object({
  user: z.string(),
  /** `home`, or a dialog's id. */
  view: z.string(),
  /** What stands on the button or menu or above it, or its action id. */
  action: z.string(),
  /** Tells buttons apart that look alike; in fields and menus what is entered. */
  value: entrySchema.optional(),
  /** Block id: tells elements apart that look alike. */
  block: z.string().optional(),
  /** What else is entered meanwhile, as in a submission. */
  values: valuesSchema.default({}),
});
export type ViewAct = z.input<typeof viewActSchema>;

/**
 * Uses a button or menu of a view. The app hears of it with the view and everything entered, without a response URL.
 * Throws Refusal when the person, view, element or option is unknown.
 */
export async function actInView(desk: Desk, given: ViewAct): Promise<ActResult> {
  const act = viewActSchema.parse(given);
  const user = findActor(desk.workspace, act.user);
  const view = findView(desk, user, act.view);
  fillIn(desk, view, act.values);
  const { blocks, type } = view.content;
  const element = findElement({ blocks, where: 'in this view' }, act);
  const entered = element.type === 'button' ? undefined : enter(desk.workspace, element, act.value ?? null);
  if (memberOf(element) !== undefined) {
    const key = inputKey(element.block_id, element.action_id);
    desk.views.note(view, { entered: new Map([...view.entered, [key, entered]]) });
  }
  const where = { userId: user.id, channelId: view.channelId, inDialog: type === 'modal' };
  const payload = {
    type: 'block_actions',
    ...interactionFields(user),
    container: { type: 'view', view_id: view.id },
    trigger_id: desk.triggerIds.issue(where),
    view: wireView(view),
    actions: [acted(element, entered, desk.workspace.clock.next(view.id))],
  };
  const answer = await desk.app.send({
    title: `Click on ${namesOf(element, blocks)[0]}`,
    content: { fields: { payload: JSON.stringify(payload) } },
    shown: payload,
  });
  desk.views.note(view, { problem: answer.failure && `${APP.name} did not respond. Try again.` });
  return { ok: !answer.failure, status: answer.status };
}
