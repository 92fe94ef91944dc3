import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The manifest's own address for "fill in yours". */
const PLACEHOLDER = 'https://your.host';

/** `npm run manifest -- https://your.host`: prints the manifest with that address, and a link that creates the app. */
const address = process.argv[2];
if (address === undefined || !URL.canParse(address) || new URL(address).protocol !== 'https:') {
  process.stderr.write('Usage: npm run manifest -- https://your.host\n');
  process.exit(64);
}

const manifest = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8').replaceAll(
  PLACEHOLDER,
  new URL(address).origin,
);
const json = encodeURIComponent(JSON.stringify(parse(manifest)));
process.stdout.write(`${manifest}
# Create the app with one click:
# https://api.slack.com/apps?new_app=1&manifest_json=${json}
`);
