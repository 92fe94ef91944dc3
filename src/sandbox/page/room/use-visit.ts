import { useState } from 'react';
import type { RoomView } from '../../meetings/room-protocol.ts';
import type { Camera } from './camera.ts';
import type { DoorKey } from './door-key.ts';
import { enterRoom } from './room-api.ts';
import type { Ticker } from './ticker.ts';
import { startVisit, type Visit } from './visit.ts';

export type VisitStage =
  | { readonly at: 'outside' }
  | { readonly at: 'room'; readonly visit: Visit; readonly view: RoomView | undefined }
  | { readonly at: 'farewell'; readonly participantId: string; readonly wasGone: boolean };

/** Who joins, and as what. */
export interface Joiner {
  readonly name: string;
  readonly camera: Camera | undefined;
  readonly isHost: boolean;
}

/** One's way into the room and out of it again. */
export function useVisit(
  doorKey: DoorKey,
  ticker: Ticker,
): {
  readonly stage: VisitStage;
  /** Rejects with an Error whose message can be shown. */
  join(joiner: Joiner): Promise<void>;
  leave(visit: Visit): Promise<void>;
  /** Back to the door. */
  forget(): void;
} {
  const [stage, setStage] = useState<VisitStage>({ at: 'outside' });
  return {
    stage,
    async join({ name, camera, isHost }) {
      const participantId = await enterRoom(doorKey, { name, camera: camera !== undefined });
      const visit = startVisit(
        { participantId, isHost, camera },
        {
          ticker,
          view: (view) => setStage((now) => (now.at === 'room' ? { ...now, view } : now)),
          gone: () => setStage({ at: 'farewell', participantId, wasGone: true }),
        },
      );
      setStage({ at: 'room', visit, view: undefined });
    },
    async leave(visit) {
      await visit.leave();
      setStage({ at: 'farewell', participantId: visit.participantId, wasGone: false });
    },
    forget: () => setStage({ at: 'outside' }),
  };
}
