import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver, LogLevel } from '@slack/bolt';

/** The peer of the `ack` benchmark, as a process of its own: Bolt 5 that acknowledges every command and does nothing. */
const receiver = new ExpressReceiver({
  signingSecret: process.argv[2] ?? '',
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
const server = await app.start({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
