import { baseUrl, secureUrl } from '../setting-kinds.ts';

/** As PROVIDER, rooms, sessions and recordings name it. */
export const VIDEO_PROVIDER = 'vonage-video';

/** Where Vonage's own service is. */
export const HOSTED_VIDEO_API = 'https://video.api.vonage.com';

export const VIDEO_SETTINGS = {
  VIDEO_API_URL: baseUrl.default(HOSTED_VIDEO_API),
  VIDEO_CLIENT_URL: secureUrl('').optional(),
};

/** Callbacks come to the addresses set on the application, and to no others. `given`: as in the environment. */
export function videoProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  if (given['PROVIDER'] !== VIDEO_PROVIDER || given['CALLBACK_TOKEN'] !== undefined) return [];
  return [
    `CALLBACK_TOKEN is missing. With PROVIDER=${VIDEO_PROVIDER}, callbacks come to PUBLIC_URL/callbacks/video/<token>, set on the application. Make a token with: openssl rand -hex 32`,
  ];
}
