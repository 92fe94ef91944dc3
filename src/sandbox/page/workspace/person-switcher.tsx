import type { ReactNode } from 'react';
import type { WorkspaceView } from '../../protocol.ts';
import { Avatar } from './avatar.tsx';

/** Who one is in this workspace, and the way to be somebody else. */
export function PersonSwitcher({
  view,
  onChange,
}: {
  view: WorkspaceView;
  onChange(userId: string): void;
}): ReactNode {
  const people = view.users.filter(({ role }) => role !== 'app');
  return (
    <label className="person">
      <span className="person-label">You are</span>
      <Avatar user={view.viewer} size={24} />
      <select value={view.viewer.id} onChange={(event) => onChange(event.target.value)}>
        {people.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {role === 'member' ? name : `${name} (${role})`}
          </option>
        ))}
      </select>
    </label>
  );
}
