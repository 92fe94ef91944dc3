import { z } from 'zod';
import { badRequest, conflict, notFound } from './api-error.ts';
import { type Archive, isRunning, type Session, type World } from './model.ts';

/** Throws {@link ApiError} 400 for an id that can be none, 404 for one that is none. */
export function findArchive(world: World, archiveId: string): Archive {
  if (!z.uuid().safeParse(archiveId).success) {
    throw badRequest('You do not pass in a session ID or you pass in an invalid archive ID.');
  }
  const archive = world.archives.get(archiveId);
  if (!archive) throw notFound('Archive not found');
  return archive;
}

/** Throws {@link ApiError} 409 as long as it is being made. */
export function findDeletable(world: World, archiveId: string): Archive {
  const archive = findArchive(world, archiveId);
  if (archive.status !== 'available' && archive.status !== 'uploaded') {
    throw conflict('Status of the archive is not "uploaded", "available", or "deleted"');
  }
  return archive;
}

/** A session an archive can be started in. Throws {@link ApiError} 404 or 409. */
export function findRecordable(world: World, sessionId: string, tag: string | undefined): Session {
  const session = world.sessions.get(sessionId);
  if (!session || session.connections.size === 0) {
    throw notFound(
      'The session does not exist, or the session exists but there are no clients connected to it.',
    );
  }
  if (!session.isRouted) throw conflict('The session is not routed through the media router');
  const running = [...world.archives.values()].filter(
    (archive) => archive.session === session && isRunning(archive),
  );
  if (running.some(({ settings }) => settings.multiArchiveTag === tag)) {
    throw conflict(
      'You attempt to start an archive for a session that is already being recorded without setting the multiArchiveTag option',
    );
  }
  return session;
}
