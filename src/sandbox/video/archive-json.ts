import type { SignedUrls } from '../vonage/signed-urls.ts';
import type { Archive } from './model.ts';

/** Where archives lie in the bucket; `:id` is the archive's. */
export const ARCHIVE_PATH = '/archive-bucket/:project/:id/archive.mp4';

/** What a second of 640×480 takes. */
const BYTES_PER_SECOND = 62_500;

/** A new link each time; null unless it is available, and something was recorded. */
export type ArchiveLink = (archive: Archive) => string | null;

export function createArchiveLink(links: SignedUrls, applicationId: string): ArchiveLink {
  return (archive) =>
    archive.status === 'available' && archive.file
      ? links.sign({
          path: `/archive-bucket/${applicationId}/${archive.id}/archive.mp4`,
          fileName: 'archive.mp4',
          contentType: archive.file.contentType,
        })
      : null;
}

interface WireContext {
  readonly applicationId: string;
  readonly link: ArchiveLink;
}

/** An archive as the API shows it: times in epoch milliseconds, length in seconds. */
export function archiveJson(archive: Archive, context: WireContext): Record<string, unknown> {
  return {
    ...common(archive, context),
    createdAt: archive.startedAt,
    streams: [...archive.streams.values()].map(({ id, hasAudio, hasVideo }) => ({
      streamId: id,
      hasAudio,
      hasVideo,
    })),
  };
}

/** An archive's callback. Its `createdAt` is when the start was asked for, to the second, so it is not the API's. */
export function archiveCallback(archive: Archive, context: WireContext): Record<string, unknown> {
  return {
    ...common(archive, context),
    event: 'archive',
    createdAt: Math.floor(archive.startedAt / 1000) * 1000,
    partnerId: context.applicationId,
    projectId: context.applicationId,
    updatedAt: archive.updatedAt,
    password: '',
    sha256sum: '',
  };
}

function common(archive: Archive, { applicationId, link }: WireContext): Record<string, unknown> {
  const isFinished = ['uploaded', 'available', 'expired'].includes(archive.status);
  const isMeasured = isFinished || archive.status === 'stopped';
  const seconds = isMeasured ? Math.round(archive.recordedMs / 1000) : 0;
  const hasContent = archive.streams.size > 0;
  return {
    id: archive.id,
    applicationId,
    sessionId: archive.session.id,
    status: archive.status,
    reason: archive.reason,
    duration: seconds,
    size: isFinished && hasContent ? Math.max(seconds, 1) * BYTES_PER_SECOND : 0,
    ...archive.settings,
    url: link(archive),
  };
}
