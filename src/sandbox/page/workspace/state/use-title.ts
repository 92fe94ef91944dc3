import { useEffect } from 'react';
import type { ViewChannel, WorkspaceView } from '../../../protocol.ts';
import { channelTitle } from '../conversation/channel-title.ts';

/** The browser tab's title: "(2) #general · Sandbox". */
export function useTitle(view: WorkspaceView | undefined, channel: ViewChannel | undefined): void {
  useEffect(() => {
    if (view === undefined || channel === undefined) return;
    const unread = view.channels.reduce((sum, each) => sum + each.unread, 0);
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${channelTitle(channel)} · ${view.teamName}`;
  }, [view, channel]);
}
