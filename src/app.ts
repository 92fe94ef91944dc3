import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { mountFirst, mountLast, mountPages } from './http/pages.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { runJob } from './jobs/run-job.ts';
import { sqliteEngine, sqliteJobsIn } from './jobs/sqlite-jobs.ts';
import { startWorker, type Worker } from './jobs/worker.ts';
import type { Log } from './log.ts';
import { CALLBACK_PATH, mountCallbacks } from './meetings/callbacks.ts';
import { vonageMeetings } from './meetings/vonage-meetings.ts';
import { slackAnswers } from './slack/answers.ts';
import { slackMessages } from './slack/messages.ts';
import { createExpress, mountSlack } from './slack/receiver.ts';
import { webApi } from './slack/web-api.ts';
import { slackWorkspace } from './slack/workspace.ts';
import { openSqlite } from './storage/sqlite.ts';
import { applyMeetingEvent } from './usecases/apply-meeting-event.ts';
import type { Deps } from './usecases/deps.ts';

const PROVIDER = 'vonage-meetings';
/** Jobs at the same time. They mostly wait for Slack and the meeting service. */
const CONCURRENCY = 32;
/** How long a stop waits for what is running. */
const DRAIN_MS = 20_000;

export interface App {
  /** Starts listening; resolves to the address it really got. */
  start(): Promise<{ readonly port: number }>;
  /** Resolves once nothing runs and nothing is due. */
  idle(): Promise<void>;
  /** Takes nothing new, finishes what runs within 20 s, gives the rest back, closes everything. Once. */
  stop(): Promise<void>;
}

/** The whole program, put together: nothing outside this file knows more than its own part. */
export async function createApp(
  config: Config,
  { log, clock = systemClock }: { readonly log: Log; readonly clock?: Clock },
): Promise<App> {
  const now = () => clock.now();
  const storage = await openSqlite({ file: config.DATABASE_URL.file, jobsIn: (tx) => sqliteJobsIn(tx, now) });
  const commands = { meet: config.SLACK_COMMAND_MEET, recordings: config.SLACK_COMMAND_RECORDINGS };
  const tokenFor = () => config.SLACK_BOT_TOKEN;
  const slack = webApi({ apiUrl: config.SLACK_API_URL, tokenFor, log });
  const meetings = vonageMeetings({
    apiUrl: config.MEETINGS_API_URL,
    applicationId: config.VONAGE_APPLICATION_ID,
    privateKey: config.VONAGE_PRIVATE_KEY,
    clock,
  });
  const deps: Deps = {
    storage,
    meetings,
    workspace: slackWorkspace(slack),
    messages: slackMessages(slack),
    answers: slackAnswers({ api: slack, commands, log }),
    clock,
    log,
    provider: PROVIDER,
    callbackUrl: (token) => `${config.PUBLIC_URL}${CALLBACK_PATH}/${token}`,
    commands,
  };

  const app = createExpress(config.TRUST_PROXY);
  mountFirst(app, { log, clock });
  mountPages(app, { commands, ready: () => storage.transaction(async () => undefined) });
  mountCallbacks(app, {
    storage,
    apply: applyMeetingEvent,
    provider: PROVIDER,
    applicationTokens: config.CALLBACK_TOKEN ?? [],
    signatureSecrets: config.VONAGE_SIGNATURE_SECRET ?? [],
    clock,
    log,
  });
  mountSlack({
    app,
    signingSecret: config.SLACK_SIGNING_SECRET,
    tokenFor,
    clock,
    log,
    listeners: { storage, clock, provider: PROVIDER, maxRoomsPerTeam: config.MAX_ROOMS_PER_TEAM, commands },
  });
  mountLast(app, log);

  let worker: Worker | undefined;
  let server: Server | undefined;
  return {
    async start() {
      const handlers = jobHandlers(deps);
      worker = await startWorker({
        engine: sqliteEngine(storage.inTransaction, now),
        run: (job) => runJob(job, { handlers, clock, log }),
        clock,
        concurrency: CONCURRENCY,
        onError: (error) => log.error({ err: error }, 'the queue failed'),
      });
      storage.onCommit(worker.wake);
      await storage.transaction((tables) =>
        tables.jobs.enqueue({ name: 'sweep', lane: 'sweep', payload: {} }),
      );
      server = await listen(app, config);
      const { port } = server.address() as AddressInfo;
      log.info({ port }, 'Roomtone is ready');
      return { port };
    },
    idle: async () => worker?.idle(),
    async stop() {
      await close(server);
      await worker?.stop(DRAIN_MS);
      await Promise.all([slack.close(), meetings.close()]);
      await storage.close();
    },
  };
}

function listen(app: ReturnType<typeof createExpress>, { PORT, HOST }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(PORT, HOST, (error) => (error ? reject(error) : resolve(server)));
  });
}

function close(server: Server | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (server === undefined) return resolve();
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
