import { slackFaults } from './in-slack.ts';
import { type OpenRoom, openRoom } from './recorded.ts';
import type { Roomtone } from './roomtone.ts';

export interface ShutChannel {
  readonly channel: string;
  readonly shut: (app: Roomtone) => unknown;
  /** What its host hears. */
  readonly because: string;
  /** Undefined: for good. */
  readonly open?: (app: Roomtone) => unknown;
}

const UNSEEN = 'I am not in the channel, or it is gone.';

/** Every way in which a channel comes to take no messages of ours. */
export const SHUT_CHANNELS: Readonly<Record<string, ShutChannel>> = {
  'is archived': {
    channel: 'general',
    shut: ({ slack }) => slack.workspace.archive('general'),
    because: 'The channel is archived.',
    open: ({ slack }) => slack.workspace.unarchive('general'),
  },
  'has become private, without the app': {
    channel: 'general',
    async shut({ slack }) {
      slack.workspace.makePrivate('general');
      slack.workspace.join('general', '@Roomtone');
      await slack.workspace.leave('general', '@Roomtone');
    },
    because: UNSEEN,
    open: ({ slack }) => slack.workspace.join('general', '@Roomtone'),
  },
  'is private, and the app was removed': {
    channel: 'leads',
    shut: ({ slack }) => slack.workspace.leave('leads', '@Roomtone'),
    because: UNSEEN,
    open: ({ slack }) => slack.workspace.join('leads', '@Roomtone'),
  },
  'is deleted': {
    channel: 'general',
    shut: ({ slack }) => slack.workspace.deleteChannel('general'),
    because: UNSEEN,
  },
  'may be written in only by some': {
    channel: 'general',
    shut: (app) =>
      slackFaults(app, {
        error: 'restricted_action',
        channels: ['C0GENERAL'],
        methods: ['chat.postMessage'],
      }),
    because: 'Slack does not let me post there.',
    open: (app) => slackFaults(app, {}),
  },
};

/** A room of Ada's in a channel that takes messages as yet. */
export function roomIn(app: Roomtone, channel: string): Promise<OpenRoom> {
  if (channel === 'leads') app.slack.workspace.join('leads', '@Roomtone');
  return openRoom(app, 'Design review', { channel });
}

/** Jobs that would still say something to somebody, or failed to. */
export function leftToSay(app: Roomtone) {
  return app.sql(
    "select name, state, last_error from jobs where name not in ('sweep', 'reconcile-session', 'still-working')",
  );
}
