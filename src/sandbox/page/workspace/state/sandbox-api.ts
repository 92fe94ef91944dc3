import type { ElementAct, Entry } from '../blocks/act-context.ts';

/** Where a person is: what every request of theirs carries. */
export interface Spot {
  readonly user: string;
  readonly channel: string;
  /** `ts` of the message in whose thread they are. */
  readonly thread_ts?: string;
}

export interface Controls {
  readonly advance_seconds?: number;
  /** A room's id. */
  readonly guest_room?: string;
  readonly faults?: { readonly duplicate: number; readonly shuffle: boolean };
  readonly kill_app?: true;
}

export function sendMessage(spot: Spot, text: string): Promise<void> {
  return post('message', { ...spot, text });
}

/** @param text the whole typed line, `/recordings last week`. */
export function sendCommand(spot: Spot, text: string): Promise<void> {
  return post('command', { ...spot, text });
}

/** Uses a button or menu of a message. */
export function sendAction(spot: Spot, act: ElementAct & { readonly message_ts: string }): Promise<void> {
  return post('action', { ...spot, ...act });
}

/** Uses a button or menu of a dialog or Home tab. `values`: what else is entered there, by block id. */
export function sendViewAction(
  view: { readonly user: string; readonly view: string },
  act: ElementAct & { readonly values?: Readonly<Record<string, Entry>> },
): Promise<void> {
  return post('action', { ...view, ...act });
}

/** @param values what is entered, by block id */
export function sendSubmission(
  view: { readonly user: string; readonly view: string },
  values: Readonly<Record<string, Entry>>,
): Promise<void> {
  return post('view-submission', { ...view, values });
}

export function sendClosing(view: { readonly user: string; readonly view: string }): Promise<void> {
  return post('view-close', view);
}

/** @param on the message it is chosen for; none for a global one */
export function sendShortcut(
  user: string,
  shortcut: string,
  on?: { readonly channel: string; readonly message_ts: string },
): Promise<void> {
  return post('shortcut', { user, shortcut, ...on });
}

export function sendHomeVisit(user: string, tab: 'home' | 'messages'): Promise<void> {
  return post('home', { user, tab });
}

export function sendLocale(user: string, locale: string): Promise<void> {
  return send('PATCH', `users/${user}`, { locale });
}

export function markRead(spot: Spot): Promise<void> {
  return post('read', spot);
}

export function dismissMessage(user: string, ts: string): Promise<void> {
  return post('dismiss', { user, ts });
}

export function sendControls(controls: Controls): Promise<void> {
  return post('controls', controls);
}

function post(name: string, body: object): Promise<void> {
  return send('POST', name, body);
}

/** Throws an `Error` whose message is a sentence for the person. */
async function send(method: string, name: string, body: object): Promise<void> {
  const response = await fetch(`/_sandbox/${name}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (response === undefined) throw new Error('The sandbox does not answer. Is it still running?');
  if (!response.ok) throw new Error(await readReason(response));
}

async function readReason(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    if (typeof error === 'string') return error;
  } catch {
    // Not JSON: the text itself is the reason.
  }
  return text === '' ? `The sandbox answered ${response.status}.` : text;
}
