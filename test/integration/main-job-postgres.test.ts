import { test } from 'vitest';
import { mainJob } from '../support/main-job.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { roomtone } from '../support/roomtone.ts';

const { freshDatabase } = onPostgres();

test('on Postgres, a room is made, recorded, its recording shared and deleted: each step shows in Slack', async () => {
  await mainJob(await roomtone({ databaseUrl: await freshDatabase() }));
});
