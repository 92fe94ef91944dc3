import type { ChannelMessage } from '../domain/channel-message.ts';
import { UpstreamRejectedError } from '../errors.ts';
import type { ChannelMessages } from '../usecases/ports/messages.ts';
import type { PostedMessage } from '../usecases/ports/posts.ts';
import type { SlackCalls } from './slack-calls.ts';
import type { Rank } from './take-turns.ts';
import { renderMessage } from './views/channel-message.ts';

/** Our messages in channels. Links in them never unfold into previews. */
export function slackMessages(slack: SlackCalls): ChannelMessages {
  return {
    async post({ teamId, channelId, threadTs, locale }, message, record) {
      const about = `${message.kind} ${idOf(message)}`;
      await slack.call(
        { teamId, method: 'chat.postMessage', rank: rankOf(message), about, postsIn: channelId },
        async (client): Promise<PostedMessage> => {
          const posted = await client.chat.postMessage({
            channel: channelId,
            ...(threadTs !== null && { thread_ts: threadTs }),
            ...renderMessage(message, locale),
            unfurl_links: false,
            unfurl_media: false,
          });
          if (posted.ts === undefined) throw badAnswer('chat.postMessage without a ts');
          return { channelId: posted.channel ?? channelId, messageTs: posted.ts };
        },
        { begin: record.begin, answered: record.sent },
      );
    },

    async update({ teamId, locale, channelId, messageTs }, message, record) {
      const about = `${channelId} ${messageTs}`;
      await slack.call(
        {
          ...{ teamId, method: 'chat.update', rank: rankOf(message), about },
          changes: { channelId, messageTs },
        },
        (client) =>
          client.chat.update({ channel: channelId, ts: messageTs, ...renderMessage(message, locale) }),
        { begin: record.begin, answered: record.taken },
      );
    },

    async permalink(teamId, { channelId, messageTs }) {
      const about = `${channelId} ${messageTs}`;
      const answer = await slack.call(
        { teamId, method: 'chat.getPermalink', rank: 'channels', about },
        (client) => client.chat.getPermalink({ channel: channelId, message_ts: messageTs }),
      );
      if (answer.permalink === undefined) throw badAnswer('chat.getPermalink without a permalink');
      return answer.permalink;
    },
  };
}

const AWAITED: ReadonlySet<ChannelMessage['kind']> = new Set([
  'recording-deleted',
  'recording-shared',
  'policy-changed',
]);

/** A new card answers a command and a deletion a click: somebody is looking. The other messages come by themselves. */
function rankOf(message: ChannelMessage): Rank {
  if (message.kind === 'room-card') return message.now.kind === 'open' ? 'people' : 'channels';
  return AWAITED.has(message.kind) ? 'people' : 'channels';
}

function idOf(message: ChannelMessage): string {
  if (message.kind === 'room-card') return message.roomKey;
  if (message.kind === 'reminder') return message.subject;
  return message.kind === 'policy-changed' ? message.key : message.recordingId;
}

function badAnswer(what: string): UpstreamRejectedError {
  return new UpstreamRejectedError('slack', 'slack_bad_answer', what);
}
