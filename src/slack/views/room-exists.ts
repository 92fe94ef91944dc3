import type { Button } from '@slack/types';
import type { Texts } from '../../locales/texts.ts';
import { encodeRequestValue } from '../button-values.ts';
import { ACTIONS } from '../ids.ts';
import { actions, button, section } from './blocks.ts';
import { roomLabel } from './labels.ts';
import { bold, mention } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';
import { joinButton } from './room-buttons.ts';

type RoomExists = AnswerOf<'room-exists'>;

/** The same title is live in this channel: offers that room before making a twin. */
export function roomExists(answer: RoomExists, { texts }: Reader): Rendered {
  const { joinUrl } = answer;
  const values = { title: bold(answer.title), host: mention(answer.hostUserId) };
  const makeAnother = makeAnotherButton(answer, texts);
  if (joinUrl === null) return rendered(section(texts.say('exists.making', values)), actions(makeAnother));
  return rendered(
    section(texts.say('exists.lead', values)),
    section(texts.say('exists.next')),
    actions(joinButton({ ...answer, joinUrl }, texts), makeAnother),
  );
}

function makeAnotherButton(answer: RoomExists, texts: Texts): Button {
  const label = texts.say('button.make-another');
  return button(ACTIONS.makeAnother, label, {
    value: encodeRequestValue(answer),
    accessibility_label: roomLabel(label, answer.title, texts),
  });
}
