import { z } from 'zod';
import { findActor } from '../find-by-name.ts';
import { type Desk, interactionFields } from '../interaction.ts';
import { Refusal } from '../refusal.ts';
import type { User } from '../world.ts';
import { answerSubmission, type SubmissionResult } from './answer-submission.ts';
import { complaints } from './complaints.ts';
import { fillIn, findView, valuesSchema } from './fill-in.ts';
import { elementsOf } from './inputs.ts';
import type { View } from './view.ts';
import { enteredIn, wireView } from './wire-view.ts';

/** Somebody presses a dialog's submit button. */
export const submissionSchema = z.object({
  user: z.string(),
  /** What is entered before, by label, action id or block id. */
  values: valuesSchema.default({}),
  /** Id. Default: the dialog in front. */
  view: z.string().optional(),
});
export type Submission = z.input<typeof submissionSchema>;

/**
 * Fills a dialog in and submits it. Fields that must be filled and are not stop it before the app hears of it.
 * Throws Refusal when the person, dialog, field or option is unknown, or the dialog has no submit button.
 */
export async function submitView(desk: Desk, given: Submission): Promise<SubmissionResult> {
  const submission = submissionSchema.parse(given);
  const user = findActor(desk.workspace, submission.user);
  const view = findView(desk, user, submission.view);
  if (!view.content.submit) throw new Refusal(400, 'this view has no submit button');
  fillIn(desk, view, submission.values);
  const errors = complaints(view);
  desk.views.note(view, { errors, problem: undefined });
  if (Object.keys(errors).length > 0) return { ok: false, status: 200, errors };
  const payload = payloadOf(desk, user, view);
  const answer = await desk.app.send({
    title: `Submission of ${view.content.title?.text}`,
    content: { fields: { payload: JSON.stringify(payload) } },
    shown: payload,
  });
  return answerSubmission(desk.views, view, answer);
}

function payloadOf(desk: Desk, user: User, view: View): Record<string, unknown> {
  return {
    type: 'view_submission',
    ...interactionFields(user),
    trigger_id: desk.triggerIds.issue({ userId: user.id, channelId: view.channelId, inDialog: true }),
    view: wireView(view),
    response_urls: responseUrls(desk, user, view),
  };
}

/** For every channel chosen where the app asked for one to answer in. */
function responseUrls(desk: Desk, user: User, view: View): readonly Record<string, unknown>[] {
  return elementsOf(view.content.blocks).flatMap((element) => {
    const channelId = enteredIn(view, element);
    if (element['response_url_enabled'] !== true || typeof channelId !== 'string') return [];
    const url = desk.responseUrls.issue({ userId: user.id, channelId });
    const { block_id, action_id } = element;
    return [{ block_id, action_id, channel_id: channelId, response_url: url }];
  });
}
