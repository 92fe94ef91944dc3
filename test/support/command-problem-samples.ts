import type { CommandProblem } from '../../src/domain/command.ts';

const corrected = '/meet Design review --until Friday 18:00';
/** Every problem a command can have. */
export const PROBLEMS: { readonly [name: string]: CommandProblem } = {
  'unknown option': { kind: 'unknown-option', option: '--untill', suggestion: '--until', corrected },
  'unknown option, no idea': { kind: 'unknown-option', option: '--x', suggestion: null, corrected: null },
  'missing value': { kind: 'missing-value', option: '--for', corrected },
  'repeated option': { kind: 'repeated-option', option: '--for', corrected },
  'conflicting options': {
    kind: 'conflicting-options',
    first: '--no-recording',
    second: '--manual',
    corrected,
  },
  'not offered': { kind: 'not-offered', option: '--host-only', corrected: '/meet Design review' },
  'not a duration': { kind: 'not-a-duration', value: 'soon', corrected },
  'not a date': { kind: 'not-a-date', value: 'whenever', corrected },
  'not a person': { kind: 'not-a-person', value: 'ben', corrected },
  'too soon': { kind: 'too-soon', value: '14:05', at: Date.parse('2026-11-22T13:05:00Z'), corrected },
  'in the past': {
    kind: 'in-the-past',
    value: 'yesterday',
    at: Date.parse('2026-11-21T22:59:00Z'),
    corrected,
  },
  'title missing': { kind: 'title-missing', corrected: '/meet Design review --manual' },
  'title too long': { kind: 'title-too-long', length: 201, max: 200, corrected: null },
};
