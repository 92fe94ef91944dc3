import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** What Node is told about memory wherever the app runs: as `npm start` has it. */
export const MEMORY_FLAGS: string = scripts.start.match(/--max-\S+/g).join(' ');
