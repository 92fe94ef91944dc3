import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request } from 'express';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { closeServer, listen } from './http/listen.ts';
import { mountMetrics } from './http/metrics-page.ts';
import { mountFirst, mountLast, mountPages, mountSafeHeaders } from './http/pages.ts';
import { startJobs } from './jobs/start-jobs.ts';
import type { Worker } from './jobs/worker.ts';
import type { Log } from './log.ts';
import { MEETINGS } from './meetings/provider.ts';
import { createMetrics } from './metrics/metrics.ts';
import { readStock } from './metrics/read-stock.ts';
import { type OpenProviders, openProviders } from './providers.ts';
import { ackKind } from './slack/ack-kind.ts';
import { slackAnswers } from './slack/answers.ts';
import { PROMPT_MS, slackDialogs } from './slack/dialogs.ts';
import { slackHomes } from './slack/homes.ts';
import { slackMessages } from './slack/messages.ts';
import { SLACK_PATH } from './slack/path.ts';
import { createExpress, mountSlack } from './slack/receiver.ts';
import { slackCalls } from './slack/slack-calls.ts';
import { webApi } from './slack/web-api.ts';
import { slackWorkspace } from './slack/workspace.ts';
import type { Deps } from './usecases/deps.ts';
import { VIDEO } from './video/provider.ts';
import type { Providers } from './vonage/provider.ts';

/** Whom rooms can be made with. */
export const PROVIDERS: Providers = { [MEETINGS.name]: MEETINGS, [VIDEO.name]: VIDEO };

/** How long a stop waits for jobs that are running … */
const DRAIN_MS = 20_000;
/** … and for requests that are being answered: Slack itself waits no longer. */
const ANSWER_MS = 3_000;

export interface App {
  /** Starts listening; resolves to the address it really got. */
  start(): Promise<{ readonly port: number }>;
  /** Resolves once nothing runs and nothing is due. */
  idle(): Promise<void>;
  /** Takes nothing new, finishes what runs within 20 s, gives the rest back, closes everything. Once. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly log: Log;
  readonly clock?: Clock;
  /** Longest wait for Slack's or the meeting service's answer. Default: 10 s each. */
  readonly timeoutMs?: number;
  /** Pages of 4 kB that an SQLite file may have, as on a full disk. Default: any number. */
  readonly maxPages?: number;
}

/** The whole program, put together: nothing outside this file knows more than its own part. */
export async function createApp(
  config: Config,
  { log, clock = systemClock, timeoutMs = 10_000, maxPages }: AppOptions,
): Promise<App> {
  const runsJobs = config.ROLE !== 'web';
  const database = await openDatabase(config, { clock, log, runsJobs, maxPages });
  const { storage, queue } = database;
  const metrics = createMetrics();
  const commands = { meet: config.SLACK_COMMAND_MEET, recordings: config.SLACK_COMMAND_RECORDINGS };
  const tokenFor = () => config.SLACK_BOT_TOKEN;
  const slackOptions = { apiUrl: config.SLACK_API_URL, tokenFor, log, onCall: metrics.onSlackCall };
  const slack = webApi({ ...slackOptions, timeoutMs });
  const prompt = webApi({ ...slackOptions, timeoutMs: Math.min(PROMPT_MS, timeoutMs) });
  const providers = openProviders(PROVIDERS, config, {
    ...{ storage, clock, log, timeoutMs },
    ...{ onCall: metrics.onMeetingsCall, onCallback: metrics.onCallback },
  });
  const calls = slackCalls({ api: slack, storage, clock, log });
  const deps: Deps = {
    storage,
    meetingsOf: providers.meetingsOf,
    workspace: slackWorkspace(calls),
    messages: slackMessages(calls),
    homes: slackHomes(calls, commands),
    maxRoomsPerTeam: config.MAX_ROOMS_PER_TEAM,
    answers: slackAnswers({ api: slack, slack: calls, commands, log }),
    clock,
    log,
    counts: metrics,
    provider: config.PROVIDER,
    providers: providers.names,
    callbackUrl: providers.callbackUrl,
    commands,
  };

  const app = createExpress(config.TRUST_PROXY);
  mountFirst(app, { log, role: config.ROLE, ackKindOf: ackKindBy(providers), onRequest: metrics.onRequest });
  // Before the pages: Slack and the meeting service are in a hurry, and no browsers.
  if (config.ROLE !== 'worker') {
    providers.mountCallbacks(app);
    mountSlack({
      app,
      signingSecret: config.SLACK_SIGNING_SECRET,
      clock,
      log,
      listeners: {
        storage,
        clock,
        provider: config.PROVIDER,
        can: providers.meetingsOf(config.PROVIDER).can,
        maxRoomsPerTeam: config.MAX_ROOMS_PER_TEAM,
        commands,
        dialogs: slackDialogs(prompt, log),
      },
    });
  }
  mountSafeHeaders(app);
  if (config.ROLE !== 'worker') providers.mountPages(app);
  mountPages(app, { commands, ready: () => storage.transaction(async () => undefined) });
  const { roomLimit: application } = providers.meetingsOf(config.PROVIDER);
  const limits = { application, team: config.MAX_ROOMS_PER_TEAM };
  mountMetrics(app, {
    token: config.METRICS_TOKEN,
    page: async () => metrics.page(await readStock(database, limits)),
  });
  mountLast(app, log);

  let worker: Worker | undefined;
  let server: Server | undefined;
  return {
    async start() {
      server = await listen(app, config);
      if (runsJobs) worker = await startJobs(queue, deps, metrics.onJob);
      const { port } = server.address() as AddressInfo;
      log.info({ port }, 'Roomtone is ready');
      return { port };
    },
    idle: async () => worker?.idle(),
    async stop() {
      await Promise.all([closeServer(server, ANSWER_MS), worker?.stop(DRAIN_MS)]);
      await Promise.all([slack.close(), prompt.close(), providers.close()]);
      await database.close();
    },
  };
}

function ackKindBy({ isCallback }: Pick<OpenProviders, 'isCallback'>) {
  return ({ originalUrl, body }: Request): string | undefined => {
    if (isCallback(originalUrl)) return 'callback';
    return originalUrl.startsWith(SLACK_PATH) ? ackKind(body) : undefined;
  };
}
