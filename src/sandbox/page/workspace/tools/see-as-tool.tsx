import type { ReactNode } from 'react';
import type { WorkspaceView } from '../../../protocol.ts';
import { Avatar } from '../avatar.tsx';
import { peopleHere } from '../people-here.ts';
import { Popover } from '../popover.tsx';
import type { Place } from '../state/use-place.ts';

export function SeeAsTool({
  view,
  place,
  go,
}: {
  view: WorkspaceView;
  place: Place;
  go(change: Partial<Place>): void;
}): ReactNode {
  const others = peopleHere(view).filter(({ id }) => id !== view.viewer.id);
  return (
    <Popover label="See as" className="tool">
      {(close) => (
        <>
          <p className="tool-hint">Shows this channel beside yours, as somebody else sees it right now.</p>
          <div className="tool-row">
            {others.map((user) => (
              <button
                type="button"
                className="button"
                key={user.id}
                aria-pressed={place.see === user.id}
                onClick={() => {
                  go({ see: place.see === user.id ? undefined : user.id });
                  close();
                }}
              >
                <Avatar user={user} size={20} /> {user.name}
              </button>
            ))}
          </div>
        </>
      )}
    </Popover>
  );
}
