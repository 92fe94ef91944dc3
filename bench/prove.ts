import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { proveCrashes } from './prove/crashes.ts';
import { proveLoad } from './prove/load.ts';
import { AT_LENGTH } from './prove/pace.ts';
import { PROVIDERS } from './prove/providers/providers.ts';
import { stepsWith } from './prove/steps.ts';
import type { EngineName } from './prove/store.ts';

/*
 * `npm run prove [-- sqlite | postgres | load] [--provider vonage-video] [--kills 200 --seed 1] [--recordings 1000 --channels 200]`: kills the app
 * everywhere, and loads it. Without a name all three, one after the other. Exit code 1 if anything was lost, doubled, or
 * did not happen. See docs/proof.md.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    provider: { type: 'string', default: 'vonage-meetings' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    recordings: { type: 'string', default: '1000' },
    channels: { type: 'string', default: '200' },
  },
});

const provider = Object.values(PROVIDERS).find(({ name }) => name === values.provider);
if (provider === undefined) throw new Error(`There is no provider called ${values.provider}`);
const say = (text: string) => void process.stdout.write(`${text}\n`);
const crash = async (engine: EngineName): Promise<boolean> => {
  const owed = { kills: Number(values.kills), steps: stepsWith(provider), seed: Number(values.seed) };
  return (await proveCrashes({ engine, provider, ...owed, pace: AT_LENGTH, say })).isProven;
};
const PROOFS: Readonly<Record<string, () => Promise<boolean>>> = {
  sqlite: () => crash('sqlite'),
  postgres: () => crash('postgres'),
  load: () => proveLoad({ recordings: Number(values.recordings), channels: Number(values.channels), say }),
};

const wanted = positionals.length > 0 ? positionals : Object.keys(PROOFS);
let sound = true;
for (const name of wanted) {
  const prove = PROOFS[name];
  if (prove === undefined)
    throw new Error(`There is no proof called ${name}; there are ${Object.keys(PROOFS).join(', ')}`);
  say(`${name} …`);
  const holds = await prove();
  say(`${name}: ${holds ? 'proven' : 'NOT PROVEN'}`);
  sound &&= holds;
}
process.exit(sound ? 0 : 1);
