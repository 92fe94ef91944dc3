import { expect, test } from 'vitest';
import { linkExpiry } from '../../src/vonage/link-expiry.ts';

test.each([
  ['https://s3.test/a.mp4?AWSAccessKeyId=K&Expires=1674687032&Signature=S', 1674687032000],
  ['https://s3.test/a.mp4?X-Amz-Date=20230125T225032Z&X-Amz-Expires=600', 1674687632000],
  ['https://s3.test/a.mp4?X-Amz-Date=yesterday&X-Amz-Expires=600', null],
  ['https://s3.test/a.mp4?Expires=soon', null],
  ['https://s3.test/archive.mp4', null],
])('%s: works until %s', (link, expected) => {
  expect(linkExpiry(link)).toBe(expected);
});
