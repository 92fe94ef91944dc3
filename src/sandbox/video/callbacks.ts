import type { CallbackSender } from '../vonage/callback-sender.ts';
import type { MovableClock } from '../vonage/movable-clock.ts';
import { type ArchiveLink, archiveCallback } from './archive-json.ts';
import type { VideoFaults } from './faults.ts';
import type { Archive, Connection, Session, Stream } from './model.ts';

/** The addresses set on the application. Without one, nothing is sent. */
export interface CallbackUrls {
  readonly archiveStatus?: string | undefined;
  readonly sessionMonitoring?: string | undefined;
}

/** Session monitoring, named as Vonage names it. */
export type MonitoringEvent =
  | { readonly event: 'sessionCreated' | 'sessionDestroyed' }
  | {
      readonly event: 'connectionCreated' | 'connectionDestroyed';
      readonly connection: Connection;
      readonly reason?: string;
    }
  | {
      readonly event: 'streamCreated' | 'streamDestroyed';
      readonly stream: Stream;
      readonly reason?: string;
    };

/** Sends what the application hears, one after the other per session. */
export interface VideoCallbacks {
  archive(archive: Archive): void;
  /** `at`: when it happened; now unless it is of the past. */
  monitoring(session: Session, event: MonitoringEvent, at?: number): void;
  setUrls(urls: CallbackUrls): void;
}

export function createVideoCallbacks(deps: {
  readonly applicationId: string;
  readonly urls: CallbackUrls;
  readonly sender: CallbackSender;
  readonly clock: MovableClock;
  readonly faults: VideoFaults;
  readonly link: ArchiveLink;
}): VideoCallbacks {
  const { applicationId, sender, clock, faults, link } = deps;
  let { urls } = deps;
  return {
    archive(archive) {
      if (!urls.archiveStatus) return;
      const { event, ...withoutEvent } = archiveCallback(archive, { applicationId, link });
      sender.send({
        lane: archive.session.id,
        url: urls.archiveStatus,
        title: `archive ${archive.status}`,
        body: faults.current().no_event ? withoutEvent : { ...withoutEvent, event },
      });
    },
    monitoring(session, { event, ...details }, at = clock.now()) {
      if (!urls.sessionMonitoring) return;
      sender.send({
        lane: session.id,
        url: urls.sessionMonitoring,
        title: event,
        body: {
          sessionId: session.id,
          projectId: applicationId,
          event,
          timestamp: at,
          ...('reason' in details && details.reason !== undefined && { reason: details.reason }),
          ...('connection' in details && { connection: connectionJson(details.connection) }),
          ...('stream' in details && { stream: streamJson(details.stream) }),
        },
      });
    },
    setUrls(next) {
      urls = next;
    },
  };
}

const connectionJson = ({ id, createdAt, data }: Connection): Record<string, unknown> => ({
  id,
  createdAt,
  data,
});

const streamJson = ({ id, connection, createdAt, videoType }: Stream): Record<string, unknown> => ({
  id,
  connection: connectionJson(connection),
  createdAt,
  name: '',
  videoType,
});
