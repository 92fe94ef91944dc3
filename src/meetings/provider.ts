import type { Provider } from '../vonage/provider.ts';
import { meetingsHttp } from './api.ts';
import { MEETINGS_CALLBACKS } from './callbacks.ts';
import { MEETINGS_PROVIDER, meetingsTrouble } from './settings.ts';
import { vonageMeetings } from './vonage-meetings.ts';

/** A server that speaks Vonage's Meetings API; its rooms have a page of their own. */
export const MEETINGS = {
  name: MEETINGS_PROVIDER,
  callbacks: MEETINGS_CALLBACKS,
  api: {
    name: 'the Meetings server',
    setting: 'MEETINGS_API_URL',
    http: meetingsHttp,
    probe: { method: 'GET', route: '/rooms', query: { page_size: '1' } },
    addressFix: 'MEETINGS_API_URL must lead to a Meetings API: it ends in /v1/meetings, as a rule.',
    trouble(settings) {
      const says = meetingsTrouble(settings);
      const fix = 'Set MEETINGS_API_URL to a server that speaks the same API, or PROVIDER to vonage-video.';
      return says === undefined ? undefined : { says, fix };
    },
  },
  open: (settings, { connection }) => vonageMeetings({ ...connection, apiUrl: settings.MEETINGS_API_URL }),
} satisfies Provider;
