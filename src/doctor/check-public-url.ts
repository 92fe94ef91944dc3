import { ROLE_HEADER } from '../http/pages.ts';
import type { Answer } from './ask.ts';
import { type Finding, findingsOf } from './finding.ts';

const publicUrl = findingsOf('PUBLIC_URL');

/** Does the app answer under its public address? `reply`: to `GET /readyz`. */
export function checkPublicUrl(origin: string, reply: Answer): Finding {
  if (!reply.answered) {
    return publicUrl.failure(
      `nothing answers at ${origin} (${reply.reason})`,
      'Start the app, or correct PUBLIC_URL; DNS, certificate and proxy must lead from there to the app’s PORT.',
    );
  }
  const role = reply.headers.get(ROLE_HEADER);
  if (role === null) {
    return publicUrl.failure(
      `something else than Roomtone answers at ${origin} (${reply.status})`,
      'Let the proxy pass all paths on to the app’s PORT, or correct PUBLIC_URL.',
    );
  }
  if (role === 'worker') {
    return publicUrl.failure(
      `${origin} leads to a process with ROLE=worker, which takes no requests`,
      'Let the proxy lead to processes with ROLE=web (or all).',
    );
  }
  if (reply.status !== 200) {
    return publicUrl.failure(
      `the app at ${origin} is not ready (${reply.status})`,
      'Its database can’t be reached from there: see “database”, and the app’s log.',
    );
  }
  return publicUrl.ok(`the app answers at ${origin}`);
}
