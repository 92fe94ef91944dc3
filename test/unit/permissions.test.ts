import { describe, expect, test } from 'vitest';
import { type Action, isAllowed, type Person } from '../../src/domain/permissions.ts';

const room = { teamId: 'T1', hostUserId: 'U1' };
const nobody: Person = { teamId: 'T1', userId: 'U9', isAdmin: false, isGuest: false };

const PEOPLE = {
  host: { ...nobody, userId: 'U1' },
  'host who is a guest': { ...nobody, userId: 'U1', isGuest: true },
  admin: { ...nobody, isAdmin: true },
  member: nobody,
  guest: { ...nobody, isGuest: true },
  "another workspace's admin": { ...nobody, teamId: 'T2', isAdmin: true },
  "another workspace's person with the host's id": { ...nobody, teamId: 'T2', userId: 'U1' },
} satisfies Record<string, Person>;

type Who = keyof typeof PEOPLE;
const ACTIONS: readonly Action[] = ['get-host-link', 'get-recording-link', 'delete-recording'];

/** Who may do what; whoever is not named may not. */
const IN_CHANNEL: Readonly<Record<Action, readonly Who[]>> = {
  'get-host-link': ['host', 'host who is a guest'],
  'get-recording-link': ['host', 'host who is a guest', 'admin', 'member', 'guest'],
  'delete-recording': ['host', 'host who is a guest', 'admin'],
};
const ELSEWHERE: Readonly<Record<Action, readonly Who[]>> = {
  'get-host-link': ['host', 'host who is a guest'],
  'get-recording-link': ['host', 'host who is a guest'],
  'delete-recording': ['host', 'host who is a guest', 'admin'],
};

describe.each([
  ['in the channel', true, IN_CHANNEL],
  ['elsewhere', false, ELSEWHERE],
] as const)('somebody %s', (_where, inChannel, allowed) => {
  const cases = (Object.keys(PEOPLE) as Who[]).flatMap((who) =>
    ACTIONS.map((action) => ({ who, action, may: allowed[action].includes(who) })),
  );

  test.each(cases)('$who, $action: $may', ({ who, action, may }) => {
    expect(isAllowed(action, PEOPLE[who], { room, inChannel })).toBe(may);
  });
});
