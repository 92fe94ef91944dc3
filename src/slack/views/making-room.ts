import { actions, section } from './blocks.ts';
import { bold, code } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { joinThatOneButton } from './room-buttons.ts';

const LIMITED = { offered: 'making.offered', none: 'making.not-recorded' } as const;

/** Says what is on its way; then what else may be of use, for nothing of it stands in the way of the room. */
export function makingRoom(answer: AnswerOf<'making-room'>, { texts, commands }: Reader): Rendered {
  const { title, limitedTo, meant, meanwhile } = answer;
  const more = [
    ...(limitedTo === undefined ? [] : [texts.say(LIMITED[limitedTo])]),
    ...(meant === undefined
      ? []
      : [texts.say('making.did-you-mean', { command: code(`${commands.meet} ${meant}`) })]),
    ...(meanwhile === undefined ? [] : [texts.say('making.meanwhile', { other: bold(meanwhile.title) })]),
  ];
  return rendered(
    section(texts.say('making.lead', { title: bold(title) })),
    ...(more.length === 0 ? [] : [section(...more)]),
    ...(meanwhile === undefined ? [] : [actions(joinThatOneButton(meanwhile, texts))]),
  );
}
