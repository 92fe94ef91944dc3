import { z } from 'zod';
import { callbackFaults, createFaults, type Faults, restFaults } from '../vonage/faults.ts';
import { parseInput } from './parse-input.ts';

const faultsSchema = z.strictObject({
  ...callbackFaults,
  /** `recording:uploaded` without `room_id`, as in the documentation of 2021. */
  no_room_id: z.boolean().default(false),
  ...restFaults,
});

/** What the server does wrong on request. */
export type FaultSettings = z.output<typeof faultsSchema>;
export type FaultInput = z.input<typeof faultsSchema>;
export type MeetingsFaults = Faults<FaultSettings>;

export const createMeetingsFaults = (): MeetingsFaults =>
  createFaults((input) => parseInput(faultsSchema, input));
