import type { Button, UsersSelect } from '@slack/types';
import type { TextKey } from '../../locales/en.ts';
import type { Texts } from '../../locales/texts.ts';
import { encodeRoomValue } from '../button-values.ts';
import { ACTIONS, type ActionId } from '../ids.ts';
import { button } from './blocks.ts';
import { roomLabel } from './labels.ts';
import { LIMITS } from './limits.ts';
import { plain } from './plain-text.ts';

interface RoomName {
  readonly roomKey: string;
  readonly title: string;
}

/** Asks by how much the room is to be extended. */
export const extendButton = roomButton(ACTIONS.extendRoom, 'button.extend');
/** Closes a long-term room once this session is over. */
export const endAfterSessionButton = roomButton(ACTIONS.endAfterSession, 'button.end-after-session');
/** Start and stop recording where that is done for people in the room. */
export const startRecordingButton = roomButton(ACTIONS.startRecording, 'button.start-recording');
export const stopRecordingButton = roomButton(ACTIONS.stopRecording, 'button.stop-recording');
/** Asks who is to be the host. */
export const handOverButton = roomButton(ACTIONS.handOver, 'button.hand-over');
/** Makes a new room like this one; whoever presses it is its host. */
export const openAgainButton = roomButton(ACTIONS.openAgain, 'button.open-again');
/** The three ways of extending a room, shortest first. */
export const EXTENSION_BUTTONS = [
  roomButton(ACTIONS.extendByDay, 'button.extend-by-day'),
  roomButton(ACTIONS.extendByWeek, 'button.extend-by-week'),
  roomButton(ACTIONS.extendByMonth, 'button.extend-by-month'),
] as const;

function roomButton(actionId: ActionId, key: TextKey) {
  return (room: RoomName, texts: Texts): Button => {
    const label = texts.say(key);
    return button(actionId, label, {
      value: encodeRoomValue(room),
      accessibility_label: roomLabel(label, room.title, texts),
    });
  };
}

/** Closes a long-term room after a question; whether the person may is decided at the click. */
export function closeRoomButton(room: RoomName, texts: Texts): Button {
  const label = texts.say('button.close-room');
  const title = plain(room.title, LIMITS.titleInShort);
  return button(ACTIONS.closeRoom, label, {
    value: encodeRoomValue(room),
    confirm: {
      title: { type: 'plain_text', text: texts.say('close.question') },
      text: { type: 'plain_text', text: texts.say('close.what', { title }) },
      confirm: { type: 'plain_text', text: texts.say('close.confirm') },
      deny: { type: 'plain_text', text: texts.say('close.deny') },
    },
    accessibility_label: roomLabel(label, room.title, texts),
  });
}

/** The people of the workspace, to choose the new host from. The room is named by the block it stands in. */
export function newHostSelect(texts: Texts): UsersSelect {
  return {
    type: 'users_select',
    action_id: ACTIONS.handOverTo,
    placeholder: { type: 'plain_text', text: texts.say('hand-over.choose') },
  };
}
