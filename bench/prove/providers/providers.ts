import type { ProviderName } from '../../../src/settings.ts';
import { MEETINGS } from './meetings.ts';
import type { Provider } from './provider.ts';
import { VIDEO } from './video.ts';

/** Every provider of rooms, as the app's `PROVIDER` setting names it. */
export const PROVIDERS: Readonly<Record<ProviderName, Provider>> = {
  'vonage-meetings': MEETINGS,
  'vonage-video': VIDEO,
};
