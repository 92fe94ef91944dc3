import { parseArgs } from 'node:util';
import { proveCrashes } from './prove/crashes.ts';
import { proveLoad } from './prove/load.ts';

/*
 * `npm run prove [-- sqlite | postgres | load] [--kills 200] [--recordings 1000 --channels 200]`: kills the app everywhere, and loads it. Without a name all
 * three, one after the other. Exit code 1 if anything was lost, doubled, or did not happen. See docs/proof.md.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '200' },
    recordings: { type: 'string', default: '1000' },
    channels: { type: 'string', default: '200' },
  },
});

const say = (text: string) => void process.stdout.write(`${text}\n`);
const PROOFS: Readonly<Record<string, () => Promise<boolean>>> = {
  sqlite: () => proveCrashes({ engine: 'sqlite', kills: Number(values.kills), say }),
  postgres: () => proveCrashes({ engine: 'postgres', kills: Number(values.kills), say }),
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
