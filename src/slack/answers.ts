import type { CommandNames } from '../domain/command.ts';
import type { Log } from '../log.ts';
import type { Answers } from '../usecases/ports/messages.ts';
import type { SlackCalls } from './slack-calls.ts';
import { renderAnswer } from './views/answer.ts';
import type { WebApi } from './web-api.ts';

export interface AnswersOptions {
  readonly api: Pick<WebApi, 'postJson'>;
  readonly slack: SlackCalls;
  readonly commands: CommandNames;
  readonly log: Log;
}

/** Private answers: through the `response_url`, else as a direct message, so that nobody is left without one. */
export function slackAnswers({ api, slack, commands, log }: AnswersOptions): Answers {
  async function byResponseUrl(url: string, body: unknown): Promise<boolean> {
    try {
      const status = await api.postJson(url, body);
      if (status >= 200 && status < 300) return true;
      log.warn({ status }, 'response_url refused the answer');
    } catch (error) {
      log.warn({ err: error instanceof Error ? error.name : 'unknown' }, 'response_url did not answer');
    }
    return false;
  }

  return {
    async send({ teamId, userId, responseUrl, replaces }, answer, locale) {
      const { text, blocks } = renderAnswer(answer, { locale, commands });
      const privately = { response_type: 'ephemeral', replace_original: replaces, unfurl_links: false };
      if (responseUrl !== null && (await byResponseUrl(responseUrl, { ...privately, text, blocks }))) return;
      const forPerson = { teamId, rank: 'people', about: userId } as const;
      const { channel } = await slack.call({ ...forPerson, method: 'conversations.open' }, (client) =>
        client.conversations.open({ users: userId }),
      );
      const channelId = channel?.id ?? userId;
      await slack.call({ ...forPerson, method: 'chat.postMessage', postsIn: channelId }, (client) =>
        client.chat.postMessage({
          channel: channelId,
          text,
          blocks,
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
    },
  };
}
