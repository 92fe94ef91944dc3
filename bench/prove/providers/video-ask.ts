import { systemClock } from '../../../src/clock.ts';
import type { Video } from '../../../src/sandbox/video/server.ts';
import { applicationToken } from '../../../src/vonage/token.ts';
import type { Ask, StartOptions } from './provider.ts';

/** Asks the Video server itself, past the wires, by a path inside the application's project. */
export function askVideo({ url }: Video, options: StartOptions): Ask {
  const token = applicationToken({ ...options, clock: systemClock });
  return async (path) =>
    fetch(`${url}/v2/project/${options.applicationId}${path}`, {
      headers: { authorization: `Bearer ${await token()}` },
    });
}
