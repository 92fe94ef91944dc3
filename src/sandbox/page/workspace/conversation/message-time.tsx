import type { ReactNode } from 'react';
import { formatSlackDate } from '../mrkdwn/format-slack-date.ts';
import { useConversation } from '../state/conversation-context.ts';

/** When a message was written, by the reader's clock; the whole date on hovering. */
export function MessageTime({ ts }: { ts: string }): ReactNode {
  const { view } = useConversation();
  const write = (format: string): string =>
    formatSlackDate({ unixSeconds: Number(ts), format, fallback: '' }, view.viewer, Date.now());
  return (
    <time className="message-time" title={write('{date_long}, {time_secs}')}>
      {write('{time}')}
    </time>
  );
}
