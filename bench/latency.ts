import { median } from './support/load.ts';
import { roomInSandbox, until } from './support/room.ts';
import { benchSandbox } from './support/sandbox.ts';

const ROUNDS = 15;

/** From the callback's arrival to its message standing in the channel, one at a time, each in a channel that is free. */
export async function benchLatency() {
  const sandbox = await benchSandbox();
  const { meetings, slack } = sandbox;
  const roomId = await roomInSandbox(sandbox, 'Latency');
  await until(() => slack.workspace.messages('general').at(0));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await pauseOver(sandbox);
    const posted = slack.workspace.messages('general').length;
    const startedAt = performance.now();
    const { sessionId, participantId } = meetings.control.join(roomId, { name: 'Ada', host: true });
    await until(() => (slack.workspace.messages('general').length > posted ? true : undefined));
    times.push(performance.now() - startedAt);
    meetings.control.leave(sessionId, participantId);
    await until(() => (slack.workspace.messages('general').length >= posted + 3 ? true : undefined));
  }
  await sandbox.close();
  return { p50Ms: median(times), worstMs: Math.max(...times) };
}

/** Slack takes one message a second; that pause is not what is measured here. */
async function pauseOver({ slack }: Awaited<ReturnType<typeof benchSandbox>>): Promise<void> {
  const last = Number(slack.workspace.messages('general').at(-1)?.['ts'] ?? 0) * 1_000;
  await until(() => (Date.now() - last > 1_050 ? true : undefined));
}
