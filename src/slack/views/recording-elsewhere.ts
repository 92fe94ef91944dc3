import { section, smallPrint } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { cut, LIMITS } from './limits.ts';
import { bold } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';

/** Where a recording lies that no link can be made for, and by which ids whoever keeps that storage finds it. */
export function recordingElsewhere(answer: AnswerOf<'recording-elsewhere'>, { texts }: Reader): Rendered {
  const when = dateToken(answer.startedAt, 'day-and-time', texts);
  return rendered(
    section(texts.say('elsewhere.lead', { title: bold(answer.title), when })),
    section(texts.say('elsewhere.next')),
    smallPrint(
      texts.say('elsewhere.ids', {
        recordingId: cut(answer.recordingId, LIMITS.id),
        sessionId: cut(answer.sessionId, LIMITS.id),
      }),
    ),
  );
}
