import type { ReactNode } from 'react';
import type { WorkspaceView } from '../../../protocol.ts';
import { Popover } from '../popover.tsx';
import { Deliveries } from './deliveries.tsx';
import { useControls } from './use-controls.ts';

const APP_STATE = { running: 'running', starting: 'starting again', stopped: 'stopped' } as const;

export function BreakTool({ view, notify }: { view: WorkspaceView; notify(text: string): void }): ReactNode {
  const control = useControls(notify);
  const { faults } = view;
  return (
    <Popover label="Break it" className="tool">
      {() => (
        <>
          <p className="tool-hint">
            Does what networks do. Each recording must still make its messages once, in order.
          </p>
          <label className="tool-check">
            <input
              type="checkbox"
              checked={faults.duplicate > 1}
              onChange={(event) =>
                control({ faults: { ...faults, duplicate: event.target.checked ? 10 : 1 } })
              }
            />
            Send each callback ten times
          </label>
          <label className="tool-check">
            <input
              type="checkbox"
              checked={faults.shuffle}
              onChange={(event) => control({ faults: { ...faults, shuffle: event.target.checked } })}
            />
            Shuffle the callbacks
          </label>
          <div className="tool-row">
            <button type="button" className="button is-danger" onClick={() => control({ kill_app: true })}>
              Kill and restart the app
            </button>
            <small role="status">The app is {APP_STATE[view.app]}.</small>
          </div>
          <Deliveries deliveries={view.deliveries} />
        </>
      )}
    </Popover>
  );
}
