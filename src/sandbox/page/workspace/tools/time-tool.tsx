import type { ReactNode } from 'react';
import type { WorkspaceView } from '../../../protocol.ts';
import { Popover } from '../popover.tsx';
import { formatAhead } from './format-ahead.ts';
import { useControls } from './use-controls.ts';

const STEPS = [
  { label: '+10 minutes', seconds: 600 },
  { label: '+1 day', seconds: 86_400 },
  { label: '+30 days', seconds: 2_592_000 },
];

export function TimeTool({ view, notify }: { view: WorkspaceView; notify(text: string): void }): ReactNode {
  const control = useControls(notify);
  return (
    <Popover label="Time" className="tool">
      {() => (
        <>
          <p className="tool-hint">
            Moves the meeting service's clock: recordings expire, and rooms close that are the service's own.
          </p>
          <div className="tool-row">
            {STEPS.map(({ label, seconds }) => (
              <button
                type="button"
                className="button"
                key={label}
                onClick={() => control({ advance_seconds: seconds })}
              >
                {label}
              </button>
            ))}
          </div>
          <p>
            {view.aheadSeconds > 0
              ? `It is ${formatAhead(view.aheadSeconds)} ahead.`
              : 'It shows the real time.'}
          </p>
        </>
      )}
    </Popover>
  );
}
