import { useEffect, useState } from 'react';
import type { WorkspaceView } from '../../../protocol.ts';
import { subscribeToView } from './subscribe-to-view.ts';

/** What this person sees, kept up to date. `view`: `undefined` until the first one arrives. */
export function useWorkspaceView(userId: string): {
  readonly view: WorkspaceView | undefined;
  readonly connected: boolean;
} {
  const [view, setView] = useState<WorkspaceView>();
  const [connected, setConnected] = useState(true);
  useEffect(() => subscribeToView(userId, { onView: setView, onConnection: setConnected }), [userId]);
  return { view, connected };
}
