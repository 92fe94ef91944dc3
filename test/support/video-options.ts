import { applicationId, MEETINGS_NOW, meetingsOptions, type TracedOptions } from './meetings-options.ts';

/** Where the Video API keeps an application's archives. */
export const ARCHIVES_PATH = `/v2/project/${applicationId}/archive`;

/** What the clock of {@link videoOptions} shows. */
export const VIDEO_NOW = MEETINGS_NOW;

/** Options for a Video API at `origin`. */
export function videoOptions(origin: string): TracedOptions {
  return { ...meetingsOptions(origin), apiUrl: origin };
}
