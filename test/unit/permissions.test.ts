import { describe, expect, test } from 'vitest';
import {
  type ChannelAction,
  isAllowed,
  isAllowedIn,
  type Person,
  type RoomAction,
} from '../../src/domain/permissions.ts';
import { DEFAULT_POLICY, POLICY_VALUES, type Policy } from '../../src/domain/policy.ts';

const TEAM = 'T1';
const room = { teamId: TEAM, hostUserId: 'U1' };
const nobody: Person = { teamId: TEAM, userId: 'U9', isAdmin: false, isGuest: false };

/** Everybody who could ask. Who was in the channel once and is no longer is a member who is elsewhere. */
const PEOPLE = {
  host: { ...nobody, userId: 'U1' },
  'host who is a guest': { ...nobody, userId: 'U1', isGuest: true },
  admin: { ...nobody, isAdmin: true },
  member: nobody,
  guest: { ...nobody, isGuest: true },
  "another workspace's person": { ...nobody, teamId: 'T2' },
  "another workspace's admin": { ...nobody, teamId: 'T2', isAdmin: true },
  "another workspace's person with the host's id": { ...nobody, teamId: 'T2', userId: 'U1' },
} satisfies Record<string, Person>;

type Who = keyof typeof PEOPLE;
type AnyAction = RoomAction | ChannelAction;

const HOSTS = ['host', 'host who is a guest'] as const;
const MEMBERS = ['host', 'admin', 'member'] as const;
const OURS = ['host', 'host who is a guest', 'admin', 'member', 'guest'] as const;

type Allowed = (policy: Policy) => readonly Who[];

/** Who may do what in the channel; whoever is not named may not. */
const IN_CHANNEL: Readonly<Record<AnyAction, Allowed>> = {
  'get-host-link': () => HOSTS,
  'change-room': () => [...HOSTS, 'admin'],
  'set-recording': () => HOSTS,
  'see-recordings': () => OURS,
  'get-recording-link': ({ seeLinks }) => (seeLinks === 'members' ? OURS : HOSTS),
  'delete-recording': ({ deleteRecordings }) =>
    ({
      members: [...HOSTS, 'admin', 'member'] as const,
      'host-and-admins': [...HOSTS, 'admin'] as const,
      nobody: [],
    })[deleteRecordings],
  'make-room': ({ makeRooms }) =>
    ({ 'members-and-guests': OURS, members: MEMBERS, admins: ['admin'] as const })[makeRooms],
  'change-convenience': () => MEMBERS,
  'change-policy': () => ['admin'],
};
const ELSEWHERE: Readonly<Record<AnyAction, Allowed>> = {
  'get-host-link': () => HOSTS,
  'change-room': () => [...HOSTS, 'admin'],
  'set-recording': () => HOSTS,
  'see-recordings': () => HOSTS,
  'get-recording-link': () => HOSTS,
  'delete-recording': ({ deleteRecordings }) => (deleteRecordings === 'nobody' ? [] : [...HOSTS, 'admin']),
  'make-room': () => [],
  'change-convenience': () => [],
  'change-policy': () => ['admin'],
};

/** Every policy that differs from the default in one rule, and the default. */
const POLICIES: readonly Policy[] = [
  DEFAULT_POLICY,
  ...Object.entries(POLICY_VALUES).flatMap(([rule, values]) =>
    values.map((value) => ({ ...DEFAULT_POLICY, [rule]: value })),
  ),
];
const OF_CHANNEL: ReadonlySet<AnyAction> = new Set(['make-room', 'change-convenience', 'change-policy']);

function mayDo(action: AnyAction, person: Person, at: { inChannel: boolean; policy?: Policy }): boolean {
  return OF_CHANNEL.has(action)
    ? isAllowedIn(action as ChannelAction, person, { teamId: TEAM, ...at })
    : isAllowed(action as RoomAction, person, { room, ...at });
}

describe.each([
  ['in the channel', true, IN_CHANNEL],
  ['elsewhere', false, ELSEWHERE],
] as const)('somebody %s', (_where, inChannel, allowed) => {
  const cases = (Object.keys(PEOPLE) as Who[]).flatMap((who) =>
    (Object.keys(allowed) as AnyAction[]).map((action) => ({ who, action })),
  );

  test.each(cases)('$who, $action: as the table says, under every policy', ({ who, action }) => {
    for (const policy of POLICIES) {
      const may = allowed[action](policy).includes(who);
      expect([policy, mayDo(action, PEOPLE[who], { inChannel, policy })]).toEqual([policy, may]);
    }
    const byDefault = allowed[action](DEFAULT_POLICY).includes(who);
    expect(mayDo(action, PEOPLE[who], { inChannel })).toBe(byDefault);
  });
});
