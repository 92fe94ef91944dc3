import { expect, test } from 'vitest';
import type { OpenStore } from '../../support/open-store.ts';
import { announceRoom, enqueue, sampleReply } from '../../support/sample-jobs.ts';
import { START } from '../../support/sample-rows.ts';

/** A `response_url` is a secret that does not stay with a job for as long as the job does. */
export function responseUrlContract(open: OpenStore): void {
  test.each([
    ['at that moment', START, sampleReply.responseUrl],
    ['before it', START + 1, null],
  ])('forgetting response_urls, of a job enqueued %s: the job stays', async (_when, before, responseUrl) => {
    const store = await open();
    await enqueue(store, announceRoom('r1'), {
      name: 'list-recordings',
      payload: { scope: { kind: 'channel' }, reply: sampleReply },
    });

    await store.storage.transaction(({ jobs }) => jobs.forgetResponseUrls(before));

    const taken = await store.engine.take(10);
    expect(Object.fromEntries(taken.map(({ name, payload }) => [name, payload]))).toEqual({
      'list-recordings': { scope: { kind: 'channel' }, reply: { ...sampleReply, responseUrl } },
      'announce-room': { roomKey: 'r1' },
    });
  });
}
