import { UpstreamRejectedError } from '../errors.ts';
import type { ChannelMessages } from '../usecases/ports.ts';
import { callSlack } from './slack-errors.ts';
import { renderMessage } from './views/channel-message.ts';
import type { WebApi } from './web-api.ts';

/** Our messages in channels. Links in them never unfold into previews. */
export function slackMessages(api: WebApi): ChannelMessages {
  return {
    async post(teamId, channelId, message, locale) {
      const posted = await callSlack(() =>
        api.client(teamId).chat.postMessage({
          channel: channelId,
          ...renderMessage(message, locale),
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      if (posted.ts === undefined) throw badAnswer('chat.postMessage without a ts');
      return { channelId: posted.channel ?? channelId, messageTs: posted.ts };
    },

    async update(teamId, { channelId, messageTs }, message, locale) {
      await callSlack(() =>
        api
          .client(teamId)
          .chat.update({ channel: channelId, ts: messageTs, ...renderMessage(message, locale) }),
      );
    },

    async permalink(teamId, { channelId, messageTs }) {
      const answer = await callSlack(() =>
        api.client(teamId).chat.getPermalink({ channel: channelId, message_ts: messageTs }),
      );
      if (answer.permalink === undefined) throw badAnswer('chat.getPermalink without a permalink');
      return answer.permalink;
    },
  };
}

function badAnswer(what: string): UpstreamRejectedError {
  return new UpstreamRejectedError('slack', 'slack_bad_answer', what);
}
