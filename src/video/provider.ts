import type { Provider } from '../vonage/provider.ts';
import { videoHttp } from './api.ts';
import { VIDEO_CALLBACKS } from './callbacks.ts';
import { mountRoomDoor } from './room-door.ts';
import { mountRoomPage } from './room-page.ts';
import { HOSTED_VIDEO_API, VIDEO_PROVIDER } from './settings.ts';
import { vonageVideo } from './vonage-video.ts';

/** Vonage's Video API behind rooms, and a page for them, that are ours. */
export const VIDEO = {
  name: VIDEO_PROVIDER,
  callbacks: VIDEO_CALLBACKS,
  api: {
    name: 'the Video API',
    setting: 'VIDEO_API_URL',
    http: videoHttp,
    probe: { method: 'GET', route: '/v2/project/:application/archive', query: { count: '1' } },
    addressFix: 'VIDEO_API_URL must lead to the Video API: it has no path.',
  },
  open(settings, { connection, storage, claim }) {
    const { VIDEO_API_URL: apiUrl, VIDEO_CLIENT_URL: clientUrl, PUBLIC_URL: publicUrl } = settings;
    const browserApiUrl = apiUrl === HOSTED_VIDEO_API ? undefined : apiUrl;
    const video = vonageVideo({ ...connection, apiUrl, storage, claim, publicUrl, browserApiUrl });
    return {
      ...video,
      mountPages(app) {
        mountRoomDoor(app, video.door);
        const isThere: Parameters<typeof mountRoomPage>[1]['isThere'] = async (door) =>
          (await video.door.visits.look(door)) !== undefined;
        mountRoomPage(app, { isThere, clientUrl });
      },
    };
  },
} satisfies Provider;
