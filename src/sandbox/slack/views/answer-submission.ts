import { z } from 'zod';
import type { AppAnswer } from '../app-connection.ts';
import type { ActResult } from '../interaction.ts';
import { SlackError } from '../slack-error.ts';
import { readView } from './read-view.ts';
import type { View } from './view.ts';
import type { Views } from './views.ts';

/** What came of a submission. Not `ok` and no `problem`: it stays open, with errors at its fields. */
export interface SubmissionResult extends ActResult {
  /** By block id: what Slack itself or the app says is wrong there. */
  readonly errors: Readonly<Record<string, string>>;
  /** Why the app's answer cannot be followed, or that there was none. */
  readonly problem?: string;
}

const TROUBLE = 'We had some trouble connecting. Try again?';

const answerSchema = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

/** Does what the app's answer to a submission asks for. Nothing asked: the dialog closes. */
export function answerSubmission(views: Views, view: View, answer: AppAnswer): SubmissionResult {
  const { status } = answer;
  const trouble = (reason: string): SubmissionResult => {
    views.note(view, { problem: TROUBLE });
    return { ok: false, status, errors: {}, problem: reason };
  };
  if (answer.failure) return trouble(answer.failure);
  try {
    const errors = follow(views, view, answer.body);
    return { ok: Object.keys(errors).length === 0, status, errors };
  } catch (error) {
    if (error instanceof SlackError)
      return trouble([error.code, ...(error.details.reasons ?? [])].join(': '));
    if (error instanceof z.ZodError || error instanceof SyntaxError) return trouble(error.message);
    throw error;
  }
}

/** Returns the errors to show. Throws SlackError, ZodError or SyntaxError for an answer Slack would not follow. */
function follow(views: Views, view: View, body: string): Readonly<Record<string, string>> {
  if (body.trim() === '') {
    views.close(view);
    return {};
  }
  const answer = answerSchema.parse(JSON.parse(body));
  switch (answer.response_action) {
    case 'errors':
      return showErrors(views, view, answer.errors);
    case 'update':
      views.update(view, readView(answer.view, 'modal'));
      return {};
    case 'push':
      views.push(view, readView(answer.view, 'modal'));
      return {};
    case 'clear':
      views.clear(view.userId);
      return {};
  }
}

function showErrors(
  views: Views,
  view: View,
  errors: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const inputs = view.content.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const stray = Object.keys(errors).find((blockId) => !inputs.includes(blockId));
  if (stray !== undefined)
    throw new SlackError('invalid_arguments', { reasons: [`no input block "${stray}"`] });
  views.note(view, { errors });
  return errors;
}
