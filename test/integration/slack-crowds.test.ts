import type { ServerResponse } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PausedError } from '../../src/errors.ts';
import type { SlackCalls } from '../../src/slack/slack-calls.ts';
import { slackWorkspace } from '../../src/slack/workspace.ts';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { callsOf, comeBackAt, openApi } from '../support/paced-slack.ts';
import { answerJson, type SeenRequest, stubHttpServer } from '../support/stub-http-server.ts';

type Answer = (response: ServerResponse, request: SeenRequest) => void;

/** A Slack that answers as it is told; each workspace's token is its id. */
async function stubSlack(answer: Answer) {
  const server = await stubHttpServer(answer);
  onTestFinished(server.close);
  const { storage, now, advance } = await openSqliteStore();
  const api = openApi(`${server.origin}/`, (teamId) => teamId);
  return { server, calls: callsOf(api, storage, now), now, advance };
}

const askWho = (calls: SlackCalls, teamId: string, user: string) =>
  calls.call({ teamId, method: 'users.info', rank: 'people', about: user }, (client) =>
    client.users.info({ user }),
  );

test('a workspace whose Slack hangs: takes up so many calls and no more; another one is served at once', async () => {
  const hanging: ServerResponse[] = [];
  const { server, calls, now, advance } = await stubSlack((response, { headers }) => {
    if (headers.authorization === 'Bearer TSLOW') hanging.push(response);
    else answerJson(response, 200, { ok: true });
  });
  const inSlow = Array.from({ length: 16 }, (_, n) => askWho(calls, 'TSLOW', `U${n}`));
  await vi.waitUntil(() => hanging.length === 16);

  const [one, two] = [
    await comeBackAt(askWho(calls, 'TSLOW', 'U16')),
    await comeBackAt(askWho(calls, 'TSLOW', 'U17')),
  ];
  expect(one).toBe(now() + 1_000);
  expect(two).toBe(one + 1_000);
  expect(await askWho(calls, 'TOTHER', 'U1')).toMatchObject({ ok: true });
  expect(server.requests).toHaveLength(17);

  for (const response of hanging) answerJson(response, 200, { ok: true });
  await Promise.all(inSlow);
  advance(1_000);
  const retried = askWho(calls, 'TSLOW', 'U16');
  await vi.waitUntil(() => hanging.length === 17);
  answerJson(hanging[16] as ServerResponse, 200, { ok: true });
  await retried;
});

test('a channel of more people than Slack lists in one go: the search goes on where it was left', async () => {
  const pages = 60;
  const { server, calls, now, advance } = await stubSlack((response, { body }) => {
    const page = Number(new URLSearchParams(body).get('cursor') ?? 0);
    const next_cursor = page + 1 < pages ? String(page + 1) : '';
    const members = page + 1 === pages ? ['UADA'] : [`U${page}`];
    answerJson(response, 200, { ok: true, members, response_metadata: { next_cursor } });
  });
  const workspace = slackWorkspace(calls);
  let isMember: boolean | undefined;

  for (let run = 0; isMember === undefined && run < pages; run++) {
    try {
      isMember = await workspace.isMember('T1', 'C1', 'UADA');
    } catch (error) {
      if (!(error instanceof PausedError)) throw error;
      advance(error.until - now());
    }
  }

  expect(isMember).toBe(true);
  expect(server.requests).toHaveLength(pages);
});
