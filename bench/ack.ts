import { type LoadResult, load, medians } from './support/load.ts';
import { startPeer } from './support/peer.ts';
import { benchSandbox, putJson } from './support/sandbox.ts';
import { signedCommand } from './support/slack-request.ts';

const ROUNDS = 5;
const REQUESTS = 400;
const CONNECTIONS = 16;

/**
 * How fast `/meet` is acknowledged, durably, while the Meetings server takes 10 s to answer and Slack's own API hangs;
 * against Bolt 5 that stores nothing.
 */
export async function benchAck() {
  const sandbox = await benchSandbox();
  const { signingSecret } = sandbox.settings;
  const bolt = await startPeer('bare-bolt.ts', signingSecret);
  await putJson(`${sandbox.meetings.url}/_sandbox/faults`, { delay_ms: 10_000 });
  await putJson(`${sandbox.slack.url}/_sandbox/faults`, { delay_ms: 60_000, methods: ['*'] });

  const run = (origin: string) =>
    load({
      url: `${origin}/slack/events`,
      requests: REQUESTS,
      connections: CONNECTIONS,
      make: (n) => signedCommand(signingSecret, n),
      expectStatus: 200,
    });
  const roomtone: LoadResult[] = [];
  const bare: LoadResult[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    roomtone.push(await run(sandbox.appUrl));
    bare.push(await run(bolt.origin));
  }
  await bolt.stop();
  await sandbox.app.kill();
  await sandbox.close();
  const [ours, theirs] = [medians(roomtone), medians(bare)];
  return { roomtone: ours, bareBolt: theirs, ratioPerSecond: ours.perSecond / theirs.perSecond };
}
