import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordingsCommand } from '../../src/domain/command.ts';
import { parseRecordingsCommand } from '../../src/domain/parse-recordings-command.ts';

const SESSION_ID = '1_MX40NjMzOTg5Mn5-MTY3NDYxNDI4NjY5M35WM0xaVXBSc1lpT3hKWE1XQ2diM1B3cXB-fn4';
const RECORDING_ID = '9f6fe8ae-3458-4a72-b532-8276d5533e97';

const parse = (text: string): RecordingsCommand =>
  parseRecordingsCommand(text, { recordings: '/recordings' });

test.each(['', '  ', '\n'])('%j: the recordings of the channel', (text) => {
  expect(parse(text)).toEqual({ kind: 'channel' });
});

describe('an id', () => {
  test.each([RECORDING_ID, ` ${RECORDING_ID} `, RECORDING_ID.toUpperCase()])(
    '%j is a UUID: one recording',
    (text) => {
      expect(parse(text)).toEqual({ kind: 'recording', recordingId: RECORDING_ID });
    },
  );

  test.each([SESSION_ID, `2_${'x'.repeat(38)}`, `2_${'aA0_~=+/-'.repeat(5)}`])(
    '%j begins with a digit and an underscore and has 40 characters or more: one session',
    (text) => {
      expect(parse(` ${text} `)).toEqual({ kind: 'session', sessionId: text });
    },
  );
});

describe('anything else is no id', () => {
  test.each([
    ['help', 'help'],
    ['weekly sync', 'weekly sync'],
    [RECORDING_ID.slice(1), RECORDING_ID.slice(1)],
    [`${RECORDING_ID} ${RECORDING_ID}`, `${RECORDING_ID} ${RECORDING_ID}`],
    [`2_${'x'.repeat(37)}`, `2_${'x'.repeat(37)}`],
    [`22_${'x'.repeat(40)}`, `22_${'x'.repeat(40)}`],
    [`2_${'x'.repeat(40)}?`, `2_${'x'.repeat(40)}?`],
    ['2_budget_review', '2_budget_review'],
    ['R&amp;D', 'R&D'],
    ['<@U1|ada> last 30d', '@ada last 30d'],
    ['<#C1|general>', '#general'],
    ['&lt;@U1|ada&gt;', '<@U1|ada>'],
  ])('%j: the bare command is shown', (text, value) => {
    expect(parse(text)).toEqual({
      kind: 'problem',
      problem: { kind: 'not-an-id', value, corrected: '/recordings' },
    });
  });

  test('the command has another name in this workspace: the correction uses it', () => {
    const command = parseRecordingsCommand('help', { recordings: '/videos' });

    expect(command).toMatchObject({ problem: { corrected: '/videos' } });
  });
});

test('whatever somebody types: an id is never one with spaces or Slack escapes in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', SESSION_ID, RECORDING_ID), (text, id) => {
      const command = parse(`${text}${id}`);
      if (command.kind === 'session') expect(command.sessionId).toMatch(/^[\w~=+/-]{40,}$/);
      if (command.kind === 'recording') expect(command.recordingId).toMatch(/^[0-9a-f-]{36}$/);
    }),
  );
});
