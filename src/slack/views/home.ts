import type { KnownBlock } from '@slack/types';
import type { CommandNames } from '../../domain/command.ts';
import type { Home, WorkspaceState } from '../../domain/home.ts';
import { type Texts, textsFor } from '../../locales/texts.ts';
import { actions, heading, section } from './blocks.ts';
import { fittingRows } from './fitting-rows.ts';
import { failedRow, roomRow } from './home-rows.ts';
import { LIMITS } from './limits.ts';
import { recordingRow } from './recording-row.ts';
import { remindersButton } from './reminders-button.ts';
import { newRoomButton } from './room-buttons.ts';
import { settingsButton } from './settings-place-dialog.ts';

/** Blocks besides the rows, at the most: headings, hints, first steps, what admins see. */
const OTHER_BLOCKS = 16;
const BLOCKS_PER_ROW = 2;

interface HomeReader {
  /** Slack's locale, e.g. `de-DE`. */
  readonly locale: string;
  readonly commands: CommandNames;
}

/** A page in App Home as Slack takes it. */
export interface RenderedHome {
  readonly type: 'home';
  readonly blocks: KnownBlock[];
}

/** What somebody's Home shows, in Slack's shape. The same data and reader always give the same page. */
export function renderHome(home: Home, { locale, commands }: HomeReader): RenderedHome {
  const texts = textsFor(locale);
  const { expiring, failed, rooms, recordings } = shortened(home);
  const isEmpty = [expiring, failed, rooms, recordings].every(({ rows }) => rows.length === 0);
  const noRecordings = expiring.rows.length === 0 ? 'home.no-recordings' : 'home.no-other-recordings';
  const needsYou = [
    ...expiring.rows.flatMap((row) => recordingRow(row, texts)),
    ...hint(expiring, texts.say('home.more-soon', { count: expiring.rows.length })),
    ...failed.rows.flatMap((row) => failedRow(row, texts)),
    ...hint(failed, texts.say('home.more-rooms', { count: failed.rows.length })),
  ];
  const blocks: KnownBlock[] = [
    ...(isEmpty ? firstSteps(home, commands, texts) : []),
    ...(home.mayMakeRooms ? [actions(newRoomButton(texts))] : []),
    ...(needsYou.length === 0 ? [] : [heading(texts.say('home.needs-you')), ...needsYou]),
    heading(texts.say('home.rooms')),
    ...(rooms.rows.length === 0 ? [section(texts.say('home.no-rooms'))] : []),
    ...rooms.rows.flatMap((row) => roomRow(row, texts)),
    ...hint(rooms, texts.say('home.more-rooms', { count: rooms.rows.length })),
    heading(texts.say('home.recordings')),
    ...(recordings.rows.length === 0 ? [section(texts.say(noRecordings))] : []),
    ...recordings.rows.flatMap((row) => recordingRow(row, texts)),
    ...hint(
      recordings,
      texts.say('home.more-recordings', { count: recordings.rows.length, recordings: commands.recordings }),
    ),
    section(
      texts.say(home.reminders ? 'home.reminders-on' : 'home.reminders-off', { first: home.firstReminder }),
    ),
    actions(
      remindersButton({ wanted: home.reminders }, texts),
      ...(home.mayChangeSettings ? [settingsButton(texts)] : []),
    ),
    ...(home.workspace === null ? [] : workspaceBlocks(home.workspace, { texts, commands })),
  ];
  return { type: 'home', blocks };
}

/** As many rows of each list as fit the page. */
function shortened({ expiring, failed, rooms, recordings }: Home) {
  const lists = [expiring, failed, rooms, recordings];
  const most = Math.floor((LIMITS.homeBlocks - OTHER_BLOCKS) / BLOCKS_PER_ROW);
  const [first = 0, second = 0, third = 0, fourth = 0] = fittingRows(
    lists.map(({ rows }) => rows.length),
    most,
  );
  return {
    expiring: firstOf(expiring, first),
    failed: firstOf(failed, second),
    rooms: firstOf(rooms, third),
    recordings: firstOf(recordings, fourth),
  };
}

function firstOf<Row>(
  { rows, more }: { readonly rows: readonly Row[]; readonly more: boolean },
  count: number,
) {
  return { rows: rows.slice(0, count), more: more || rows.length > count };
}

function hint({ more }: { readonly more: boolean }, text: string): readonly KnownBlock[] {
  return more ? [section(text)] : [];
}

function firstSteps({ mayMakeRooms }: Home, commands: CommandNames, texts: Texts): readonly KnownBlock[] {
  if (!mayMakeRooms) return [section(texts.say('home.guest'))];
  return [
    section(texts.say('home.none-yet')),
    section(texts.say('home.step-room', { meet: commands.meet })),
    section(texts.say('home.step-record')),
    section(texts.say('home.step-recordings', { recordings: commands.recordings })),
  ];
}

function workspaceBlocks(
  state: WorkspaceState,
  { texts, commands }: { readonly texts: Texts; readonly commands: CommandNames },
): readonly KnownBlock[] {
  const { liveRooms: live, roomLimit: limit, buriedJobs: count } = state;
  return [
    heading(texts.say('home.workspace')),
    section(texts.say('home.live-rooms', { live, limit }), texts.say('home.buried', { count })),
    section(texts.say('home.settings', { meet: commands.meet })),
  ];
}
