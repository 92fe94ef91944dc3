import { randomUUID } from 'node:crypto';
import type { Roomtone } from './roomtone.ts';
import { sendSigned } from './signed-request.ts';

type Values = Parameters<Roomtone['slack']['workspace']['submitView']>[1];
type SubmissionResult = Awaited<ReturnType<Roomtone['slack']['workspace']['submitView']>>;

/** Fills in and submits the dialog in front of a person, settled. */
export async function submit(app: Roomtone, user: string, values: Values = {}): Promise<SubmissionResult> {
  const result = await app.slack.workspace.submitView(user, values);
  await app.settle();
  return result;
}

interface SubmissionPast {
  readonly user: string;
  readonly view: Readonly<Record<string, unknown>>;
  /** Default: the sandbox's own. */
  readonly team?: string;
}

/** Submits a dialog as it stands there, past whatever Slack itself would check or ask; gives the app's answer. */
export async function submitPast(
  app: Roomtone,
  { user, view, team = 'T0SANDBOX' }: SubmissionPast,
): Promise<Response> {
  const payload = {
    type: 'view_submission',
    team: { id: team, domain: 'sandbox' },
    user: { id: user, team_id: team },
    trigger_id: `stale.${randomUUID()}`,
    view,
    response_urls: [],
  };
  const response = await sendSigned(app, { fields: { payload: JSON.stringify(payload) } });
  await app.settle();
  return response;
}

/** Labels of a dialog's fields, in order. */
export function fieldsOf(view: Readonly<Record<string, unknown>>): string[] {
  const blocks = view['blocks'] as readonly { type: string; label?: { text: string } }[];
  return blocks.flatMap(({ label }) => label?.text ?? []);
}

/** What Ada, an admin, decides in `/meet settings` of #general; settled. */
export async function decide(app: Roomtone, values: Values): Promise<void> {
  await app.slack.workspace.command({ user: 'ada', channel: 'general', text: 'settings', command: '/meet' });
  await submit(app, 'ada', values);
}
