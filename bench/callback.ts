import { randomUUID } from 'node:crypto';
import { type LoadResult, load, medians } from './support/load.ts';
import { startPeer } from './support/peer.ts';
import { callbackUrlOf, roomInSandbox } from './support/room.ts';
import { benchSandbox } from './support/sandbox.ts';

const ROUNDS = 5;
const REQUESTS = 600;
const CONNECTIONS = 32;

/** How fast callbacks are stored and answered, against Express 5 with one synced insert per request. */
export async function benchCallback() {
  const sandbox = await benchSandbox();
  const peer = await startPeer('bare-insert.ts');
  const room = await roomInSandbox(sandbox, 'Bench');
  const url = await callbackUrlOf(sandbox, room);
  const run = (target: string) =>
    load({
      url: target,
      requests: REQUESTS,
      connections: CONNECTIONS,
      make: participantJoined,
      expectStatus: 204,
    });

  const roomtone: LoadResult[] = [];
  const bare: LoadResult[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    roomtone.push(await run(url));
    bare.push(await run(`${peer.origin}/callbacks/meetings/none`));
  }
  await peer.stop();
  await sandbox.close();
  const [ours, theirs] = [medians(roomtone), medians(bare)];
  return { roomtone: ours, bareInsert: theirs, ratioPerSecond: ours.perSecond / theirs.perSecond };
}

/** Each of a session of its own: three tables are written, and nothing is announced that would take Slack's time. */
function participantJoined() {
  const body = JSON.stringify({
    event: 'session:started',
    session_id: randomUUID(),
    started_at: new Date().toISOString(),
  });
  return { headers: { 'content-type': 'application/json' }, body };
}
