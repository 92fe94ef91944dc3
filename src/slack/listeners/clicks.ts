import type { BlockAction } from '@slack/bolt';
import { acceptOnce } from '../../usecases/accept-once.ts';
import { answerLater } from '../../usecases/answer.ts';
import { chooseReminders } from '../../usecases/choose-reminders.ts';
import type { Tables } from '../../usecases/ports/storage.ts';
import { requestRoom } from '../../usecases/request-room.ts';
import { retryRoom } from '../../usecases/retry-room.ts';
import { readPageValue, readRecordingValue, readRequestValue, readRoomValue } from '../button-values.ts';
import { ACTIONS, type ActionId } from '../ids.ts';
import { chooseSettingsPlace } from './choose-settings-place.ts';
import type { Click } from './click.ts';
import type { ListenerDeps } from './deps.ts';
import { openNewRoomOrTell } from './open-new-room.ts';
import { redrawNewRoom } from './redraw-new-room.ts';
import { replyToClick } from './reply-to.ts';
import {
  changeRoom,
  extendRoom,
  handOverRoom,
  offerRoomChange,
  reopenRoom,
  setRecording,
  turnRoomsPage,
} from './room-clicks.ts';

interface ClickKind {
  /** May the answer take the place of the private message that was clicked? */
  readonly replaces?: true;
  /** Stores what the click asks for. A value we did not make is not for us: nothing happens. */
  readonly accept?: (tables: Tables, click: Click, deps: ListenerDeps) => Promise<void>;
  /** Shows a dialog, which can wait for nobody. */
  readonly show?: (body: BlockAction, deps: ListenerDeps) => Promise<void>;
}

/** What each button does when it is pressed; one that does nothing is a link, which Slack only tells us about. */
export const CLICKS: Readonly<Record<ActionId, ClickKind>> = {
  [ACTIONS.startAsHost]: {},
  [ACTIONS.download]: {},
  [ACTIONS.join]: { accept: (tables, click) => hostLink(tables, click, true) },
  [ACTIONS.hostLink]: { accept: (tables, click) => hostLink(tables, click, false) },
  [ACTIONS.roomRecordings]: {
    async accept(tables, { value, reply, now }) {
      const room = readRoomValue(value);
      if (room === undefined) return;
      const scope = { kind: 'room', roomKey: room.roomKey } as const;
      await acceptOnce(tables, { name: 'list-recordings', payload: { scope, reply }, now });
    },
  },
  [ACTIONS.retryRoom]: {
    replaces: true,
    async accept(tables, { value, reply, now }, { maxRoomsPerTeam }) {
      const room = readRoomValue(value);
      if (room !== undefined) await retryRoom(tables, { ...room, reply, now, maxRoomsPerTeam });
    },
  },
  [ACTIONS.makeAnother]: { replaces: true, accept: makeAnother },
  [ACTIONS.extendRoom]: { accept: (tables, click) => offerRoomChange(tables, click, 'extend') },
  [ACTIONS.extendByDay]: { replaces: true, accept: (tables, click) => extendRoom(tables, click, 'day') },
  [ACTIONS.extendByWeek]: { replaces: true, accept: (tables, click) => extendRoom(tables, click, 'week') },
  [ACTIONS.extendByMonth]: { replaces: true, accept: (tables, click) => extendRoom(tables, click, 'month') },
  [ACTIONS.endAfterSession]: { accept: (tables, click) => changeRoom(tables, click, 'end-after-session') },
  [ACTIONS.startRecording]: { accept: (tables, click) => setRecording(tables, click, 'on') },
  [ACTIONS.stopRecording]: { accept: (tables, click) => setRecording(tables, click, 'off') },
  [ACTIONS.closeRoom]: { accept: (tables, click) => changeRoom(tables, click, 'close') },
  [ACTIONS.handOver]: { accept: (tables, click) => offerRoomChange(tables, click, 'hand-over') },
  [ACTIONS.handOverTo]: { replaces: true, accept: handOverRoom },
  [ACTIONS.openAgain]: { accept: reopenRoom },
  [ACTIONS.previousRooms]: { replaces: true, accept: turnRoomsPage },
  [ACTIONS.nextRooms]: { replaces: true, accept: turnRoomsPage },
  [ACTIONS.getLink]: { accept: (tables, click) => forRecording(tables, click, 'share-recording-link') },
  [ACTIONS.newRoom]: { show: newRoom },
  [ACTIONS.roomKind]: { show: redrawNewRoom },
  [ACTIONS.settings]: { show: chooseSettingsPlace },
  [ACTIONS.deleteRecording]: { accept: (tables, click) => forRecording(tables, click, 'delete-recording') },
  [ACTIONS.shareRecording]: { accept: (tables, click) => forRecording(tables, click, 'share-recording') },
  [ACTIONS.previousPage]: { replaces: true, accept: turnPage },
  [ACTIONS.nextPage]: { replaces: true, accept: turnPage },
  [ACTIONS.stopReminders]: {
    accept: (tables, click) => chooseReminders(tables, { ...click, wanted: false }),
  },
  [ACTIONS.startReminders]: {
    accept: (tables, click) => chooseReminders(tables, { ...click, wanted: true }),
  },
};

function newRoom(body: BlockAction, deps: ListenerDeps): Promise<void> {
  const origin = { channelId: null, thread: null, responseUrl: null };
  const reply = replyToClick(body, false);
  return openNewRoomOrTell(deps, { reply, triggerId: body.trigger_id, origin });
}

async function hostLink(tables: Tables, { value, reply, now }: Click, onJoin: boolean): Promise<void> {
  const room = readRoomValue(value);
  if (room === undefined) return;
  const payload = { roomKey: room.roomKey, reply, onJoin };
  // A guest on their way in waits for nothing from us.
  if (onJoin) await tables.jobs.enqueue({ name: 'share-host-link', payload });
  else await acceptOnce(tables, { name: 'share-host-link', payload, now });
}

async function forRecording(
  tables: Tables,
  { value, reply, now }: Click,
  name: 'share-recording-link' | 'delete-recording' | 'share-recording',
): Promise<void> {
  const recording = readRecordingValue(value);
  if (recording === undefined) return;
  await acceptOnce(tables, { name, payload: { recordingId: recording.recordingId, reply }, now });
}

async function turnPage(tables: Tables, { value, reply, now }: Click): Promise<void> {
  const turn = readPageValue(value);
  if (turn === undefined) return;
  await acceptOnce(tables, { name: 'list-recordings', payload: { ...turn, reply }, now });
}

async function makeAnother(tables: Tables, click: Click, deps: ListenerDeps): Promise<void> {
  const { reply, direct, now } = click;
  const wish = readRequestValue(click.value);
  if (wish === undefined) return;
  const { provider, can, maxRoomsPerTeam } = deps;
  // One room for one message: pressed a second time, it offers what the first press has made.
  const key = `make-another:${reply.channelId}:${click.messageTs}`;
  const another = await tables.inbox.accept(key, 'make-another', now);
  const place = wish.place ?? { channelId: reply.channelId, direct, threadTs: null };
  const ask = { ...place, request: wish.request, reply, provider, can, maxRoomsPerTeam, now };
  const answer = await requestRoom(tables, { ...ask, another });
  if (answer !== undefined) await answerLater(tables, reply, answer);
}
