import type { RoomEvent } from './room-state.ts';
import type { CallEnd, CallHandlers } from './video-client.ts';

/** What the client tells, as events of the room. */
export function callHandlers(
  tell: (event: RoomEvent) => void,
  ended: (reason: CallEnd) => void,
): CallHandlers {
  return {
    joined: (participant) => tell({ kind: 'joined', participant }),
    left: (participantId) => tell({ kind: 'left', participantId }),
    shown: (picture) => tell({ kind: 'shown', picture }),
    hidden: (pictureId) => tell({ kind: 'hidden', pictureId }),
    recording: (isOn) => tell({ kind: 'recording', isOn }),
    mutedByHost: () => tell({ kind: 'muted' }),
    connection: (isUp) => tell({ kind: 'connection', isUp }),
    ended,
  };
}
