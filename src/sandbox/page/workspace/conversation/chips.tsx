import type { ReactNode } from 'react';
import type { ViewMessage } from '../../../protocol.ts';
import { useConversation } from '../state/conversation-context.ts';
import { sendControls } from '../state/sandbox-api.ts';

/** The welcome message's shortcuts: each fills the composer, or brings a guest. */
export function Chips({ chips }: { chips: NonNullable<ViewMessage['chips']> }): ReactNode {
  const { view, fill, notify } = useConversation();

  async function bringGuest(): Promise<void> {
    const newest = view.liveRooms.at(-1);
    if (newest === undefined) {
      notify(
        'Nobody is in a room yet. Type /meet Design review, press Start as host, join, and then bring a guest.',
      );
      return;
    }
    await sendControls({ guest_room: newest.roomId });
    notify(`A guest is on the way to ${newest.title}.`);
  }
  return (
    <div className="chips">
      {chips.map((chip) => (
        <button
          type="button"
          className="chip"
          key={chip.label}
          onClick={() => {
            if (chip.fill !== undefined) fill(chip.fill);
            if (chip.control === 'guest') bringGuest().catch((error: Error) => notify(error.message));
          }}
        >
          {chip.label}
        </button>
      ))}
    </div>
  );
}
