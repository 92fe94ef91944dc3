import { baseUrl } from '../setting-kinds.ts';

/** As PROVIDER, rooms, sessions and recordings name it. */
export const MEETINGS_PROVIDER = 'vonage-meetings';

/** Where Vonage's own service was. */
const HOSTED_MEETINGS_API = 'https://api-eu.vonage.com/v1/meetings';

export const MEETINGS_SETTINGS = {
  MEETINGS_API_URL: baseUrl.default(HOSTED_MEETINGS_API),
};

interface Read {
  readonly PROVIDER: string;
  readonly MEETINGS_API_URL: string;
}

/** What is wrong with them, if anything is, although a start is possible. */
export function meetingsTrouble({ PROVIDER, MEETINGS_API_URL }: Read): string | undefined {
  return PROVIDER === MEETINGS_PROVIDER && MEETINGS_API_URL === HOSTED_MEETINGS_API
    ? 'MEETINGS_API_URL is Vonage’s own service, which was switched off on 30 June 2025'
    : undefined;
}
