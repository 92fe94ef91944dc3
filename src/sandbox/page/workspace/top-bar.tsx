import { type ReactNode, useState } from 'react';
import type { ViewChannel, WorkspaceView } from '../../protocol.ts';
import { Drawer } from './drawer.tsx';
import { PersonSwitcher } from './person-switcher.tsx';
import type { Place } from './state/use-place.ts';
import type { Shown } from './state/use-shown.ts';
import { ThemeToggle } from './theme-toggle.tsx';

export function TopBar({
  view,
  place,
  channel,
  go,
  tryIt,
}: {
  view: WorkspaceView;
  place: Place;
  channel: ViewChannel;
  go(change: Partial<Place>): void;
  tryIt: Shown;
}): ReactNode {
  const [drawer, setDrawer] = useState(false);
  return (
    <header className="top-bar">
      <button
        type="button"
        className="top-button for-phones"
        aria-label="Show channels"
        aria-expanded={drawer}
        onClick={() => setDrawer(true)}
      >
        ☰
      </button>
      {drawer && <Drawer view={view} place={place} channel={channel} onClose={() => setDrawer(false)} />}
      <span className="team">{view.teamName}</span>
      <button type="button" className="top-button" aria-expanded={tryIt.shown} onClick={tryIt.toggle}>
        Try it
      </button>
      <ThemeToggle />
      <PersonSwitcher view={view} onChange={(as) => go({ as, thread: undefined })} />
    </header>
  );
}
