import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { de } from '../../src/locales/de.ts';
import { en, type TextKey } from '../../src/locales/en.ts';
import { textsFor } from '../../src/locales/texts.ts';

const KEYS = Object.keys(en) as TextKey[];
const LANGUAGES = { en, de };

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What a message asks for, those of its inner messages included. */
function valuesOf(message: string): readonly string[] {
  const inside = (elements: readonly Element[]): readonly string[] =>
    elements.flatMap((element) => {
      const inner = 'options' in element ? Object.values(element.options) : [];
      const own = 'value' in element && element.type !== 0 ? [element.value] : [];
      return [...own, ...inner.flatMap(({ value }) => inside(value))];
    });
  const ast = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  return [...new Set(inside(ast))].sort();
}

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(de).sort()).toEqual(KEYS.toSorted());
  });

  test.each(KEYS)('%s: asks for the same values in both', (key) => {
    expect(valuesOf(de[key])).toEqual(valuesOf(en[key]));
  });
});

describe.each(['en', 'de'] as const)('every message in %s', (language) => {
  const texts = textsFor(language);

  test.each(KEYS)('%s: can be said, as a whole', (key) => {
    for (const number of [1, 2, 1000]) {
      const values = Object.fromEntries(valuesOf(en[key]).map((name) => [name, number]));

      const said = texts.say(key, values);

      expect(said).toMatch(/\S/);
      expect(said).not.toMatch(/[{}]|undefined|null| {2}/);
      expect(said).toBe(said.trim());
    }
  });

  test('uses each value it is given', () => {
    for (const key of KEYS) {
      for (const name of valuesOf(LANGUAGES[language][key])) {
        const others = valuesOf(en[key]).filter((other) => other !== name);
        const values = Object.fromEntries(others.map((other) => [other, 2]));

        expect(() => texts.say(key, values), `${key} without ${name}`).toThrow(name);
      }
    }
  });
});

test('German: speaks to people as du', () => {
  const formal = /\b(?:Sie|Ihr(?:e[mnrs]?)?|Ihnen)\b/;

  expect(KEYS.filter((key) => formal.test(de[key]))).toEqual([]);
  expect(KEYS.some((key) => /\bdu\b/.test(de[key]))).toBe(true);
});

test('every message: says all it says in words, none of it by a picture', () => {
  for (const messages of Object.values(LANGUAGES)) {
    expect(KEYS.filter((key) => /\p{Extended_Pictographic}|:[a-z_]+:/u.test(messages[key]))).toEqual([]);
  }
});

test('every key: is used somewhere in the program', () => {
  const sources = globSync('src/**/*.ts', { exclude: ['src/locales/**', 'src/sandbox/**'] });
  const program = sources.map((file) => readFileSync(file, 'utf8')).join('\n');

  expect(KEYS.filter((key) => !program.includes(`'${key}'`))).toEqual([]);
});

test('every button: says something of its own', () => {
  for (const messages of Object.values(LANGUAGES)) {
    const labels = KEYS.filter((key) => key.startsWith('button.')).map((key) => messages[key]);

    expect(new Set(labels).size).toBe(labels.length);
  }
});

test.each([
  ['de', 'Beitreten'],
  ['de-DE', 'Beitreten'],
  ['de_AT', 'Beitreten'],
  ['DE-ch', 'Beitreten'],
  ['en-US', 'Join'],
  ['fr-FR', 'Join'],
  ['den', 'Join'],
  ['', 'Join'],
  ['not a locale!', 'Join'],
])('a reader with locale %j: reads %j', (locale, expected) => {
  expect(textsFor(locale).say('button.join')).toBe(expected);
});

describe('lengths in words', () => {
  test.each([
    [0, '0 seconds', '0 Sekunden'],
    [-5, '0 seconds', '0 Sekunden'],
    [1, '1 second', '1 Sekunde'],
    [59.4, '59 seconds', '59 Sekunden'],
    [59.6, '1 minute', '1 Minute'],
    [89, '1 minute', '1 Minute'],
    [1920, '32 minutes', '32 Minuten'],
    [3599, '1 hour', '1 Stunde'],
    [3600, '1 hour', '1 Stunde'],
    [3900, '1 hour, 5 minutes', '1 Stunde, 5 Minuten'],
    [90_000, '25 hours', '25 Stunden'],
  ])('%d seconds: %j, %j', (seconds, english, german) => {
    expect(textsFor('en').duration(seconds)).toBe(english);
    expect(textsFor('de').duration(seconds)).toBe(german);
  });
});

test('a day: is that of the zone, and written without a clock time', () => {
  const justBeforeMidnight = Date.parse('2026-11-22T23:30:00Z');

  expect(textsFor('en').day(justBeforeMidnight, 'Europe/London')).toBe('22 Nov 2026');
  expect(textsFor('en').day(justBeforeMidnight, 'Europe/Berlin')).toBe('23 Nov 2026');
  expect(textsFor('de').day(justBeforeMidnight, 'Europe/Berlin')).toBe('23.11.2026');
});

test('a moment: says which zone its clock is in', () => {
  const moment = Date.parse('2026-11-22T13:02:00Z');

  expect(textsFor('en').moment(moment, 'Asia/Kolkata')).toBe('22 Nov 2026, 18:32 GMT+5:30');
  expect(textsFor('de').moment(moment, 'Europe/Berlin')).toBe('22. Nov. 2026, 14:02 MEZ');
});
