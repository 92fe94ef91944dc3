import { isOutcome, type Stage } from './recording.ts';
import type { Notify } from './settings.ts';

/** Of the stages a recording has come to, those that are messages of their own; the order stays. */
export function stagesToTell(stages: readonly Stage[], notify: Notify): readonly Stage[] {
  return notify === 'quiet' ? stages.filter(isOutcome) : stages;
}

/** Does this stage's message belong under the room's card? What became of the recording stands where everybody sees it. */
export function isUnderCard(stage: Stage, notify: Notify): boolean {
  return notify === 'thread' && !isOutcome(stage);
}
