import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../fixtures/meetings-api/', import.meta.url);

/** Names of the public Meetings API samples, without `.json`. */
export const meetingsFixtureNames: readonly string[] = readdirSync(folder).map((name) =>
  name.replace(/\.json$/, ''),
);

/** The bytes of one sample. */
export function meetingsFixtureBytes(name: string): Buffer {
  return readFileSync(new URL(`${name}.json`, folder));
}

/** One sample, parsed. */
export function meetingsFixture(name: string) {
  return JSON.parse(meetingsFixtureBytes(name).toString());
}
