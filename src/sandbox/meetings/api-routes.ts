import type { ApiRoute } from '../vonage/api-route.ts';
import { internalError, notFound } from './api-error.ts';
import type { Profile, Recording, World } from './model.ts';
import type { RecordingLink } from './recording-links.ts';
import type { Recordings } from './recordings.ts';
import type { RoomLinks } from './room-links.ts';
import type { Rooms } from './rooms.ts';
import { roomsPage } from './rooms-page.ts';
import { recordingJson, roomJson } from './wire.ts';

export interface ApiDeps {
  readonly world: World;
  readonly rooms: Rooms;
  readonly recordings: Recordings;
  readonly roomLinks: RoomLinks;
  readonly recordingLink: RecordingLink;
  readonly apiUrl: string;
  readonly profile: Profile;
}

/** The Meetings API v1 as published (OpenAPI 0.1.7), without themes and applications. */
export function apiRoutes(deps: ApiDeps): readonly ApiRoute[] {
  return [...roomRoutes(deps), ...recordingRoutes(deps), dialInNumbers];
}

function roomRoutes({ world, rooms, roomLinks: links, apiUrl, profile }: ApiDeps): readonly ApiRoute[] {
  return [
    {
      title: 'Create a room',
      method: 'post',
      path: '/rooms',
      handle: async ({ body }) => ({
        status: 201,
        body: await roomJson(rooms.create(body), { links, profile }),
      }),
    },
    {
      title: 'Get rooms',
      method: 'get',
      path: '/rooms',
      handle: async ({ query }) => {
        const page = roomsPage([...world.rooms.values()], query, { apiUrl, profile });
        const embedded = await Promise.all(page.rooms.map((room) => roomJson(room, { links, profile })));
        return {
          status: 200,
          body: {
            page_size: page.pageSize,
            _embedded: embedded,
            _links: page.links,
            total_items: page.totalItems,
          },
        };
      },
    },
    {
      title: 'Get a room',
      method: 'get',
      path: '/rooms/:id',
      handle: async ({ id }) => ({ status: 200, body: await roomJson(rooms.find(id), { links, profile }) }),
    },
    {
      title: 'Update a room',
      method: 'patch',
      path: '/rooms/:id',
      handle: async ({ id, body }) => ({
        status: 200,
        body: await roomJson(rooms.update(id, body), { links, profile }),
      }),
    },
  ];
}

function recordingRoutes({ world, recordings, recordingLink }: ApiDeps): readonly ApiRoute[] {
  return [
    {
      title: 'Recordings of a session',
      method: 'get',
      path: '/sessions/:id/recordings',
      handle({ id }) {
        if (!world.sessions.has(id)) throw notFound(`Failed to find session recordings by id: ${id}`);
        const found = [...world.recordings.values()].filter(({ session }) => session.id === id);
        const json = found.map((recording) => recordingJson(recording, recordingLink));
        return { status: 200, body: { _embedded: { recordings: json } } };
      },
    },
    {
      title: 'Get a recording',
      method: 'get',
      path: '/recordings/:id',
      handle({ id }) {
        const recording = world.recordings.get(id);
        if (!recording) throw notFound(`Recording ${id} was not found`);
        return { status: 200, body: recordingJson(recording, recordingLink) };
      },
    },
    {
      title: 'Delete a recording',
      method: 'delete',
      path: '/recordings/:id',
      handle({ id }) {
        recordings.remove(deletable(world, id));
        return { status: 204 };
      },
    },
  ];
}

/** "The recording needs to have a 'uploaded' status to be deleted. Otherwise, you will receive a 500 response." */
function deletable(world: World, recordingId: string): Recording {
  const recording = world.recordings.get(recordingId);
  if (!recording) throw notFound('Could not find recording');
  if (recording.status !== 'uploaded') throw internalError();
  return recording;
}

const dialInNumbers: ApiRoute = {
  title: 'Dial-in numbers',
  method: 'get',
  path: '/dial-in-numbers',
  isOpen: true,
  handle: () => ({
    status: 200,
    body: [
      { number: '541139862166', locale: 'es-AR', display_name: 'Argentina' },
      { number: '442381924626', locale: 'en-GB', display_name: 'United Kingdom' },
    ],
  }),
};
