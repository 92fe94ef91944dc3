import { randomUUID } from 'node:crypto';
import { App, ExpressReceiver } from '@slack/bolt';
import express, { type Express, type IRouter, Router } from 'express';
import type { Clock } from '../clock.ts';
import { asAppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { ListenerDeps } from './listeners/deps.ts';
import { SLACK_PATH } from './path.ts';
import { register } from './register.ts';
import { slackLogger } from './web-api.ts';

/** How far Slack's clock may be ahead of ours. Bolt itself only refuses requests that are too old. */
const AHEAD_SECONDS = 60;

export interface SlackReceiverOptions {
  readonly app: Express;
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly listeners: ListenerDeps;
}

/** Mounts Slack's requests on our Express app. Nothing in their way to the acknowledgement calls anybody. */
export function mountSlack(options: SlackReceiverOptions): void {
  const { app, signingSecret, clock, log, listeners } = options;
  const logger = slackLogger(log);
  const receiver = new ExpressReceiver({
    app,
    router: guardedRouter(clock),
    signingSecret,
    // A listener that could not store its request must become a 500, not a 200.
    processBeforeResponse: true,
    bodyLimit: '1mb',
    logger,
  });
  const bolt = new App({
    receiver,
    // Without a token: listeners call nobody, and Bolt would make and keep a client for each workspace.
    authorize: async ({ teamId = '' }) => ({ teamId }),
    convoStore: false,
    extendedErrorHandler: true,
    logger,
  });
  bolt.error(async (failure) => {
    const error = 'error' in failure ? failure.error : failure;
    const ref = randomUUID().slice(0, 4);
    log.error({ ref, code: asAppError(error).code, err: error }, 'a request from Slack failed');
    // Rethrown: the sender has to know that nothing was stored.
    throw error;
  });
  register(bolt, listeners);
}

function guardedRouter(clock: Clock): IRouter {
  const router = Router();
  router.use(SLACK_PATH, (request, response, next) => {
    const timestamp = Number(request.get('x-slack-request-timestamp'));
    if (timestamp > clock.now() / 1000 + AHEAD_SECONDS) response.status(401).end();
    else next();
  });
  return router;
}

/** Kept apart so that request log and guards can be mounted before anything else. */
export function createExpress(trustProxy: number): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxy);
  return app;
}
