import { expect, test } from 'vitest';
import type { Deps } from '../../src/usecases/deps.ts';
import { findHostFault } from '../../src/usecases/find-host-fault.ts';
import { sampleProfile, sampleRoom } from '../support/sample-rows.ts';

const ben = sampleProfile({ userId: 'U2', name: 'Ben' });
const inChannel = (isIn: boolean) => ({ workspace: { isMember: async () => isIn } }) as unknown as Deps;

test.each([
  ['a member of the channel', {}, true, undefined],
  ['a guest of the workspace who is in the channel', { isGuest: true }, true, undefined],
  ['somebody outside the channel', {}, false, 'not-in-channel'],
  ['somebody of another workspace', { teamId: 'T2' }, true, 'other-workspace'],
  ['an app', { isBot: true }, true, 'bot'],
  ['somebody deactivated', { isGone: true }, true, 'gone'],
] as const)('%s as host', async (_whom, changes, isIn, fault) => {
  expect(await findHostFault(inChannel(isIn), sampleRoom(), { ...ben, ...changes })).toBe(fault);
});

test('a room between people: an app cannot look who they are', async () => {
  expect(await findHostFault(inChannel(false), sampleRoom({ direct: true }), ben)).toBeUndefined();
});
