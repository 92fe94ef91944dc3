import { systemClock } from '../../src/clock.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { ListPage, ListScope } from '../../src/domain/recordings-list.ts';
import type { RoomListPage } from '../../src/domain/room-list.ts';
import { renderAnswer } from '../../src/slack/views/answer.ts';
import { renderHome } from '../../src/slack/views/home.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { listRecordings } from '../../src/usecases/list-recordings.ts';
import { listRooms } from '../../src/usecases/list-rooms.ts';
import type { Storage } from '../../src/usecases/ports/storage.ts';
import type { Profile } from '../../src/usecases/ports/workspace.ts';
import { readHome } from '../../src/usecases/read-home.ts';
import type { SeededRoom } from './seed-rooms.ts';

const commands = { meet: '/meet', recordings: '/recordings' };

export type ViewReader = ReturnType<typeof viewReader>;

/** The host of all rooms, in front of a Slack that answers at once. */
export function viewReader(storage: Storage, [room]: readonly SeededRoom[]) {
  const { teamId = '', channelId = '' } = room ?? {};
  const person: Profile = {
    ...{ teamId, userId: 'U0BENCH', name: 'Ada', locale: 'en-US', timeZone: 'Europe/London' },
    ...{ isAdmin: true, isGuest: false, isGone: false, isBot: false },
  };
  const deps = {
    storage,
    clock: systemClock,
    maxRoomsPerTeam: 100,
    provider: 'vonage-meetings',
    providers: ['vonage-meetings'],
    meetingsOf: () => ({ storage: { place: '', encryption: '', according: '', keptDays: 30 } }),
    workspace: { profile: async () => person, isMember: async () => true },
    answers: {
      send: async (_to: unknown, answer: Answer) => void renderAnswer(answer, { locale: 'en', commands }),
    },
    // Nothing else of it is asked for by a list or a page.
  } as unknown as Deps;
  const reply = {
    ...{ teamId, channelId, userId: person.userId },
    responseUrl: null,
    replaces: false,
    requestKey: 'bench',
  };
  return {
    list: (scope: ListScope, page?: ListPage) =>
      listRecordings(deps, { scope, ...(page !== undefined && { page }), reply }) as Promise<void>,
    rooms: (page?: RoomListPage) =>
      listRooms(deps, { ...(page !== undefined && { page }), reply }) as Promise<void>,
    home: async () => void renderHome(await readHome(deps, person), { locale: 'en', commands }),
  };
}
