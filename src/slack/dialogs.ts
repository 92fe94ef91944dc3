import type { ModalView } from '@slack/types';
import type { Membership } from '../domain/room-form.ts';
import { AppError, ChannelGoneError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Profile } from '../usecases/ports/workspace.ts';
import { toProfile } from './profile.ts';
import { callSlack } from './slack-errors.ts';
import type { WebApi } from './web-api.ts';

/** Longest wait for Slack inside a listener: a `trigger_id` lives 3 s, and so long a person looks at a dialog that waits. */
export const PROMPT_MS = 1_500;

/** The people of a channel that one call looks through. */
const MEMBERS_SEEN = 1_000;

/**
 * The few calls to Slack that can't wait for their turn: a dialog opens now or never. Each is made once and takes
 * {@link PROMPT_MS} at most; none throws when Slack does not do what it should.
 */
export interface Dialogs {
  open(teamId: string, triggerId: string, view: ModalView): Promise<'shown' | 'not-shown'>;
  /** Draws a dialog anew, unless it has changed since. What was filled in stays. */
  redraw(teamId: string, shown: ShownView, view: ModalView): Promise<'shown' | 'not-shown'>;
  /** `unknown` too for somebody who is not among the first of a large channel. */
  membership(teamId: string, channelId: string, userId: string): Promise<Membership>;
  /** Undefined: Slack did not tell in time. */
  profile(teamId: string, userId: string): Promise<Profile | undefined>;
}

export interface ShownView {
  readonly viewId: string;
  readonly hash: string;
}

/** `api` must give up in time by itself. */
export function slackDialogs(api: Pick<WebApi, 'client'>, log: Log): Dialogs {
  const show = async (call: () => Promise<unknown>) =>
    (await orUndefined(call)) === undefined ? 'not-shown' : 'shown';

  async function orUndefined<T>(call: () => Promise<T>): Promise<T | undefined> {
    try {
      return await callSlack(call);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ code: error.code, details: error.details }, 'Slack did not answer a listener');
      return undefined;
    }
  }

  return {
    open: (teamId, trigger_id, view) => show(() => api.client(teamId).views.open({ trigger_id, view })),
    redraw: (teamId, { viewId, hash }, view) =>
      show(() => api.client(teamId).views.update({ view_id: viewId, hash, view })),
    async membership(teamId, channel, userId) {
      const list = async () => {
        try {
          return await callSlack(() =>
            api.client(teamId).conversations.members({ channel, limit: MEMBERS_SEEN }),
          );
        } catch (error) {
          if (error instanceof ChannelGoneError) return 'hidden';
          throw error;
        }
      };
      const answer = await orUndefined(list);
      if (answer === undefined || answer === 'hidden') return answer ?? 'unknown';
      if (answer.members?.includes(userId)) return 'member';
      return answer.response_metadata?.next_cursor ? 'unknown' : 'stranger';
    },
    profile: (teamId, user) =>
      orUndefined(async () => {
        const answer = await api.client(teamId).users.info({ user, include_locale: true });
        return toProfile(teamId, user, answer.user);
      }),
  };
}
