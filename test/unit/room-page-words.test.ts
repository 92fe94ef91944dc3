import { describe, expect, test } from 'vitest';
import { de } from '../../src/video/page/words/de.ts';
import { en, type WordKey } from '../../src/video/page/words/en.ts';
import { chooseLanguage } from '../../src/video/page/words/say.ts';

const valuesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the room page’s words', () => {
  test.each(Object.keys(en) as WordKey[])('%s: asks for the same values in both languages', (key) => {
    expect(valuesOf(de[key])).toEqual(valuesOf(en[key]));
  });

  test.each([
    { wanted: ['de-AT', 'en'], language: 'de' },
    { wanted: ['fr', 'de'], language: 'de' },
    { wanted: ['en-GB', 'de'], language: 'en' },
    { wanted: ['fr'], language: 'en' },
    { wanted: [], language: 'en' },
  ])('a browser that wants $wanted: $language', ({ wanted, language }) => {
    expect(chooseLanguage(wanted)).toBe(language);
  });
});
