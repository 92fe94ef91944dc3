import { sql, type Transaction } from 'kysely';
import type { RoomSurface, Rooms } from '../usecases/ports/rooms.ts';
import { prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

interface SurfacesOf {
  readonly cardSubject: string;
  readonly teamId: string;
  readonly hostUserId: string;
}

const surfacesOf = prepared((tx: Transaction<Schema>, { cardSubject, teamId, hostUserId }: SurfacesOf) =>
  tx
    .selectFrom('posts')
    .select(sql<RoomSurface>`'card'`.as('surface'))
    .where('subject', '=', cardSubject)
    .where('stage', '=', 'card')
    .where('state', '<>', 'gone')
    .unionAll(
      tx
        .selectFrom('people')
        .select(sql<RoomSurface>`'home'`.as('surface'))
        .where('team_id', '=', teamId)
        .where('user_id', '=', hostUserId)
        .where('home_opened_at', 'is not', null),
    ),
);

export function roomSurfaces(tx: Transaction<Schema>): Pick<Rooms, 'surfaces'> {
  return {
    async surfaces({ teamId, hostUserId }, cardSubject) {
      const { rows } = await surfacesOf(tx, { cardSubject, teamId, hostUserId });
      return rows.map(({ surface }) => surface);
    },
  };
}
