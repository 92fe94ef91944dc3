import type { RecordingMode } from '../../domain/room.ts';
import type { PeopleInside, RoomNow } from '../../domain/room-now.ts';
import type { Texts } from '../../locales/texts.ts';
import { dateToken } from './date-token.ts';
import { LIMITS } from './limits.ts';
import { unformatted } from './mrkdwn.ts';

/** What goes on in a room, in sentences; none where only its closing is worth a word. */
export function roomNowSentences(
  { now, recording }: { readonly now: RoomNow; readonly recording: RecordingMode },
  texts: Texts,
): readonly string[] {
  if (now.kind === 'in-session') return [session(now, texts), ...recordingNow(now, recording, texts)];
  if (now.kind !== 'between') return [];
  const day = dateToken(now.since, 'day', texts);
  return [texts.say('now.between', { day, time: dateToken(now.since, 'time', texts) })];
}

type InSession = Extract<RoomNow, { kind: 'in-session' }>;

function session({ since, inside }: InSession, texts: Texts): string {
  return texts.say('now.in-session', {
    start: since === null ? 'unknown' : 'known',
    since: since === null ? '' : dateToken(since, 'time', texts),
    people: inside.names.length,
    names: namesOf(inside, texts),
  });
}

function namesOf({ names, others }: PeopleInside, texts: Texts): string {
  const named = names.map((name) => unformatted(name, LIMITS.name) || texts.say('now.nameless'));
  return texts.list(others === 0 ? named : [...named, texts.say('now.others', { others })]);
}

/** Where recording begins by itself, "off" would only be true for the moment before it does. */
function recordingNow({ isRecorded }: InSession, mode: RecordingMode, texts: Texts): readonly string[] {
  if (isRecorded) return [texts.say('now.recording-on')];
  return mode === 'offered' ? [texts.say('now.recording-off')] : [];
}
