import type { Roomtone } from './roomtone.ts';

/** A message in Slack's JSON, as far as tests look at it. */
export type SlackMessage = Readonly<Record<string, unknown>>;

export const texts = (messages: readonly SlackMessage[]): string[] =>
  messages.map((message) => String(message['text']));

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

/** The newest room card of a channel. */
export function cardOf(app: Roomtone, channel: string): SlackMessage {
  const cards = app.slack.workspace.messages(channel).filter((m) => buttonsOf(m).includes('Recordings'));
  const card = cards.at(-1);
  if (card === undefined) throw new Error(`No room card in ${channel}`);
  return card;
}

/** The recording messages of a channel, oldest first. */
export function recordingMessages(app: Roomtone, channel: string) {
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
export async function roomsOf(app: Roomtone): Promise<RoomSummary[]> {
  const response = await fetch(`${app.meetings.url}/_sandbox/rooms`);
  return ((await response.json()) as { rooms: RoomSummary[] }).rooms;
}

/** The newest room of that title at the Meetings server. */
export async function roomOf(app: Roomtone, title: string): Promise<RoomSummary> {
  const room = (await roomsOf(app)).filter((one) => one.title === title).at(-1);
  if (room === undefined) throw new Error(`The Meetings server has no room ${title}`);
  return room;
}
