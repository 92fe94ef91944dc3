import { startMeetings } from './meetings/server.ts';
import type { RoomServerOptions } from './room-server.ts';
import { createTraffic } from './traffic.ts';
import { startVideo } from './video/server.ts';

type AloneOptions = Omit<RoomServerOptions, 'appUrl' | 'traffic'>;

/** One of the servers by itself, for any client. `about` says how to use it. */
export type Alone = (
  options: AloneOptions,
) => Promise<{ readonly about: string; readonly close: () => Promise<void> }>;

export const meetingsAlone: Alone = async ({ settings, ...options }) => {
  const meetings = await startMeetings({ ...options, ...settings, traffic: createTraffic() });
  const about = `A Meetings server for any client. Its settings:

  MEETINGS_API_URL=${meetings.apiUrl}
  VONAGE_APPLICATION_ID=${settings.applicationId}
  VONAGE_PRIVATE_KEY_PATH=${settings.privateKeyPath}`;
  return { about, close: meetings.close };
};

export const videoAlone: Alone = async ({ settings, ...options }) => {
  const video = await startVideo({ ...options, ...settings, traffic: createTraffic() });
  const about = `A Video API for any client. Its settings:

  VIDEO_API_URL=${video.url}
  VIDEO_CLIENT_URL=${video.clientUrl}
  VONAGE_APPLICATION_ID=${settings.applicationId}
  VONAGE_PRIVATE_KEY_PATH=${settings.privateKeyPath}

Callbacks go where you say:

  curl -X PUT ${video.url}/_sandbox/callbacks -H 'content-type: application/json' \\
    -d '{"archive_status": "http://localhost:3000/callbacks/video/…", "session_monitoring": "…"}'`;
  return { about, close: video.close };
};
