import { App, ExpressReceiver, LogLevel } from '@slack/bolt';

/** The peer of `ack` and `start`: Bolt 5 that acknowledges every command and does nothing. */
const receiver = new ExpressReceiver({
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
  processBeforeResponse: true,
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-none' }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
app.command('/meet', async ({ ack }) => ack('ok'));
await app.start({ port: Number(process.env['PORT']), host: '127.0.0.1' });
