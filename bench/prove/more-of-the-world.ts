import type { ChannelSeed, User } from '../../src/sandbox/slack/world.ts';

export interface Size {
  readonly people: number;
  readonly channels: number;
  readonly admins: number;
}

const MIDDAY = 12;

/** People and channels besides those that are always there. Everybody is in every public channel. */
export function moreOfTheWorld({ people, channels, admins }: Size) {
  const timeZone = zoneAtMidday(new Date());
  const users = times(people, (n) =>
    person({ id: `U0P${n}`, name: `Person ${n}`, role: 'member', timeZone }, n),
  );
  const chiefs = times(admins, (n) =>
    person({ id: `U0A${n}`, name: `Admin ${n}`, role: 'admin', timeZone }, n),
  );
  const members = [...users, ...chiefs].map(({ id }) => id);
  const open = (id: string, name: string): ChannelSeed => ({ id, name, kind: 'public', members });
  const places = times(channels, (n) => open(`C0P${n}`, `place-${n}`));
  const ownPlaces = times(admins, (n) => open(`C0A${n}`, `place-of-admin-${n}`));
  const directs = times(
    people,
    (n): ChannelSeed => ({
      id: `D0P${n}`,
      name: '',
      kind: 'im',
      members: [`U0P${n}`, `U0P${(n + 1) % people}`],
    }),
  );
  const idsOf = (seeds: readonly { readonly id: string }[]) => seeds.map(({ id }) => id);
  return {
    users: [...users, ...chiefs],
    channels: [...places, ...ownPlaces, ...directs],
    ids: {
      people: idsOf(users),
      channels: idsOf(places),
      directs: idsOf(directs),
      admins: times(admins, (n) => ({ host: `U0A${n}`, channel: `C0A${n}` })),
    },
  };
}

function person(seed: Pick<User, 'id' | 'name' | 'role' | 'timeZone'>, n: number): User {
  const handle = seed.name.toLowerCase().replace(' ', '-');
  return { ...seed, handle, locale: n % 3 === 0 ? 'de-DE' : 'en-US', color: '#4a4a4a' };
}

/** Where it is about midday, so that hosts are reminded at any time of a run: nobody is before 9 in the morning. */
function zoneAtMidday(now: Date): string {
  const ahead = MIDDAY - now.getUTCHours();
  // The names of these zones count the other way round.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}
