import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { ChannelMessage } from '../../src/domain/channel-message.ts';
import {
  readPageValue,
  readRecordingValue,
  readRequestValue,
  readRoomsPageValue,
  readRoomValue,
} from '../../src/slack/button-values.ts';
import { ACTIONS, type ActionId } from '../../src/slack/ids.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { renderMessage } from '../../src/slack/views/channel-message.ts';
import { renderHome } from '../../src/slack/views/home.ts';
import { ANSWERS } from '../support/answer-samples.ts';
import { MESSAGES } from '../support/channel-message-samples.ts';
import { HOMES } from '../support/home-samples.ts';
import { buttonsOf } from '../support/slack-limits.ts';

const commands = { meet: '/meet', recordings: '/recordings' };
const BUTTONS = ['en', 'de'].flatMap((locale) => [
  ...Object.values(MESSAGES).flatMap((states) =>
    Object.values<ChannelMessage>(states).flatMap((one) => buttonsOf(renderMessage(one, locale))),
  ),
  ...Object.values(ANSWERS).flatMap((states) =>
    Object.values<Answer>(states).flatMap((one) => buttonsOf(renderAnswer(one, { locale, commands }))),
  ),
  ...Object.values(HOMES).flatMap((home) => buttonsOf(renderHome(home, { locale, commands }))),
]);

/** Menus, and no buttons. */
type MenuId = typeof ACTIONS.roomKind | typeof ACTIONS.handOverTo;
type ButtonId = Exclude<ActionId, MenuId>;
const MENU_IDS: readonly ActionId[] = [ACTIONS.roomKind, ACTIONS.handOverTo];
const BUTTON_IDS = Object.values(ACTIONS).filter((id): id is ButtonId => !MENU_IDS.includes(id));
/** Whatever they stand beside, they do the same. */
const ABOUT_NOTHING: ReadonlySet<ButtonId> = new Set([ACTIONS.newRoom, ACTIONS.settings]);

const READERS: Readonly<Record<ButtonId, ((value: string | undefined) => unknown) | 'link' | 'nothing'>> = {
  'room.start-as-host': 'link',
  'room.join': readRoomValue,
  'room.host-link': readRoomValue,
  'room.recordings': readRoomValue,
  'room.retry': readRoomValue,
  'room.make-another': readRequestValue,
  'room.extend': readRoomValue,
  'room.extend-by-day': readRoomValue,
  'room.extend-by-week': readRoomValue,
  'room.extend-by-month': readRoomValue,
  'room.end-after-session': readRoomValue,
  'room.start-recording': readRoomValue,
  'room.stop-recording': readRoomValue,
  'room.close': readRoomValue,
  'room.hand-over': readRoomValue,
  'room.open-again': readRoomValue,
  'rooms.previous': readRoomsPageValue,
  'rooms.next': readRoomsPageValue,
  'recording.get-link': readRecordingValue,
  'recording.download': 'link',
  'recording.delete': readRecordingValue,
  'recording.share': readRecordingValue,
  'recordings.previous': readPageValue,
  'recordings.next': readPageValue,
  'room.new': (value) => value ?? 'nothing',
  'settings.open': 'nothing',
  'reminders.stop': 'nothing',
  'reminders.start': 'nothing',
};

/** What buttons are about that are about no single room or recording. */
const ABOUT: Partial<Readonly<Record<ActionId, RegExp>>> = {
  'recordings.previous': /: (newer recordings|neuere Aufzeichnungen)$/,
  'rooms.previous': /: (rooms further up|Räume weiter oben)$/,
  'rooms.next': /: (more rooms|weitere Räume)$/,
  'recordings.next': /: (older recordings|ältere Aufzeichnungen)$/,
  'reminders.stop': /: (before recordings expire|bevor Aufzeichnungen verschwinden)$/,
  'reminders.start': /: (before recordings expire|bevor Aufzeichnungen verschwinden)$/,
};

describe.each(BUTTON_IDS)('the buttons called %s', (actionId) => {
  const buttons = BUTTONS.filter((button) => button.action_id === actionId);

  test('stand in some message', () => {
    expect(buttons).not.toEqual([]);
  });

  test('carry what their listener reads, only a link, or nothing', () => {
    const read = READERS[actionId];
    for (const button of buttons) {
      if (read === 'link') expect(button.url).toMatch(/^https:/);
      else if (read === 'nothing') expect(button.value).toBeUndefined();
      else expect(read(button.value)).toBeDefined();
    }
  });

  test('are announced by what they say, then by what they are about', () => {
    if (ABOUT_NOTHING.has(actionId)) return;
    for (const button of buttons) {
      expect(button.accessibility_label).toMatch(ABOUT[actionId] ?? /: Design review/);
      expect(button.accessibility_label?.startsWith(`${button.text.text}: `)).toBe(true);
    }
  });
});

test('Delete and Close room, and nothing else: ask first, in plain text without a clock time', () => {
  const asking: readonly unknown[] = [ACTIONS.deleteRecording, ACTIONS.closeRoom];
  for (const button of BUTTONS) {
    const isAsking = asking.includes(button.action_id);

    expect(button.confirm !== undefined).toBe(isAsking);
    if (isAsking) {
      expect(button.confirm?.text.type).toBe('plain_text');
      expect(button.confirm?.text.text).toContain('Design review');
      expect(button.confirm?.text.text).not.toMatch(/\d:\d\d/);
    }
  }
});

test('Delete, and nothing else: is red, and says who can do it', () => {
  for (const button of BUTTONS) {
    const isDelete = button.action_id === ACTIONS.deleteRecording;

    expect(button.style === 'danger').toBe(isDelete);
    if (isDelete) expect(button.confirm?.text.text).toMatch(/Ada Lovelace|im Channel|in the channel/);
  }
});

test('the menu to hand over with: its block says which room, its words what to do', () => {
  const { people } = ANSWERS['whom-to-hand-over'];
  if (people === undefined) throw new Error('no such sample');

  const menu = renderAnswer(people, { locale: 'en', commands }).blocks.at(-1);

  expect(readRoomValue(menu?.block_id)).toEqual({ roomKey: people.roomKey });
  expect(menu).toMatchObject({ elements: [{ placeholder: { text: 'Choose a person' } }] });
});

test('a closed room: nobody can join or get a host link, its recordings stay, it can be opened again', () => {
  const { closed } = MESSAGES['room-card'];
  if (closed === undefined) throw new Error('no such sample');

  const ids = buttonsOf(renderMessage(closed, 'en')).map((button) => button.action_id);

  expect(ids).toEqual([ACTIONS.openAgain, ACTIONS.roomRecordings]);
});
