import type { Selectable, Transaction } from 'kysely';
import { DEFAULT_POLICY, type Policy, stricterOf } from '../domain/policy.ts';
import { DEFAULT_CONVENIENCE } from '../domain/settings.ts';
import type { Settings } from '../usecases/ports/settings.ts';
import { prepared } from './prepared.ts';
import type { Schema, SettingsTable } from './schema.ts';

/** The row of a whole workspace. */
const WORKSPACE = '';

const COLUMNS = [
  'team_id',
  'channel_id',
  'notify',
  'locale',
  'reminders',
  'make_rooms',
  'delete_recordings',
  'see_links',
  'recording',
] as const;

const ofChannelAndWorkspace = prepared(
  (tx: Transaction<Schema>, place: { teamId: string; channelId: string }) =>
    tx
      .selectFrom('settings')
      .select(COLUMNS)
      .where('team_id', '=', place.teamId)
      .where('channel_id', 'in', [place.channelId, WORKSPACE]),
);

export function settingsTable(tx: Transaction<Schema>): Settings {
  const write = async (teamId: string, channelId: string, columns: Partial<SettingsTable>) => {
    await tx
      .insertInto('settings')
      .values({ ...NOTHING_CHOSEN, ...columns, team_id: teamId, channel_id: channelId })
      .onConflict((conflict) => conflict.columns(['team_id', 'channel_id']).doUpdateSet(columns))
      .execute();
  };

  return {
    async of(teamId, channelId) {
      const { rows } = await ofChannelAndWorkspace(tx, { teamId, channelId });
      const channel = rows.find((row) => row.channel_id === channelId);
      const ofWorkspace = rows.find((row) => row.channel_id === WORKSPACE);
      const workspace = { ...DEFAULT_POLICY, ...policyIn(ofWorkspace) };
      const ownPolicy = policyIn(channel);
      return {
        convenience: {
          notify: channel?.notify ?? DEFAULT_CONVENIENCE.notify,
          locale: channel?.locale ?? DEFAULT_CONVENIENCE.locale,
          reminders: channel?.reminders == null ? DEFAULT_CONVENIENCE.reminders : channel.reminders === 1,
        },
        ownPolicy,
        workspacePolicy: workspace,
        policy: stricterOf(workspace, ownPolicy),
      };
    },
    choose: (teamId, channelId, { notify, locale, reminders }) =>
      write(teamId, channelId, { notify, locale, reminders: reminders ? 1 : 0 }),
    decide: (teamId, channelId, policy) =>
      write(teamId, channelId ?? WORKSPACE, {
        make_rooms: policy.makeRooms ?? null,
        delete_recordings: policy.deleteRecordings ?? null,
        see_links: policy.seeLinks ?? null,
        recording: policy.recording ?? null,
      }),
    async forget(teamId) {
      await tx.deleteFrom('settings').where('team_id', '=', teamId).execute();
    },
  };
}

const NOTHING_CHOSEN = {
  notify: null,
  locale: null,
  reminders: null,
  make_rooms: null,
  delete_recordings: null,
  see_links: null,
  recording: null,
};

function policyIn(row: Selectable<SettingsTable> | undefined): Partial<Policy> {
  return {
    ...(row?.make_rooms != null && { makeRooms: row.make_rooms }),
    ...(row?.delete_recordings != null && { deleteRecordings: row.delete_recordings }),
    ...(row?.see_links != null && { seeLinks: row.see_links }),
    ...(row?.recording != null && { recording: row.recording }),
  };
}
