import type { ReactNode } from 'react';
import type { WorkspaceView } from '../../../protocol.ts';
import { Popover } from '../popover.tsx';
import { useControls } from './use-controls.ts';

export function GuestTool({ view, notify }: { view: WorkspaceView; notify(text: string): void }): ReactNode {
  const control = useControls(notify);
  return (
    <Popover label="Bring a guest" className="tool">
      {() => (
        <>
          <p className="tool-hint">A drawn guest joins the meeting. Press again, and they leave.</p>
          {view.liveRooms.length === 0 && (
            <p>
              Nobody is in a room yet. Type <code>/meet Design review</code>, press <b>Start as host</b>, and
              join.
            </p>
          )}
          {view.liveRooms.map(({ roomId, title, people }) => (
            <div className="tool-row" key={roomId}>
              <button type="button" className="button" onClick={() => control({ guest_room: roomId })}>
                {title}
              </button>
              <small>{people.join(', ')}</small>
            </div>
          ))}
        </>
      )}
    </Popover>
  );
}
