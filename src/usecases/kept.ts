import type { Recording } from '../domain/recording.ts';
import { keptUntil } from '../domain/retention.ts';
import type { Deps } from './deps.ts';
import type { Meetings } from './ports/meetings.ts';
import { endOf } from './recording-facts.ts';

/** How long a provider keeps recordings. */
export interface KeptBy {
  readonly provider: string;
  readonly keptDays: number;
}

interface Keepers extends Pick<Deps, 'providers'> {
  readonly meetingsOf: (provider: string) => Pick<Meetings, 'storage'>;
}

/** Of every provider of which there may be recordings. */
export function keptByEach({ providers, meetingsOf }: Keepers): readonly KeptBy[] {
  return providers.map((provider) => ({ provider, keptDays: meetingsOf(provider).storage.keptDays }));
}

/** When a recording goes by itself. Epoch milliseconds. */
export function goesAt({ meetingsOf }: Pick<Deps, 'meetingsOf'>, recording: Recording): number {
  return keptUntil(endOf(recording), meetingsOf(recording.provider).storage.keptDays);
}

/** In the order in which they go. */
export function byGoing<Of extends { readonly recording: Recording }>(
  deps: Pick<Deps, 'meetingsOf'>,
  found: readonly Of[],
): readonly Of[] {
  return found.toSorted((one, other) => goesAt(deps, one.recording) - goesAt(deps, other.recording));
}
