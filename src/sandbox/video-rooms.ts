import type { RoomServer, RoomServerOptions, SeenRoom } from './room-server.ts';
import type { VideoControl } from './video/control.ts';
import { startVideo } from './video/server.ts';

/** The service waits a minute for somebody to come back; who tries things out need not. */
const END_DELAY_MS = 1_000;

/** The app's own rooms on top of the local Video API. */
export async function startVideoRooms(options: RoomServerOptions): Promise<RoomServer> {
  const { settings, appUrl, ...rest } = options;
  const { applicationId, publicKey, callbackToken } = settings;
  const callbackUrl = `${appUrl}/callbacks/video/${callbackToken}`;
  const video = await startVideo({
    ...rest,
    applicationId,
    publicKey,
    callbackUrls: { archiveStatus: callbackUrl, sessionMonitoring: callbackUrl },
    endDelayMs: END_DELAY_MS,
  });
  const { control } = video;
  return {
    url: video.url,
    appEnv: {
      PROVIDER: 'vonage-video',
      VIDEO_API_URL: video.url,
      VIDEO_CLIENT_URL: video.clientUrl,
      CALLBACK_TOKEN: callbackToken,
    },
    keptDays: 3,
    control: { ...control, liveRooms: () => liveRooms(control) },
    async recordPast(room, times) {
      control.recordPast({ ...times, sessionId: await askForSession(room) });
    },
    // It is the app's, and closes by itself.
    closeRoom: async () => undefined,
    close: () => video.close(),
  };
}

/** The server knows sessions, not rooms: the people in one tell it apart. */
function liveRooms(control: VideoControl): ReturnType<RoomServer['control']['liveRooms']> {
  return control
    .liveSessions()
    .map(({ sessionId, people }) => ({ roomId: sessionId, title: `Meeting of ${people[0]}`, people }));
}

/** Knocks at the app's door as the room's page does. */
async function askForSession({ guestUrl }: SeenRoom): Promise<string> {
  const response = await fetch(`${guestUrl}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ada' }),
  });
  if (!response.ok) throw new Error(`${guestUrl} answered ${response.status}`);
  return ((await response.json()) as { sessionId: string }).sessionId;
}
