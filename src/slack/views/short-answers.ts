import type { AnswerKind } from '../../domain/answer.ts';
import { actions, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { bold, mention } from './mrkdwn.ts';
import type { AnswerView, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { newRoomButton } from './room-buttons.ts';
import { selector } from './selector.ts';

/** Private answers of a sentence or two. */
export const SHORT_ANSWERS = {
  'too-many-rooms': ({ limit, minutes }, { texts }) =>
    sentences(texts.say('too-many.lead', { limit, minutes }), texts.say('too-many.next')),
  'team-full': ({ limit }, { texts }) =>
    sentences(texts.say('team-full.lead', { limit }), texts.say('team-full.next')),
  'room-uncertain': ({ title }, { texts }) => sentences(texts.say('uncertain.lead', { title: bold(title) })),
  'dialog-not-shown': (_answer, { texts, commands }) =>
    rendered(
      section(texts.say('dialog-not-shown.lead')),
      section(texts.say('dialog-not-shown.next', { meet: commands.meet })),
      actions(newRoomButton(texts)),
    ),
  'settings-not-shown': (_answer, { texts, commands }) =>
    sentences(
      texts.say('dialog-not-shown.lead'),
      texts.say('settings-not-shown.next', { meet: commands.meet }),
    ),
  'settings-elsewhere': (_answer, { texts, commands }) =>
    sentences(texts.say('settings-elsewhere.lead', { meet: commands.meet })),
  'settings-refused': ({ why }, { texts }) =>
    sentences(texts.say('settings-refused.lead', { why: selector(why) })),
  'settings-saved': ({ isTold }, { texts }) => {
    const lead = texts.say('settings-saved.lead');
    return isTold ? sentences(lead, texts.say('settings-saved.told')) : sentences(lead);
  },
  'no-thread-here': (_answer, { texts, commands }) =>
    sentences(texts.say('no-thread-here.lead'), texts.say('no-thread-here.next', { meet: commands.meet })),
  'room-refused': ({ title, why }, { texts }) =>
    sentences(texts.say('room-refused.lead', { title: bold(title), why: selector(why) })),
  'not-offered': ({ title, what }, { texts }) =>
    sentences(texts.say('not-offered.lead', { title: bold(title), what: selector(what) })),
  'taking-longer': (_answer, { texts }) => sentences(texts.say('taking-longer.lead')),
  'not-host': ({ title, hostUserId }, { texts }) =>
    sentences(
      texts.say('not-host.lead', { title: bold(title), host: mention(hostUserId) }),
      texts.say('not-host.next'),
    ),
  'room-closed': ({ title }, { texts, commands }) =>
    sentences(
      texts.say('room-closed.lead', { title: bold(title) }),
      texts.say('room-closed.next', { meet: commands.meet }),
    ),
  'room-ends-after-session': ({ title }, { texts }) =>
    sentences(texts.say('ends-after-session.lead', { title: bold(title) })),
  'no-session': ({ title }, { texts }) =>
    sentences(texts.say('no-session.lead', { title: bold(title) }), texts.say('no-session.next')),
  'closes-by-itself': ({ title }, { texts }) =>
    sentences(texts.say('closes-by-itself.lead', { title: bold(title) })),
  'recording-set': ({ title, outcome }, { texts }) =>
    sentences(texts.say('recording-set.lead', { title: bold(title), outcome: selector(outcome) })),
  'set-recording-refused': ({ title, hostUserId }, { texts }) =>
    sentences(texts.say('set-recording-refused.lead', { title: bold(title), host: mention(hostUserId) })),
  'change-refused': ({ title, hostUserId }, { texts }) =>
    sentences(texts.say('change-refused.lead', { title: bold(title), host: mention(hostUserId) })),
  'handed-over': ({ title, hostUserId, oldLinkWorks = true }, { texts }) =>
    sentences(
      texts.say('handed-over.lead', { title: bold(title), host: mention(hostUserId) }),
      texts.say('handed-over.next', { oldLink: oldLinkWorks ? 'works' : 'ended' }),
    ),
  'room-unknown': (_answer, { texts }) => sentences(texts.say('room-unknown.lead')),
  'recording-unknown': (_answer, { texts }) => sentences(texts.say('recording-unknown.lead')),
  'recording-not-ready': ({ title }, { texts }) =>
    sentences(texts.say('recording-not-ready.lead', { title: bold(title) }), texts.say('later.try-again')),
  'recording-removed': (answer, { texts }) =>
    sentences(texts.say('recording-removed.lead', titleAndTime(answer, texts))),
  'link-refused': ({ title, hostUserId }, { texts }) =>
    sentences(texts.say('link-refused.lead', { title: bold(title), host: mention(hostUserId) })),
  'recordings-refused': (_answer, { texts }) => sentences(texts.say('recordings-refused.lead')),
  'delete-refused': ({ title, hostUserId, rule }, { texts }) =>
    sentences(
      texts.say('delete-refused.lead', {
        title: bold(title),
        host: mention(hostUserId),
        rule: selector(rule),
      }),
    ),
  'recording-shared': ({ title }, { texts }) =>
    sentences(texts.say('recording-shared.lead', { title: bold(title) })),
  'reminders-chosen': ({ wanted }, { texts }) =>
    sentences(
      texts.say(wanted ? 'reminders.on' : 'reminders.off'),
      ...(wanted ? [] : [texts.say('reminders.way-back')]),
    ),
  'share-refused': ({ title }, { texts }) =>
    sentences(texts.say('share-refused.lead', { title: bold(title) })),
  'delete-too-early': ({ title }, { texts }) =>
    sentences(texts.say('delete-too-early.lead', { title: bold(title) }), texts.say('later.try-again')),
  'recording-deleted': (answer, { texts }) =>
    sentences(texts.say('deleted.lead', titleAndTime(answer, texts))),
} satisfies { readonly [K in AnswerKind]?: AnswerView<K> };

/** The first sentence stands alone: it is what a notification shows. */
function sentences(lead: string, ...more: string[]): Rendered {
  return more.length === 0 ? rendered(section(lead)) : rendered(section(lead), section(...more));
}

function titleAndTime(
  recording: { readonly title: string; readonly startedAt: number },
  texts: Reader['texts'],
): Record<'title' | 'when', string> {
  return {
    title: bold(recording.title),
    when: dateToken(recording.startedAt, 'day-and-time', texts),
  };
}
