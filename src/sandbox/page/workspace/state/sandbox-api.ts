/** Where a person is: what every request of theirs carries. */
export interface Spot {
  readonly user: string;
  readonly channel: string;
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

/** @param click `value`: of the button, or the chosen option. */
export function sendAction(
  spot: Spot,
  click: { readonly message_ts: string; readonly action: string; readonly value?: string },
): Promise<void> {
  return post('action', { ...spot, ...click });
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

/** Throws an `Error` whose message is a sentence for the person. */
async function post(name: string, body: object): Promise<void> {
  const response = await fetch(`/_sandbox/${name}`, {
    method: 'POST',
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
