import { describe, expect, test } from 'vitest';
import { mask } from '../../src/sandbox/mask.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJwYXJ0aWNpcGFudElkIjoiMSJ9.c2lnbmF0dXJl';

describe('mask hides the secret part of a text', () => {
  test.each([
    ['a bot token', 'token xoxb-123-abc here', 'token xoxb-••• here'],
    ['a bearer header', 'Bearer abc.def', 'Bearer •••'],
    ['a JSON Web Token', `see ${JWT}`, 'see •••'],
    [
      'a host link',
      `http://localhost:4100/?room_token=412958792&participant_token=${JWT}`,
      'http://localhost:4100/?room_token=412958792&participant_token=•••',
    ],
    [
      "a host link to a room of the app's own",
      '<http://localhost:3000/h/0123456789012345678901s3cr-et|Start as host>',
      '<http://localhost:3000/h/0123456789012345678901•••|Start as host>',
    ],
    [
      'a pre-signed URL',
      'https://s3/46/r/archive.mp4?AWSAccessKeyId=ASIA1&Expires=1674687032&Signature=ab%2Bc%3D&x-amz-security-token=zz',
      'https://s3/46/r/archive.mp4?AWSAccessKeyId=•••&Expires=1674687032&Signature=•••&x-amz-security-token=•••',
    ],
    [
      'a pre-signed URL of version 4',
      'https://s3/a.mp4?X-Amz-Credential=AKIA%2F2026&X-Amz-Date=20261122T000000Z&X-Amz-Signature=ff00',
      'https://s3/a.mp4?X-Amz-Credential=•••&X-Amz-Date=20261122T000000Z&X-Amz-Signature=•••',
    ],
    [
      'a link inside Slack text',
      '<https://s3/a.mp4?Expires=1&amp;Signature=abc|Download> it',
      '<https://s3/a.mp4?Expires=1&amp;Signature=•••|Download> it',
    ],
    [
      'a callback URL',
      '{"recording":"http://localhost:3000/callbacks/meetings/Zx9-_k"}',
      '{"recording":"http://localhost:3000/callbacks/meetings/•••"}',
    ],
    [
      'a response URL',
      'http://localhost:4000/commands/T0SANDBOX/4711/s3cr-et',
      'http://localhost:4000/commands/T0SANDBOX/4711/•••',
    ],
  ])('%s', (_what, text, expected) => {
    expect(mask(text)).toBe(expected);
  });
});

test('mask leaves what is not secret as it is', () => {
  const harmless = {
    title: 'Design review',
    room_token: '412958792',
    url: 'http://localhost:4100/412958792?name=Ada#top',
    list: [1, true, null],
    token: '',
  };

  expect(mask(harmless)).toEqual(harmless);
});

test('mask goes through objects and lists, and hides members with a telling name', () => {
  const request = {
    token: 'legacy',
    client_secret: 'x',
    authorization: 'Basic eDp5',
    blocks: [{ elements: [{ url: 'http://h/?participant_token=a' }] }],
  };

  expect(mask(request)).toEqual({
    token: '•••',
    client_secret: '•••',
    authorization: '•••',
    blocks: [{ elements: [{ url: 'http://h/?participant_token=•••' }] }],
  });
});
