import { z } from 'zod';
import { callbackFaults, createFaults, type Faults, restFaults } from '../vonage/faults.ts';
import { readInput } from './read-input.ts';

const faultsSchema = z.strictObject({
  ...callbackFaults,
  /** Archive callbacks without `event`, as in a sample of the older service. */
  no_event: z.boolean().default(false),
  /** What becomes of archives once they are stopped. `uploaded`: copied to the application's own storage, not to Vonage's. */
  archive_outcome: z.enum(['available', 'uploaded', 'failed']).default('available'),
  /** The outcome's callback before that of `stopped`, as very small archives have it. */
  outcome_first: z.boolean().default(false),
  ...restFaults,
});

/** What the server does wrong on request. */
export type FaultSettings = z.output<typeof faultsSchema>;
export type FaultInput = z.input<typeof faultsSchema>;
export type VideoFaults = Faults<FaultSettings>;

export const createVideoFaults = (): VideoFaults => createFaults((input) => readInput(faultsSchema, input));
