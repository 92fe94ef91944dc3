import type { Answer } from '../domain/answer.ts';
import { type AppError, ChannelGoneError } from '../errors.ts';
import { announcePolicy } from '../usecases/announce-policy.ts';
import { announceRecording } from '../usecases/announce-recording.ts';
import { announceRoom } from '../usecases/announce-room.ts';
import { answer, stillWorking } from '../usecases/answer.ts';
import { answerRoomReady } from '../usecases/answer-room-ready.ts';
import { changeRoom } from '../usecases/change-room.ts';
import { changeSettings } from '../usecases/change-settings.ts';
import { createRoom } from '../usecases/create-room.ts';
import { deleteRecording } from '../usecases/delete-recording.ts';
import type { Deps } from '../usecases/deps.ts';
import { findRoom } from '../usecases/find-room.ts';
import { handOverRoom } from '../usecases/hand-over-room.ts';
import type { ReplyTo } from '../usecases/job-payloads.ts';
import { listRecordings } from '../usecases/list-recordings.ts';
import { listRooms } from '../usecases/list-rooms.ts';
import { offerRoomChange } from '../usecases/offer-room-change.ts';
import { reconcileSession } from '../usecases/reconcile-session.ts';
import { remindHost } from '../usecases/remind-host.ts';
import { renameHost } from '../usecases/rename-host.ts';
import { roomNotMade } from '../usecases/room-not-made.ts';
import { setRecording } from '../usecases/set-recording.ts';
import { shareHostLink } from '../usecases/share-host-link.ts';
import { shareRecording } from '../usecases/share-recording.ts';
import { shareRecordingLink } from '../usecases/share-recording-link.ts';
import { sweep } from '../usecases/sweep.ts';
import { tellCardRefused } from '../usecases/tell-card-refused.ts';
import { updateHome } from '../usecases/update-home.ts';
import { updateHomes } from '../usecases/update-homes.ts';
import { updateReminder } from '../usecases/update-reminder.ts';
import type { JobHandlers } from './run-job.ts';

type Failed = Extract<Answer, { kind: 'failed' }>['what'];

/** Which use case does which job, and what whoever waits is told when it can't be done. */
export function jobHandlers(deps: Deps): JobHandlers {
  const say =
    (what: Failed) =>
    ({ reply }: { readonly reply: ReplyTo }, error: AppError, ref: string) =>
      answer(deps, reply, {
        kind: 'failed',
        what,
        code: error.code,
        ref,
        ...(error instanceof ChannelGoneError && { shut: error.trouble }),
      });
  const noRoom = (payload: { roomKey: string; reply: ReplyTo }, error: AppError, ref: string) =>
    roomNotMade(deps, payload, { error, ref });

  return {
    'create-room': { run: (payload) => createRoom(deps, payload), giveUp: noRoom },
    'find-room': { run: (payload) => findRoom(deps, payload), giveUp: noRoom },
    'answer-room-ready': { run: (payload) => answerRoomReady(deps, payload), giveUp: say('host-link') },
    answer: {
      run: async (payload) => void (await answer(deps, payload.reply, payload.answer)),
    },
    'still-working': { run: (payload) => stillWorking(deps, payload) },
    'share-host-link': { run: (payload) => shareHostLink(deps, payload), giveUp: say('host-link') },
    'share-recording-link': { run: (payload) => shareRecordingLink(deps, payload), giveUp: say('link') },
    'delete-recording': { run: (payload) => deleteRecording(deps, payload), giveUp: say('delete') },
    'list-recordings': { run: (payload) => listRecordings(deps, payload), giveUp: say('recordings') },
    'share-recording': { run: (payload) => shareRecording(deps, payload), giveUp: say('share') },
    'list-rooms': { run: (payload) => listRooms(deps, payload), giveUp: say('rooms') },
    'offer-room-change': { run: (payload) => offerRoomChange(deps, payload), giveUp: say('change') },
    'change-room': { run: (payload) => changeRoom(deps, payload), giveUp: say('change') },
    'set-recording': { run: (payload) => setRecording(deps, payload), giveUp: say('recording') },
    'hand-over-room': { run: (payload) => handOverRoom(deps, payload), giveUp: say('change') },
    'rename-host': { run: (payload) => renameHost(deps, payload) },
    'change-settings': { run: (payload) => changeSettings(deps, payload), giveUp: say('settings') },
    'announce-policy': { run: (payload) => announcePolicy(deps, payload), giveUp: say('policy-message') },
    'announce-room': {
      run: (payload) => announceRoom(deps, payload),
      giveUp: (payload, error, ref) => tellCardRefused(deps, payload, { error, ref }),
    },
    'announce-recording': { run: (payload) => announceRecording(deps, payload) },
    'remind-host': { run: (payload) => remindHost(deps, payload) },
    'update-reminder': { run: (payload) => updateReminder(deps, payload) },
    'update-homes': { run: (payload) => updateHomes(deps, payload) },
    'update-home': { run: (payload) => updateHome(deps, payload) },
    'reconcile-session': { run: (payload) => reconcileSession(deps, payload) },
    sweep: { run: () => sweep(deps) },
  };
}
