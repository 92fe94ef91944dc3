import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { choosePort } from './choose-port.ts';
import { startMeetings } from './meetings/server.ts';
import { seed } from './seed.ts';
import { readSettings } from './settings.ts';
import { HOST, startSandbox } from './start.ts';
import { createTraffic } from './traffic.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'data/sandbox');
const PAGES = join(ROOT, 'dist/page');
const USUAL_PORTS = { slack: 4000, meetings: 4100, app: 3000 } as const;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
if (values.only !== undefined && values.only !== 'meetings') {
  process.stderr.write('Usage: npm run sandbox [-- --only meetings]\n');
  process.exit(64);
}

mkdirSync(FOLDER, { recursive: true });
const settings = readSettings(FOLDER);
const stop = values.only === 'meetings' ? await meetingsAlone() : await everything();
process.once('SIGINT', () => void stop().then(() => process.exit(0)));
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));

async function everything(): Promise<() => Promise<void>> {
  const env = process.env;
  const slack = await port('The workspace', env['SANDBOX_SLACK_PORT'], USUAL_PORTS.slack);
  const meetings = await port('The Meetings server', env['SANDBOX_MEETINGS_PORT'], USUAL_PORTS.meetings);
  const app = await port('The app', env['PORT'], USUAL_PORTS.app);
  say('Starting a local Slack, a local Meetings server and Roomtone between them …');
  const sandbox = await startSandbox({
    settings,
    folder: FOLDER,
    pageFolder: PAGES,
    appProgram: join(ROOT, 'dist/main.js'),
    ports: { slack, meetings, app },
  });
  try {
    await sandbox.app.start();
    await seed(sandbox);
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

async function meetingsAlone(): Promise<() => Promise<void>> {
  const meetings = await startMeetings({
    host: HOST,
    port: await port('The Meetings server', process.env['SANDBOX_MEETINGS_PORT'], USUAL_PORTS.meetings),
    applicationId: settings.applicationId,
    publicKey: settings.publicKey,
    traffic: createTraffic(),
    folder: FOLDER,
    pageFolder: PAGES,
  });
  say(`
A Meetings server for any client. Its settings:

  MEETINGS_API_URL=${meetings.apiUrl}
  VONAGE_APPLICATION_ID=${settings.applicationId}
  VONAGE_PRIVATE_KEY_PATH=${settings.privateKeyPath}

Stop with Ctrl+C; every start begins afresh.`);
  return meetings.close;
}

async function port(who: string, named: string | undefined, usual: number): Promise<number> {
  const chosen = await choosePort(named, usual, HOST);
  if (chosen.moved) say(`${who} uses port ${chosen.port}, because ${usual} is taken.`);
  return chosen.port;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
