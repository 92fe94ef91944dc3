import { test } from 'vitest';
import { mainJob } from '../support/main-job.ts';
import { roomtone } from '../support/roomtone.ts';

test('a room is made, recorded, its recording shared and deleted: each step shows in Slack', async () => {
  await mainJob(await roomtone());
});
