import { useConversation } from '../state/conversation-context.ts';
import { sendCommand, sendMessage } from '../state/sandbox-api.ts';
import type { SetDraft } from './use-drafts.ts';

/** Sends a line; one that could not be sent comes back into the empty composer, with the reason. */
export function useSubmit(setDraft: SetDraft): (line: string) => void {
  const { view, channel, threadTs, countSent, notify } = useConversation();
  return (line) => {
    const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
    const spot = { user: view.viewer.id, channel: channel.id, ...thread };
    const sent = line.startsWith('/') ? sendCommand(spot, line) : sendMessage(spot, line);
    setDraft('');
    countSent();
    sent.catch((error: Error) => {
      setDraft((now) => (now === '' ? line : now));
      notify(error.message);
    });
  };
}
