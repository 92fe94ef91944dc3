import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Meetings, startMeetings } from '../../src/sandbox/meetings/server.ts';
import { readSettings, type SandboxSettings } from '../../src/sandbox/settings.ts';
import { type RunningSlack, startSlack } from '../../src/sandbox/slack/server.ts';
import type { ChannelSeed, User } from '../../src/sandbox/slack/world.ts';
import { createTraffic } from '../../src/sandbox/traffic.ts';
import { noControls } from '../../test/support/no-controls.ts';
import { freePort } from '../support/free-port.ts';
import { type Exchange, type Moment, openWire, type Verdict, type Wire } from './wire.ts';

/** What is asked at each moment of each exchange, on each of the three wires. */
export interface Watch {
  toSlack(call: Exchange, moment: Moment): Verdict;
  toMeetings(call: Exchange, moment: Moment): Verdict;
  toApp(request: Exchange, moment: Moment): Verdict;
}

/** The sandbox's two servers, with wires between them and the app. */
export interface World {
  readonly slack: RunningSlack;
  readonly meetings: Meetings;
  readonly settings: SandboxSettings;
  /** Ids of people and public channels made for this; everybody is everywhere. */
  readonly people: readonly string[];
  readonly channels: readonly string[];
  /** Conversations of the nth person with somebody. */
  readonly directs: readonly string[];
  /** Where Slack and the Meetings server find the app: through a wire. */
  readonly publicUrl: string;
  /** For an app that listens on the world's port, or on another one. */
  env(databaseUrl: string, more?: Readonly<Record<string, string>>): Record<string, string>;
  /** Resolves once the app asks for nothing any more: it is dead, and what it asked for has been done. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly watch: Watch;
  readonly people: number;
  readonly channels: number;
}

const HOST = '127.0.0.1';

export async function openWorld({ watch, people, channels }: WorldOptions): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'roomtone-prove-'));
  const settings = readSettings(folder);
  const port = await freePort();
  const more = moreOfTheWorld(people, channels);
  const traffic = createTraffic();
  const local = { host: HOST, port: 0, traffic, pageFolder: null } as const;
  const servers: { slack?: RunningSlack; meetings?: Meetings } = {};
  const slackWire = await openWire({
    target: () => `http://${HOST}:${servers.slack?.port}`,
    at: watch.toSlack,
  });
  const meetingsWire = await openWire({
    target: () => `http://${HOST}:${servers.meetings?.port}`,
    at: watch.toMeetings,
  });
  const appWire = await openWire({ target: () => `http://${HOST}:${port}`, at: watch.toApp });
  const wires: readonly Wire[] = [slackWire, meetingsWire, appWire];
  const { applicationId, publicKey, signingSecret, botToken } = settings;
  const meetings = await startMeetings({ ...local, applicationId, publicKey, folder, endDelayMs: 100 });
  servers.meetings = meetings;
  const slack = await startSlack({
    ...local,
    signingSecret,
    botToken,
    appUrl: () => appWire.origin,
    controls: noControls,
    more,
    origin: slackWire.origin,
  });
  servers.slack = slack;
  const isDirect = ({ kind }: ChannelSeed) => kind === 'im';

  return {
    slack,
    meetings,
    settings,
    people: more.users.map(({ id }) => id),
    channels: more.channels.filter((channel) => !isDirect(channel)).map(({ id }) => id),
    directs: more.channels.filter(isDirect).map(({ id }) => id),
    publicUrl: appWire.origin,
    env: (databaseUrl, others = {}) => ({
      HOST,
      PORT: String(port),
      PUBLIC_URL: appWire.origin,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: `${slackWire.origin}/api/`,
      VONAGE_APPLICATION_ID: applicationId,
      VONAGE_PRIVATE_KEY_PATH: settings.privateKeyPath,
      MEETINGS_API_URL: `${meetingsWire.origin}/v1/meetings`,
      DATABASE_URL: databaseUrl,
      MAX_ROOMS_PER_TEAM: '1000',
      ...others,
    }),
    quiet: async () => void (await Promise.all([slackWire.quiet(), meetingsWire.quiet()])),
    async close() {
      await Promise.all([slack.close(), meetings.close(), ...wires.map((wire) => wire.close())]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function moreOfTheWorld(people: number, channels: number) {
  const users = Array.from(
    { length: people },
    (_, n): User => ({
      id: `U0P${n}`,
      handle: `person-${n}`,
      name: `Person ${n}`,
      role: 'member',
      locale: n % 3 === 0 ? 'de-DE' : 'en-US',
      timeZone: 'Europe/Berlin',
      color: '#4a4a4a',
    }),
  );
  const members = users.map(({ id }) => id);
  const rooms = Array.from(
    { length: channels },
    (_, n): ChannelSeed => ({
      id: `C0P${n}`,
      name: `place-${n}`,
      kind: 'public',
      members,
    }),
  );
  const directs = users.map(
    ({ id }, n): ChannelSeed => ({
      id: `D0P${n}`,
      name: '',
      kind: 'im',
      members: [id, members[(n + 1) % people] ?? id],
    }),
  );
  return { users, channels: [...rooms, ...directs] };
}
