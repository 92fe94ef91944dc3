import { expect, test } from 'vitest';
import { METHOD_TIERS } from '../../src/slack/method-tiers.ts';
import type { SlackCalls } from '../../src/slack/slack-calls.ts';
import { onPostgres } from '../support/on-postgres.ts';
import { openPostgresStorage } from '../support/open-postgres-storage.ts';
import { comeBackAt, makeAll, pacedSlack, post } from '../support/paced-slack.ts';

const { freshDatabase } = onPostgres();
const PLACES = ['C0GENERAL', 'C0DESIGN', 'U0ADA', 'U0BEN'];

/** Two processes on one Postgres, and the Slack they both call. */
async function twoProcesses() {
  const slack = await pacedSlack();
  const url = await freshDatabase();
  const [one, other] = [await openPostgresStorage(url), await openPostgresStorage(url)];
  const statuses: number[] = [];
  slack.traffic.onChange(() => statuses.push(slack.traffic.recent().at(-1)?.status ?? 0));
  return { slack, statuses, calls: [slack.beside(one.storage), slack.beside(other.storage)] as const };
}

const askWho = (calls: SlackCalls, about: string) =>
  calls.call({ teamId: 'T0SANDBOX', method: 'users.info', rank: 'people', about }, (client) =>
    client.users.info({ user: 'U0ADA' }),
  );

test('two processes with messages for the same channels: keep one pace together, and Slack never says 429', async () => {
  const { slack, statuses, calls } = await twoProcesses();
  const posts = Array.from({ length: 48 }, (_, n) => () => {
    const process = calls[n % 2 === 0 ? 0 : 1];
    return post(process, PLACES[(n >> 1) % PLACES.length] ?? '', `message ${n}`);
  });
  const start = slack.now();

  await makeAll(posts, slack);

  expect(statuses).toEqual(Array(48).fill(200));
  expect(slack.now() - start).toBeLessThan(1.2 * (48 / PLACES.length) * 1_000);
});

test('a burst shared by two processes: is as large as that of one', async () => {
  const { statuses, calls } = await twoProcesses();

  const asked = await Promise.all(
    Array.from({ length: 60 }, (_, n) => comeBackAt(askWho(calls[n % 2 === 0 ? 0 : 1], `U${n}`))),
  );

  const { burst } = METHOD_TIERS['users.info'];
  expect(asked.filter((at) => at === 0)).toHaveLength(burst);
  expect(new Set(asked).size).toBe(1 + 60 - burst);
  expect(statuses).toEqual(Array(burst).fill(200));
});

test('a pause Slack asked one process for: holds for the other', async () => {
  const { slack, calls } = await twoProcesses();
  await slack.ask('PUT', '/_sandbox/faults', { status: 429, retry_after: 30 });
  const over = slack.now() + 30_000;
  expect(await comeBackAt(post(calls[0], 'C0GENERAL', 'one'))).toBe(over);
  await slack.ask('PUT', '/_sandbox/faults', {});

  expect(await comeBackAt(post(calls[1], 'C0GENERAL', 'two'))).toBeGreaterThan(over);
  expect(await comeBackAt(post(calls[1], 'C0DESIGN', 'elsewhere'))).toBe(0);
});
