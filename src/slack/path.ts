/** Where Slack sends everything. */
export const SLACK_PATH = '/slack/events';
