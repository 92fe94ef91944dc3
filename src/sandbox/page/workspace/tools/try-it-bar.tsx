import type { KeyboardEvent, ReactNode } from 'react';
import type { WorkspaceView } from '../../../protocol.ts';
import type { Place } from '../state/use-place.ts';
import type { Shown } from '../state/use-shown.ts';
import { BreakTool } from './break-tool.tsx';
import { formatAhead } from './format-ahead.ts';
import { GuestTool } from './guest-tool.tsx';
import { LanguageTool } from './language-tool.tsx';
import { SeeAsTool } from './see-as-tool.tsx';
import { TimeTool } from './time-tool.tsx';

/** What one can do here beyond Slack itself. */
export function TryItBar({
  view,
  place,
  go,
  notify,
  behind,
}: {
  view: WorkspaceView;
  place: Place;
  go(change: Partial<Place>): void;
  notify(text: string): void;
  /** "Behind the scenes". */
  behind: Shown;
}): ReactNode {
  return (
    <div className="tools" role="toolbar" aria-label="Try it" onKeyDown={moveWithArrows}>
      <button
        type="button"
        className="tool"
        aria-pressed={behind.shown}
        title="Every request between Slack, the app and the meeting service, as it flows"
        onClick={behind.toggle}
      >
        Behind the scenes
      </button>
      <SeeAsTool view={view} place={place} go={go} />
      <LanguageTool view={view} notify={notify} />
      <GuestTool view={view} notify={notify} />
      <TimeTool view={view} notify={notify} />
      <BreakTool view={view} notify={notify} />
      <p className="tools-state">{stateOf(view).join(' · ')}</p>
    </div>
  );
}

/** What is not as usual. */
function stateOf({ app, aheadSeconds, faults }: WorkspaceView): readonly string[] {
  return [
    app === 'starting' && 'The app is starting',
    app === 'stopped' && 'The app is stopped',
    aheadSeconds > 0 && `${formatAhead(aheadSeconds)} ahead`,
    faults.duplicate > 1 && `callbacks × ${faults.duplicate}`,
    faults.shuffle && 'shuffled',
  ].filter((part) => part !== false);
}

/** In a toolbar the arrow keys go from button to button. */
function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.tool')];
  const at = buttons.indexOf(event.target as HTMLElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  buttons.at((at + step) % buttons.length)?.focus();
}
