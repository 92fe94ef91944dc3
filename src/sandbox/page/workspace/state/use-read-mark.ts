import { useEffect } from 'react';
import type { ViewChannel } from '../../../protocol.ts';
import { markRead } from './sandbox-api.ts';

/** Marks a channel as read while it is in front of somebody's eyes. */
export function useReadMark(userId: string | undefined, channel: ViewChannel | undefined): void {
  const channelId = channel?.id;
  const unread = channel?.unread ?? 0;
  useEffect(() => {
    const mark = (): void => {
      if (userId === undefined || channelId === undefined) return;
      if (unread === 0 || document.visibilityState !== 'visible') return;
      // An unread mark that stays is no reason to disturb anybody.
      markRead({ user: userId, channel: channelId }).catch(() => undefined);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [userId, channelId, unread]);
}
