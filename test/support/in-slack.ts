import { BOT_TOKEN, type Roomtone } from './roomtone.ts';

/** A message in Slack's JSON, as far as tests look at it. */
export type SlackMessage = Readonly<Record<string, unknown>>;

export const texts = (messages: readonly SlackMessage[]): string[] =>
  messages.map((message) => String(message['text']));

/** What only that person sees, oldest first. */
export const toldTo = (app: Roomtone, user: string): string[] => texts(app.slack.workspace.ephemerals(user));

interface Block {
  readonly elements?: readonly Record<string, unknown>[];
}

/** Labels of all buttons of a message, in order. */
export function buttonsOf(message: SlackMessage | undefined): string[] {
  return elementsOf(message).map((element) => (element['text'] as { text: string }).text);
}

/** Where a link button of that label leads. */
export function urlOf(message: SlackMessage | undefined, label: string): string {
  const button = elementsOf(message).find((element) => (element['text'] as { text: string }).text === label);
  return String(button?.['url']);
}

function elementsOf(message: SlackMessage | undefined): readonly Record<string, unknown>[] {
  const blocks = (message?.['blocks'] ?? []) as readonly (Block & { type: string })[];
  return blocks.filter(({ type }) => type === 'actions').flatMap(({ elements }) => elements ?? []);
}

/** Only a card has it, in either language. */
const CARD_BUTTONS = ['Recordings', 'Aufzeichnungen'];

/** The newest room card of a channel. */
export function cardOf(app: Pick<Roomtone, 'slack'>, channel: string): SlackMessage {
  const isCard = (message: SlackMessage) => buttonsOf(message).some((label) => CARD_BUTTONS.includes(label));
  const cards = app.slack.workspace.messages(channel).filter(isCard);
  const card = cards.at(-1);
  if (card === undefined) throw new Error(`No room card in ${channel}`);
  return card;
}

/** The recording messages of a channel, oldest first. */
export function recordingMessages(app: Pick<Roomtone, 'slack'>, channel: string) {
  return app.slack.workspace.messages(channel).flatMap((message) => {
    const { metadata } = message as { metadata?: { event_payload: { stage: string; recording_id: string } } };
    if (metadata === undefined) return [];
    const { stage, recording_id: recordingId } = metadata.event_payload;
    return [{ stage, recordingId, text: String(message['text']), message }];
  });
}

/** Presses the newest button of that label that the person can see, and waits for what it sets off. */
export async function clickOn(
  app: Roomtone,
  { user, channel, button }: { user: string; channel: string; button: string },
): Promise<void> {
  const { workspace } = app.slack;
  const visible = [...workspace.messages(channel), ...workspace.ephemerals(user)];
  const message = visible.filter((m) => buttonsOf(m).includes(button)).at(-1);
  if (message === undefined) throw new Error(`${user} sees no button ${button} in ${channel}`);
  await workspace.action({ user, channel, message_ts: String(message['ts']), action: button });
  await app.settle();
}

export interface RoomSummary {
  readonly room_id: string;
  readonly title: string;
  readonly session_id: string | null;
  readonly recording_id: string | null;
}

/** Every room the Meetings server has, newest last. */
export async function roomsOf(app: Pick<Roomtone, 'meetings'>): Promise<RoomSummary[]> {
  const response = await fetch(`${app.meetings.url}/_sandbox/rooms`);
  return ((await response.json()) as { rooms: RoomSummary[] }).rooms;
}

/** The newest room of that title at the Meetings server. */
export async function roomOf(app: Pick<Roomtone, 'meetings'>, title: string): Promise<RoomSummary> {
  const room = (await roomsOf(app)).filter((one) => one.title === title).at(-1);
  if (room === undefined) throw new Error(`The Meetings server has no room ${title}`);
  return room;
}

/** The bodies of all rooms the app has asked the Meetings server for, oldest first, as sent but for masked secrets. */
export function askedRooms(app: Roomtone): Record<string, unknown>[] {
  return app.traffic
    .recent()
    .filter(({ kind, method, path }) => kind === 'vonage-api' && method === 'POST' && path.endsWith('/rooms'))
    .map(({ body }) => body as Record<string, unknown>);
}

/** Makes Slack's Web API misbehave from now on; `{}`: behave again. */
export async function slackFaults(
  app: Pick<Roomtone, 'slack'>,
  fault: Readonly<Record<string, unknown>>,
): Promise<void> {
  const response = await fetch(`${app.slack.url}/_sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Somebody who may do so deletes a message of the app. */
export async function deleteMessage(app: Roomtone, message: SlackMessage | undefined): Promise<void> {
  const response = await fetch(`${app.slack.apiUrl}chat.delete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${BOT_TOKEN}` },
    body: JSON.stringify({ channel: message?.['channel'], ts: message?.['ts'] }),
  });
  const answer = (await response.json()) as { ok: boolean; error?: string };
  if (!answer.ok) throw new Error(answer.error);
}

/** `/recordings …` as typed by somebody, settled; gives the private answer. Default: by Ada in #general. */
export async function recordings(
  app: Roomtone,
  text = '',
  { user = 'ada', channel = 'general' }: { user?: string; channel?: string } = {},
): Promise<SlackMessage | undefined> {
  await app.slack.workspace.command({ user, channel, text, command: '/recordings' });
  await app.settle();
  return app.slack.workspace.ephemerals(user).at(-1);
}

/** What a list of recordings says in each row, without the sentence above them. */
export const rowsOf = (answer: SlackMessage | undefined): string[] =>
  String(answer?.['text']).split('\n').slice(1);
