import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { proveCrashes } from '../../bench/prove/crashes.ts';
import { IN_SHORT } from '../../bench/prove/pace.ts';
import { MEETINGS } from '../../bench/prove/providers/meetings.ts';

const PATIENCE_MS = 60_000;

/** The whole of it is `npm run prove`, see docs/proof.md. */
test('killed ten times, wherever that is: nothing lost, nothing doubled', {
  timeout: PATIENCE_MS,
}, async () => {
  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
  const said: string[] = [];
  const say = (text: string) => void said.push(text);

  const proof = {
    engine: 'sqlite',
    provider: MEETINGS,
    kills: 10,
    steps: [],
    pace: IN_SHORT,
    seed,
    say,
  } as const;
  const { killer, findings, failures, told } = await proveCrashes(proof);

  console.log(`killed ${killer.kills.length} times, seed ${seed}`);
  const { lost, doubled } = findings;
  expect({ lost, doubled, failures }, said.join('\n')).toEqual({ lost: [], doubled: [], failures: [] });
  expect(told.map(({ finished }) => finished)).toEqual([true, true]);
  expect(killer.kills.length).toBeGreaterThanOrEqual(10);
});
