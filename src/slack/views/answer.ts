import type { Answer, AnswerKind } from '../../domain/answer.ts';
import type { CommandNames } from '../../domain/command.ts';
import { textsFor } from '../../locales/texts.ts';
import { badCommand } from './bad-command.ts';
import { cannotPost } from './cannot-post.ts';
import { cardRefused } from './card-refused.ts';
import { channelRefused } from './channel-refused.ts';
import { failed } from './failed.ts';
import { help } from './help.ts';
import { hostLink } from './host-link.ts';
import { makingRoom } from './making-room.ts';
import type { AnswerView, Reader } from './reader.ts';
import { recordingElsewhere } from './recording-elsewhere.ts';
import { recordingLink } from './recording-link.ts';
import { recordingsList } from './recordings-list.ts';
import type { Rendered } from './rendered.ts';
import {
  hostNow,
  hostRefused,
  howLongToExtend,
  roomClosingSoon,
  roomExtended,
  whomToHandOver,
} from './room-changes.ts';
import { roomExists } from './room-exists.ts';
import { roomNotMade } from './room-not-made.ts';
import { roomReady, roomReadyFor } from './room-ready.ts';
import { roomsList } from './rooms-list.ts';
import { SHORT_ANSWERS } from './short-answers.ts';

/** Every private answer and how it looks. */
const VIEWS: { readonly [K in AnswerKind]: AnswerView<K> } = {
  ...SHORT_ANSWERS,
  help,
  'bad-command': badCommand,
  'making-room': makingRoom,
  'room-exists': roomExists,
  'room-ready': roomReady,
  'room-ready-for': roomReadyFor,
  'room-not-made': roomNotMade,
  'cannot-post': cannotPost,
  'card-refused': cardRefused,
  'channel-refused': channelRefused,
  'host-link': hostLink,
  'how-long-to-extend': howLongToExtend,
  'whom-to-hand-over': whomToHandOver,
  'room-extended': roomExtended,
  'room-closing': roomClosingSoon,
  'host-refused': hostRefused,
  'host-now': hostNow,
  rooms: roomsList,
  'recording-link': recordingLink,
  'recording-elsewhere': recordingElsewhere,
  recordings: recordingsList,
  failed,
};

/** Whom a private answer is for, and what this installation calls its commands. */
export interface AnswerReader {
  /** Slack's locale, e.g. `de-DE`. */
  readonly locale: string;
  readonly commands: CommandNames;
}

/** A private answer in Slack's shape. The same data and reader always give the same message. */
export function renderAnswer(answer: Answer, reader: AnswerReader): Rendered {
  // The compiler does not see that the view picked by `kind` takes this very answer.
  const view = VIEWS[answer.kind] as (answer: Answer, reader: Reader) => Rendered;
  return view(answer, { texts: textsFor(reader.locale), commands: reader.commands });
}
