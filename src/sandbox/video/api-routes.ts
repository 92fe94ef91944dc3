import type { ApiRoute } from '../vonage/api-route.ts';
import type { MovableClock } from '../vonage/movable-clock.ts';
import { conflict, forbidden, notFound } from './api-error.ts';
import { type ArchiveLink, archiveJson } from './archive-json.ts';
import { listSchema, startSchema } from './archive-schema.ts';
import type { Archives } from './archives.ts';
import { findArchive, findDeletable, findRecordable } from './find.ts';
import { isRunning, type World } from './model.ts';
import { readInput } from './read-input.ts';
import { createSession, sessionJson } from './sessions.ts';

export interface ApiDeps {
  readonly applicationId: string;
  readonly world: World;
  readonly clock: MovableClock;
  readonly archives: Archives;
  readonly link: ArchiveLink;
}

/** The Video API as published (OpenAPI 0.3.2): sessions and archives, without broadcasts, captions, SIP and layouts. */
export function apiRoutes(deps: ApiDeps): readonly ApiRoute[] {
  return [
    {
      title: 'Create a session',
      method: 'post',
      path: '/session/create',
      takes: 'form',
      handle: ({ body }) => ({
        status: 200,
        body: [sessionJson(createSession(body, deps), deps.applicationId)],
      }),
    },
    ...readingRoutes(deps),
    ...recordingRoutes(deps),
    otherProject,
  ];
}

const archivesPath = (applicationId: string): string => `/v2/project/${applicationId}/archive`;

function readingRoutes(deps: ApiDeps): readonly ApiRoute[] {
  const { applicationId, world, archives } = deps;
  const path = archivesPath(applicationId);
  return [
    {
      title: 'List archives',
      method: 'get',
      path,
      handle({ query }) {
        const { offset, count, sessionId } = readInput(listSchema, query);
        const all = [...world.archives.values()]
          .filter(({ session }) => sessionId === undefined || session.id === sessionId)
          .toReversed()
          .toSorted((a, b) => b.startedAt - a.startedAt);
        const items = all.slice(offset, offset + count).map((archive) => archiveJson(archive, deps));
        return { status: 200, body: { count: all.length, items } };
      },
    },
    {
      title: 'Get an archive',
      method: 'get',
      path: `${path}/:id`,
      handle: ({ id }) => ({ status: 200, body: archiveJson(findArchive(world, id), deps) }),
    },
    {
      title: 'Delete an archive',
      method: 'delete',
      path: `${path}/:id`,
      handle({ id }) {
        archives.remove(findDeletable(world, id));
        return { status: 204 };
      },
    },
  ];
}

function recordingRoutes(deps: ApiDeps): readonly ApiRoute[] {
  const { applicationId, world, archives } = deps;
  const path = archivesPath(applicationId);
  return [
    {
      title: 'Start an archive',
      method: 'post',
      path,
      handle({ body }) {
        const {
          sessionId,
          layout: _,
          maxBitrate: __,
          quantizationParameter: ___,
          ...settings
        } = readInput(startSchema, body);
        const session = findRecordable(world, sessionId, settings.multiArchiveTag);
        const archive = archives.begin(session, { settings, isAutomatic: false });
        return { status: 200, body: archiveJson(archive, deps) };
      },
    },
    {
      title: 'Stop an archive',
      method: 'post',
      path: `${path}/:id/stop`,
      handle({ id }) {
        const archive = world.archives.get(id);
        if (!archive) throw notFound('You passed an invalid archive ID');
        if (!isRunning(archive)) {
          throw conflict('You attempted to stop an archive that was not being recorded');
        }
        if (!archive.isAutomatic) archives.stop(archive, 'user initiated');
        return { status: 200, body: archiveJson(archive, deps) };
      },
    },
  ];
}

/** The token is for this application, so it is none for another. */
const otherProject: ApiRoute = {
  title: 'Unknown project',
  method: 'get',
  path: '/v2/project/:id/archive',
  handle() {
    throw forbidden();
  },
};
