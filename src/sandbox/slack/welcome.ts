import type { ViewMessage } from '../protocol.ts';
import { SLACKBOT_ID } from './world.ts';

/** The first message of #general, with three things to try. It belongs to the page: scripts and the app do not see it. */
export function welcome(ts: string, names: { meet: string; recordings: string }): ViewMessage {
  return {
    ts,
    channelId: 'C0GENERAL',
    userId: SLACKBOT_ID,
    text: [
      '*Welcome to the Roomtone sandbox.* Everything here runs on this machine and no account is needed.',
      `Type \`${names.meet} Design review\` to make a video room that records itself, start it as host in a second tab, leave, and watch the recording arrive.`,
    ].join('\n'),
    blocks: [],
    edited: false,
    ephemeral: false,
    chips: [
      { label: 'Make a room', fill: `${names.meet} Design review` },
      { label: 'Bring a guest', control: 'guest' },
      { label: 'See recordings', fill: names.recordings },
    ],
  };
}
