import { readPermalink } from '../mrkdwn/read-permalink.ts';
import { useConversation } from '../state/conversation-context.ts';

/** Opens a link as Slack does: a message of this workspace here, anything else in a new tab. */
export function useOpenUrl(): (url: string) => void {
  const { goTo } = useConversation();
  return (url) => {
    const permalink = readPermalink(url);
    if (permalink === undefined) window.open(url, '_blank', 'noopener');
    else goTo(permalink.channelId, permalink.messageTs);
  };
}
