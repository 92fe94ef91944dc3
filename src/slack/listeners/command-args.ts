import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';

/** What a listener is handed of a slash command. */
export type CommandArgs = Pick<SlackCommandMiddlewareArgs & AllMiddlewareArgs, 'command' | 'ack'>;
