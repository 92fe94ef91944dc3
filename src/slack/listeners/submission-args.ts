import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** What a listener is handed of a submitted dialog. */
export type SubmissionArgs = Pick<ViewArgs, 'body' | 'view' | 'ack'>;
