import type { ReactNode } from 'react';
import type { ViewUser, WorkspaceView } from '../../protocol.ts';
import { Avatar } from './avatar.tsx';
import { peopleHere } from './people-here.ts';

/** Who one is in this workspace, and the way to be somebody else. */
export function PersonSwitcher({
  view,
  onChange,
}: {
  view: WorkspaceView;
  onChange(userId: string): void;
}): ReactNode {
  const people = peopleHere(view);
  return (
    <label className="person">
      <span className="person-label">You are</span>
      <Avatar user={view.viewer} size={24} />
      <select value={view.viewer.id} onChange={(event) => onChange(event.target.value)}>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {nameOf(person)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** With what is special about them. */
function nameOf({ name, role, teamName }: ViewUser): string {
  const special = teamName ?? (role === 'member' ? undefined : role);
  return special === undefined ? name : `${name} (${special})`;
}
