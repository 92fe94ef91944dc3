import type { RoomFailure } from '../../domain/room-failure.ts';
import type { TextKey } from '../../locales/en.ts';
import { actions, section } from './blocks.ts';
import { bold } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { retryButton } from './room-buttons.ts';
import { troubleValues } from './trouble.ts';

const LEADS: Readonly<Record<RoomFailure, TextKey>> = {
  unreachable: 'not-made.unreachable',
  error: 'not-made.error',
  rejected: 'not-made.rejected',
  credentials: 'not-made.credentials',
  'room-limit': 'not-made.room-limit',
  uncertain: 'not-made.uncertain',
  internal: 'not-made.internal',
};

/** Why there is no room, and who can do something about it: the reader by trying again, or an admin. */
export function roomNotMade(answer: AnswerOf<'room-not-made'>, { texts }: Reader): Rendered {
  const { title, failure, retryRoomKey } = answer;
  const lead = section(texts.say(LEADS[failure], { title: bold(title) }));
  const trouble = troubleValues(answer);
  if (failure === 'rejected') {
    return rendered(lead, section(texts.say('not-made.other-wish'), texts.say('trouble.may-pass', trouble)));
  }
  if (retryRoomKey === null) return rendered(lead, section(texts.say('trouble.admin-needed', trouble)));
  return rendered(
    lead,
    section(texts.say('trouble.may-pass', trouble)),
    actions(retryButton({ roomKey: retryRoomKey, title }, texts)),
  );
}
