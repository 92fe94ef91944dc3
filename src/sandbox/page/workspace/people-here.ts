import type { ViewUser, WorkspaceView } from '../../protocol.ts';

/** Everybody one can be: no apps, no accounts that are switched off. */
export function peopleHere({ users }: WorkspaceView): readonly ViewUser[] {
  return users.filter(({ role, deactivated }) => role !== 'app' && !deactivated);
}
