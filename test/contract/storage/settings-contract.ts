import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/domain/policy.ts';
import { DEFAULT_CONVENIENCE } from '../../../src/domain/settings.ts';
import type { Settings } from '../../../src/usecases/ports/settings.ts';
import type { OpenStorage } from '../../support/open-store.ts';

export function settingsContract(open: OpenStorage): void {
  async function openSettings() {
    const { storage } = await open();
    return <T>(work: (settings: Settings) => Promise<T>) =>
      storage.transaction(({ settings }) => work(settings));
  }

  describe('the settings of a channel', () => {
    test('nobody has chosen anything: the defaults', async () => {
      const settings = await openSettings();

      expect(await settings((s) => s.of('T1', 'C1'))).toEqual({
        convenience: DEFAULT_CONVENIENCE,
        policy: DEFAULT_POLICY,
        workspacePolicy: DEFAULT_POLICY,
        ownPolicy: {},
      });
    });

    test('what its members choose: holds there alone, the last word counts, the policy stays', async () => {
      const settings = await openSettings();
      await settings((s) => s.decide('T1', 'C1', { seeLinks: 'host-only' }));
      await settings((s) => s.choose('T1', 'C1', { notify: 'quiet', locale: 'de-DE', reminders: false }));
      await settings((s) => s.choose('T1', 'C1', { notify: 'thread', locale: null, reminders: false }));

      const { convenience, policy } = await settings((s) => s.of('T1', 'C1'));

      expect(convenience).toEqual({ notify: 'thread', locale: null, reminders: false });
      expect(policy.seeLinks).toBe('host-only');
      for (const [team, channel] of [
        ['T1', 'C2'],
        ['T2', 'C1'],
      ] as const) {
        expect((await settings((s) => s.of(team, channel))).convenience).toEqual(DEFAULT_CONVENIENCE);
      }
    });

    test('what admins decide: for the workspace, and stricter, never looser, for a channel', async () => {
      const settings = await openSettings();
      await settings((s) => s.decide('T1', null, { ...DEFAULT_POLICY, recording: 'offered' }));
      await settings((s) => s.decide('T1', 'C1', { recording: 'automatic', makeRooms: 'admins' }));

      const here = await settings((s) => s.of('T1', 'C1'));
      const elsewhere = await settings((s) => s.of('T1', 'C2'));

      expect(here.policy).toEqual({ ...DEFAULT_POLICY, recording: 'offered', makeRooms: 'admins' });
      expect(here.ownPolicy).toEqual({ recording: 'automatic', makeRooms: 'admins' });
      expect(elsewhere.policy).toEqual({ ...DEFAULT_POLICY, recording: 'offered' });
      expect((await settings((s) => s.of('T2', 'C1'))).policy).toEqual(DEFAULT_POLICY);
    });

    test('a decision taken back: the channel follows the workspace again', async () => {
      const settings = await openSettings();
      await settings((s) => s.decide('T1', 'C1', { recording: 'none', makeRooms: 'admins' }));

      await settings((s) => s.decide('T1', 'C1', { recording: 'none' }));

      expect((await settings((s) => s.of('T1', 'C1'))).policy).toEqual({
        ...DEFAULT_POLICY,
        recording: 'none',
      });
    });

    test('a workspace that has removed the app: all of it forgotten, and of no other', async () => {
      const settings = await openSettings();
      for (const team of ['T1', 'T2'])
        await settings((s) => s.decide(team, null, { deleteRecordings: 'nobody' }));

      await settings((s) => s.forget('T1'));

      expect((await settings((s) => s.of('T1', 'C1'))).policy).toEqual(DEFAULT_POLICY);
      expect((await settings((s) => s.of('T2', 'C1'))).policy.deleteRecordings).toBe('nobody');
    });
  });
}
