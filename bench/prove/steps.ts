import { CATALOG } from '../../src/jobs/catalog.ts';
import { SHORTCUTS, VIEWS } from '../../src/slack/ids.ts';
import { CLICKS } from '../../src/slack/listeners/clicks.ts';
import { keyOf, readBody } from './message-key.ts';
import type { Provider } from './providers/provider.ts';
import type { Exchange } from './wire.ts';

/*
 * Every step of the app that can be seen from outside, by name: what it asks of Slack and of the provider, what
 * is asked of it, and the end of each of its jobs. A kill is named `<step> · <moment>`.
 */

const TO_SLACK = [
  'chat.postMessage card',
  'chat.postMessage started',
  'chat.postMessage ended',
  'chat.postMessage ready',
  'chat.postMessage shared',
  'chat.postMessage reminder',
  'chat.postMessage policy',
  'chat.postMessage direct',
  'chat.update card',
  'chat.update started',
  'chat.update ended',
  'chat.update ready',
  'chat.update reminder',
  'chat.getPermalink',
  'users.info',
  'conversations.info',
  'conversations.members',
  'conversations.open',
  'views.open',
  'views.update',
  'views.publish',
  'response_url',
];
/** A button that only leads somewhere has nothing to lose. */
const CLICKED = Object.entries(CLICKS).flatMap(([id, { accept, show }]) =>
  accept || show ? [`click ${id}`] : [],
);
const FROM_SLACK = [
  ...['/meet <title>', '/meet', '/meet rooms', '/meet settings', '/recordings'],
  ...CLICKED,
  ...Object.values(VIEWS).map((id) => `view_submission ${id}`),
  `shortcut ${SHORTCUTS.newRoom}`,
  `message_action ${SHORTCUTS.startHere}`,
  'event app_home_opened',
  'event app_uninstalled',
];
/** Where a kill is owed: at every one. Whatever else turns up on the wires is tried as well, but not waited for. */
export function stepsWith({ steps: { calls, incoming, none } }: Provider): readonly string[] {
  const all = [
    ...[...TO_SLACK, ...calls].flatMap((step) => ['sent', 'done', 'heard'].map((m) => `${step} · ${m}`)),
    // `sent`: the app has the request; `done`: it has answered, and nobody has heard it.
    ...[...FROM_SLACK, ...incoming].flatMap((step) => ['sent', 'done'].map((m) => `${step} · ${m}`)),
    ...Object.keys(CATALOG).map((name) => `job ${name} · run, not settled`),
  ];
  return all.filter((step) => !none.includes(step.split(' · ')[0] ?? ''));
}

/** A call of the app to Slack. */
export function slackStep({ path, body, headers }: Exchange): string {
  const [, method] = /^\/api\/([\w.]+)/.exec(path) ?? [];
  if (method === undefined) return 'response_url';
  if (method !== 'chat.postMessage' && method !== 'chat.update') return method;
  return `${method} ${stageOf(readBody(body, headers))}`;
}

function stageOf(message: Record<string, unknown>): string | undefined {
  return keyOf(message).split(' ').at(-1)?.split(':')[0];
}

/** A request of Slack's to the app; undefined for any other. */
export function slackAsksStep({ path, body, headers }: Exchange): string | undefined {
  if (path !== '/slack/events') return undefined;
  if (headers['content-type'] === 'application/json') return `event ${JSON.parse(body).event.type}`;
  const fields = new URLSearchParams(body);
  const payload = fields.get('payload');
  if (payload === null) return commandStep(String(fields.get('command')), String(fields.get('text')));
  const { type, actions, view, callback_id: callbackId } = JSON.parse(payload);
  if (type === 'block_actions') return `click ${actions[0].action_id}`;
  return `${type} ${view?.callback_id ?? callbackId}`;
}

function commandStep(command: string, text: string): string {
  if (command !== '/meet' || text === '') return command;
  return ['rooms', 'settings'].includes(text) ? `${command} ${text}` : `${command} <title>`;
}

/** The end of a job's run, told before it is settled; undefined for any other line of the log. */
export function jobStep(line: Readonly<Record<string, unknown>>): string | undefined {
  return line['msg'] === 'job done' ? `job ${line['job']} · run, not settled` : undefined;
}
