import { describe, expect, test } from 'vitest';
import { arrangeMessages } from '../../src/sandbox/page/workspace/conversation/arrange-messages.ts';
import { commandOf, matchCommands } from '../../src/sandbox/page/workspace/conversation/match-commands.ts';
import { formatAhead } from '../../src/sandbox/page/workspace/tools/format-ahead.ts';
import type { ViewMessage } from '../../src/sandbox/protocol.ts';

const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const now = Date.UTC(2026, 10, 22, 12);

function message(at: string, more: Partial<ViewMessage> = {}): ViewMessage {
  return {
    ts: `${Date.parse(at) / 1000}.000100`,
    channelId: 'C1',
    userId: 'U0ADA',
    text: at,
    blocks: [],
    edited: false,
    ephemeral: false,
    ...more,
  };
}

describe('messages as they are read', () => {
  test('each day begins by the calendar of the reader', () => {
    const rows = arrangeMessages(
      [message('2026-11-20T12:00Z'), message('2026-11-21T22:59Z'), message('2026-11-21T23:01Z')],
      berlin,
      now,
    );

    expect(rows.map(({ newDay }) => newDay)).toEqual(['Friday 20 November', 'Yesterday', 'Today']);
  });

  test('compact: the same author within five minutes on the same day, nothing private', () => {
    const rows = arrangeMessages(
      [
        message('2026-11-22T10:00Z'),
        message('2026-11-22T10:04Z'),
        message('2026-11-22T10:10Z'),
        message('2026-11-22T10:11Z', { userId: 'U0BEN' }),
        message('2026-11-22T10:12Z', { userId: 'U0BEN', ephemeral: true }),
        message('2026-11-22T10:13Z', { userId: 'U0BEN' }),
      ],
      berlin,
      now,
    );

    expect(rows.map(({ compact }) => compact)).toEqual([false, true, false, false, false, false]);
  });

  test('replies go under their message; one whose message is not there stands alone', () => {
    const card = message('2026-11-22T10:00Z');
    const reply = message('2026-11-22T10:01Z', { threadTs: card.ts });
    const orphan = message('2026-11-22T10:02Z', { threadTs: '1.000001' });

    const rows = arrangeMessages([card, reply, orphan], berlin, now);

    expect(rows.map((row) => row.message)).toEqual([card, orphan]);
    expect(rows.map((row) => row.replies)).toEqual([[reply], []]);
  });
});

describe('command hints', () => {
  const commands = ['/meet', '/recordings', '/remind'].map((command) => ({
    command,
    description: '',
    usageHint: '',
  }));

  test.each([
    ['/', ['/meet', '/recordings', '/remind']],
    ['/RE', ['/recordings', '/remind']],
    ['/meet', ['/meet']],
    ['/meet ', []],
    ['/nope', []],
    ['see /meet', []],
    ['', []],
  ])('%j offers %j', (line, offered) => {
    expect(matchCommands(commands, line).map(({ command }) => command)).toEqual(offered);
  });

  test.each([
    ['/meet Design review', '/meet'],
    ['/meet', undefined],
    ['/meeting now', undefined],
    ['hello', undefined],
  ])('the usage shown for %j is of %j', (line, command) => {
    expect(commandOf(commands, line)?.command).toBe(command);
  });
});

test.each([
  [600, '10 minutes'],
  [87_000, '1 day, 10 minutes'],
  [2_592_000 + 3600, '30 days, 1 hour'],
])('%i seconds ahead: %s', (seconds, words) => {
  expect(formatAhead(seconds)).toBe(words);
});
