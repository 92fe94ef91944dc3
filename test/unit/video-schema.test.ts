import { describe, expect, test } from 'vitest';
import { archiveSchema, toRecording } from '../../src/video/schema.ts';
import { meetingsFixture } from '../support/meetings-fixtures.ts';

const sample = meetingsFixture('video.dotnet-sdk.Archives.GetArchive.ShouldDeserialize200-response');
const NOW = Date.UTC(2026, 0, 5, 9, 30);
const ended = sample.createdAt + sample.duration * 1000;

describe('an archive by its status', () => {
  test.each([
    ['started', { uploaded: false, endedAt: null, url: null, isRemoved: false }],
    ['paused', { uploaded: false, endedAt: null, url: null, isRemoved: false }],
    ['stopped', { uploaded: false, endedAt: ended, url: null, isRemoved: false }],
    ['uploaded', { uploaded: true, endedAt: ended, url: sample.url, isRemoved: false }],
    ['available', { uploaded: true, endedAt: ended, url: sample.url, isRemoved: false }],
    ['expired', { uploaded: false, endedAt: ended, url: null, isRemoved: true }],
    ['deleted', { uploaded: false, endedAt: ended, url: null, isRemoved: true }],
    ['failed', { uploaded: false, endedAt: ended, url: null, isRemoved: false, failure: 'random' }],
    ['whatever comes next', { uploaded: false, endedAt: ended, url: null, isRemoved: false }],
  ])('%s', (status, expected) => {
    expect(archiveSchema.parse({ ...sample, status })).toMatchObject(expected);
  });
});

test('failed, and nobody says why: failed all the same', () => {
  expect(archiveSchema.parse({ ...sample, status: 'failed', reason: '' })).toMatchObject({
    failure: 'failure',
  });
});

test('not failed: has no failure, whatever the reason for its end', () => {
  expect(archiveSchema.parse(sample)).not.toHaveProperty('failure');
});

test('there, but empty: failed', () => {
  const empty = archiveSchema.parse({ ...sample, size: 0, url: null });

  expect(empty).toMatchObject({ uploaded: false, failure: 'nothing was published' });
});

test.each([
  ['no time', { createdAt: undefined }, { startedAt: null, endedAt: null }],
  ['a time that is text', { createdAt: '1384221730000' }, { startedAt: null, endedAt: null }],
  ['a negative length', { duration: -5 }, { startedAt: sample.createdAt, endedAt: null }],
  ['an empty link', { url: '' }, { uploaded: true, url: null }],
])('%s: what else it tells is read', (_what, changes, expected) => {
  expect(archiveSchema.parse({ ...sample, ...changes })).toMatchObject(expected);
});

test.each(['id', 'sessionId', 'status'])('without %s: no archive', (member) => {
  expect(archiveSchema.safeParse({ ...sample, [member]: undefined }).success).toBe(false);
});

test.each([
  ['a link that does not tell: ten minutes from now', sample.url, NOW + 600_000],
  ['a link that tells', 'https://bucket.test/a.mp4?Expires=1767607200', 1_767_607_200_000],
  ['no link', null, null],
])('%s', (_what, url, urlExpiresAt) => {
  const recording = toRecording(archiveSchema.parse({ ...sample, url }), NOW);

  expect(recording).toMatchObject({ url, urlExpiresAt });
  expect(recording).not.toHaveProperty('isRemoved');
});
