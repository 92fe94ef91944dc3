import type { Button, KnownBlock } from '@slack/types';
import type { RoomListPage, RoomRow, UnfinishedRoom } from '../../domain/room-list.ts';
import type { TextKey } from '../../locales/en.ts';
import type { Texts } from '../../locales/texts.ts';
import { encodeRoomsPageValue } from '../button-values.ts';
import { ACTIONS, type ActionId } from '../ids.ts';
import { actions, button, section } from './blocks.ts';
import { failedRow } from './home-rows.ts';
import { LIMITS } from './limits.ts';
import { bold, mention } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { hostLinkButton, joinButton, roomRecordingsButton } from './room-buttons.ts';
import { openAgainButton } from './room-change-buttons.ts';
import { roomClosing } from './room-closing.ts';
import { roomNowSentences } from './room-now.ts';

/** A channel's rooms one under the other, each with what one can do there, and the way to the pages around them. */
export function roomsList(answer: AnswerOf<'rooms'>, { texts, commands }: Reader): Rendered {
  const { unfinished, rows, previous, next } = answer;
  const pages = [
    ...pageButton(ACTIONS.previousRooms, previous, texts),
    ...pageButton(ACTIONS.nextRooms, next, texts),
  ];
  return rendered(
    ...lead(answer, { texts, commands }),
    ...unfinished.flatMap((room) => unfinishedBlocks(room, texts)),
    ...rows.flatMap((row) => rowBlocks(row, texts)),
    ...(pages.length === 0 ? [] : [actions(...pages)]),
  );
}

function lead(
  { unfinished, rows, previous }: AnswerOf<'rooms'>,
  { texts, commands }: Reader,
): readonly KnownBlock[] {
  if (rows.length + unfinished.length > 0)
    return [section(texts.say(previous === null ? 'rooms.lead' : 'rooms.further'))];
  return [section(texts.say('rooms.none'), texts.say('rooms.how-to-make', { meet: commands.meet }))];
}

function unfinishedBlocks(room: UnfinishedRoom, texts: Texts): readonly KnownBlock[] {
  const { nextStep } = room;
  if (nextStep !== null) return failedRow({ ...room, nextStep }, texts);
  const who = { title: bold(room.title, LIMITS.titleInShort), host: mention(room.hostUserId) };
  return [section(texts.say('rooms.making', who))];
}

function rowBlocks(row: RoomRow, texts: Texts): readonly KnownBlock[] {
  const who = { title: bold(row.title, LIMITS.titleInShort), host: mention(row.hostUserId) };
  return [
    section(texts.say('rooms.row', who), ...roomNowSentences(row, texts), roomClosing(row, texts)),
    actions(...rowButtons(row, texts)),
  ];
}

/** The host link is for the host: nobody else is shown that there is one. */
function rowButtons(row: RoomRow, texts: Texts): readonly Button[] {
  const recordings = roomRecordingsButton(row, texts);
  const { joinUrl } = row;
  if (row.now.kind === 'expired' || joinUrl === null) return [openAgainButton(row, texts), recordings];
  return [
    joinButton({ ...row, joinUrl }, texts),
    ...(row.isHost ? [hostLinkButton(row, texts)] : []),
    recordings,
  ];
}

const PAGE_LABELS = {
  [ACTIONS.previousRooms]: ['button.previous', 'label.previous-rooms'],
  [ACTIONS.nextRooms]: ['button.next', 'label.next-rooms'],
} as const satisfies Partial<Record<ActionId, readonly [TextKey, TextKey]>>;

function pageButton(
  actionId: keyof typeof PAGE_LABELS,
  page: RoomListPage | null,
  texts: Texts,
): readonly Button[] {
  if (page === null) return [];
  const [text, about] = PAGE_LABELS[actionId];
  const label = texts.say(text);
  const extras = {
    value: encodeRoomsPageValue({ page }),
    accessibility_label: texts.say(about, { button: label }),
  };
  return [button(actionId, label, extras)];
}
