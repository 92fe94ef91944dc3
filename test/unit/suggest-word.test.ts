import { expect, test } from 'vitest';
import { suggestWord } from '../../src/domain/suggest-word.ts';

test.each([
  ['roms', 'rooms'],
  ['Room', 'rooms'],
  ['seting', 'settings'],
  ['hlep', 'help'],
  ['setings', 'settings'],
])('%j alone: %s was probably meant', (text, word) => {
  expect(suggestWord(text)).toBe(word);
});

test.each([
  '',
  'Retro',
  'Design review',
  'roms review',
  'roms --for 30d',
  '"roms"',
  '--roms',
  'he',
  'R',
  '日本語',
])('%j: a title, and nothing to ask about', (text) => {
  expect(suggestWord(text)).toBeUndefined();
});
