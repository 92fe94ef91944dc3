import { applicationId, meetingsOptions, type TracedOptions } from './meetings-options.ts';

/** Where the Video API keeps an application's archives. */
export const ARCHIVES_PATH = `/v2/project/${applicationId}/archive`;

/** Options for a Video API at `origin`. */
export function videoOptions(origin: string): TracedOptions {
  return { ...meetingsOptions(origin), apiUrl: origin };
}
