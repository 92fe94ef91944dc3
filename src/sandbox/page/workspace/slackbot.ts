/** The user id of Slack's own voice, which is no app in its own right. */
export const SLACKBOT = 'USLACKBOT';
