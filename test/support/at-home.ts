import type { Roomtone } from './roomtone.ts';

interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: { readonly text: string };
  readonly elements?: readonly { readonly action_id?: string; readonly text?: { readonly text: string } }[];
}

const blocksOf = (app: Roomtone, user: string): readonly Block[] =>
  (app.slack.workspace.home(user)?.['blocks'] ?? []) as readonly Block[];

/** Somebody opens the app's Home tab; gives what stands there, paragraph by paragraph. */
export async function openHome(app: Roomtone, user: string): Promise<readonly string[]> {
  await app.slack.workspace.openHome(user);
  await app.settle();
  return homeOf(app, user);
}

/** What stands on somebody's Home now. */
export function homeOf(app: Roomtone, user: string): readonly string[] {
  return blocksOf(app, user).flatMap(({ text }) => (text === undefined ? [] : [text.text]));
}

/** The buttons there, in order. */
export function homeButtons(app: Roomtone, user: string): readonly string[] {
  return blocksOf(app, user).flatMap(({ elements = [] }) => elements.map(({ text }) => text?.text ?? ''));
}

/** Presses the first button of that label there, and waits for what it sets off. */
export async function clickAtHome(app: Roomtone, user: string, button: string): Promise<void> {
  const has = ({ elements = [] }: Block) => elements.some(({ text }) => text?.text === button);
  const block = blocksOf(app, user).find(has)?.block_id;
  if (block === undefined) throw new Error(`${user} sees no button ${button} at Home`);
  await app.slack.workspace.viewAction({ user, view: 'home', action: button, block });
  await app.settle();
}

/** How often Slack was asked to show a Home. */
export function published(app: Roomtone): number {
  return app.traffic
    .recent()
    .filter(({ kind, path }) => kind === 'slack-api' && path.endsWith('/views.publish')).length;
}
