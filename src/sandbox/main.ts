import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Alone, meetingsAlone, videoAlone } from './alone.ts';
import { choosePort } from './choose-port.ts';
import { PROVIDERS, type Provider } from './room-server.ts';
import { seed } from './seed.ts';
import { readSettings } from './settings.ts';
import { HOST, startSandbox } from './start.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'data/sandbox');
const PAGES = join(ROOT, 'dist/page');
const USUAL_PORTS = { slack: 4000, rooms: 4100, app: 3000 } as const;

/** The server for rooms, and the variable that names its port. */
const ROOM_SERVERS = {
  'vonage-meetings': { name: 'Meetings server', variable: 'SANDBOX_MEETINGS_PORT' },
  'vonage-video': { name: 'Video API', variable: 'SANDBOX_VIDEO_PORT' },
} as const;
const ALONE: Readonly<Record<string, { readonly provider: Provider; readonly start: Alone }>> = {
  meetings: { provider: 'vonage-meetings', start: meetingsAlone },
  video: { provider: 'vonage-video', start: videoAlone },
};

const { values } = parseArgs({ options: { only: { type: 'string' }, provider: { type: 'string' } } });
const provider = PROVIDERS.find((name) => name === (values.provider ?? PROVIDERS[0]));
const alone = ALONE[values.only ?? ''];
if (provider === undefined || (values.only !== undefined && alone === undefined)) {
  process.stderr.write(
    `Usage: npm run sandbox [-- --provider ${PROVIDERS.join('|')} | --only ${Object.keys(ALONE).join('|')}]\n`,
  );
  process.exit(64);
}

mkdirSync(FOLDER, { recursive: true });
const settings = readSettings(FOLDER);
const stop = alone ? await only(alone) : await everything(provider);
process.once('SIGINT', () => void stop().then(() => process.exit(0)));
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));

async function everything(provider: Provider): Promise<() => Promise<void>> {
  const slack = await port('The workspace', process.env['SANDBOX_SLACK_PORT'], USUAL_PORTS.slack);
  const rooms = await roomsPort(provider);
  const app = await port('The app', process.env['PORT'], USUAL_PORTS.app);
  say(`Starting a local Slack, a local ${ROOM_SERVERS[provider].name} and Roomtone between them …`);
  const sandbox = await startSandbox({
    provider,
    settings,
    folder: FOLDER,
    pageFolder: PAGES,
    appProgram: join(ROOT, 'dist/main.js'),
    ports: { slack, rooms, app },
  });
  try {
    await sandbox.app.start();
    await seed(sandbox);
    sandbox.open();
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  say(`
  Open   http://localhost:${slack}/
  Type   /meet Design review

The app's log is in data/sandbox/app.log. Stop with Ctrl+C; every start begins afresh.`);
  return sandbox.close;
}

async function only({ provider, start }: (typeof ALONE)[string]): Promise<() => Promise<void>> {
  const { about, close } = await start({
    host: HOST,
    port: await roomsPort(provider),
    settings,
    folder: FOLDER,
    pageFolder: PAGES,
  });
  say(`\n${about}\n\nStop with Ctrl+C; every start begins afresh.`);
  return close;
}

function roomsPort(provider: Provider): Promise<number> {
  const { name, variable } = ROOM_SERVERS[provider];
  return port(`The ${name}`, process.env[variable], USUAL_PORTS.rooms);
}

async function port(who: string, named: string | undefined, usual: number): Promise<number> {
  const chosen = await choosePort(named, usual, HOST);
  if (chosen.moved) say(`${who} uses port ${chosen.port}, because ${usual} is taken.`);
  return chosen.port;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
