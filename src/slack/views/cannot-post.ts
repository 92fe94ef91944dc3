import { actions, section } from './blocks.ts';
import { bold } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { retryButton } from './room-buttons.ts';

/** Why nothing was made in a channel we may not post in, and what the reader can do about it. */
export function cannotPost(answer: AnswerOf<'cannot-post'>, { texts }: Reader): Rendered {
  const { title, why, retryRoomKey } = answer;
  if (why === 'archived') {
    return rendered(
      section(texts.say('cannot-post.archived', { title: bold(title) })),
      section(texts.say('cannot-post.elsewhere')),
    );
  }
  const lead = section(texts.say('cannot-post.not-invited', { title: bold(title) }));
  if (retryRoomKey === null) return rendered(lead, section(texts.say('cannot-post.invite')));
  return rendered(
    lead,
    section(texts.say('cannot-post.invite-and-retry')),
    actions(retryButton({ roomKey: retryRoomKey, title }, texts)),
  );
}
