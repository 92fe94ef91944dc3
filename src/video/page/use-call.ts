import { useEffect, useReducer, useRef, useState } from 'react';
import { callHandlers } from './call-handlers.ts';
import type { DoorKey } from './door-key.ts';
import { letIn } from './let-in.ts';
import { changeRoom, EMPTY_ROOM, type RoomEvent, type RoomState } from './room-state.ts';
import type { Choice } from './use-devices.ts';
import type { Call, Ticket, VideoClient } from './video-client.ts';

/** Who joins, and with what. */
export interface Joiner {
  readonly name: string;
  readonly choice: Choice;
}

export type Stage =
  | { readonly at: 'outside'; readonly hasFailed: boolean }
  | { readonly at: 'joining'; readonly isAgain: boolean }
  | { readonly at: 'waiting' }
  | { readonly at: 'room'; readonly joiner: Joiner; readonly call: Call }
  | { readonly at: 'over'; readonly joiner: Joiner; readonly reason: 'left' | 'lost' | 'removed' };

export interface CallControl {
  readonly stage: Stage;
  readonly room: RoomState;
  tell(event: RoomEvent): void;
  /** `isAgain`: after the connection was lost. */
  join(joiner: Joiner, isAgain?: boolean): void;
  leave(): void;
  /** Back to the door. */
  goOutside(): void;
}

/** One's way into the room and out of it again. `onClosed`: the door was not open any more. */
export function useCall(doorKey: DoorKey, client: VideoClient, onClosed: () => void): CallControl {
  const [stage, setStage] = useState<Stage>({ at: 'outside', hasFailed: false });
  const [room, tell] = useReducer(changeRoom, EMPTY_ROOM);
  /** Whoever goes away and comes again is not overtaken by the first time. */
  const attempts = useRef(0);

  const enter = async (ticket: Ticket, joiner: Joiner): Promise<void> => {
    tell({ kind: 'entered' });
    const handlers = callHandlers(tell, (reason) => setStage({ at: 'over', joiner, reason }));
    const call = await client.connect(ticket, handlers);
    setStage({ at: 'room', joiner, call });
    const { choice } = joiner;
    // Who can show nothing still sees and hears the others.
    if (choice.camera || choice.microphone) await call.publishCamera(choice).catch(() => undefined);
    tell({ kind: 'settled' });
  };

  const join = async (joiner: Joiner, isAgain: boolean): Promise<void> => {
    const attempt = ++attempts.current;
    setStage({ at: 'joining', isAgain });
    try {
      const answer = await letIn(doorKey, {
        name: joiner.name,
        onWaiting: () => attempt === attempts.current && setStage({ at: 'waiting' }),
        isStillThere: () => attempt === attempts.current,
      });
      if (attempt !== attempts.current || answer === 'gone') return;
      if (answer !== 'closed') return await enter(answer, joiner);
      setStage({ at: 'outside', hasFailed: false });
      onClosed();
    } catch {
      setStage(isAgain ? { at: 'over', joiner, reason: 'lost' } : { at: 'outside', hasFailed: true });
    }
  };

  useLeavingWithPage(stage);
  return {
    stage,
    room,
    tell,
    join: (joiner, isAgain = false) => void join(joiner, isAgain),
    leave() {
      if (stage.at !== 'room') return;
      void stage.call.leave();
      setStage({ at: 'over', joiner: stage.joiner, reason: 'left' });
    },
    goOutside() {
      attempts.current++;
      setStage({ at: 'outside', hasFailed: false });
    },
  };
}

/** Closing the page is leaving. */
function useLeavingWithPage(stage: Stage): void {
  const call = stage.at === 'room' ? stage.call : undefined;
  useEffect(() => {
    if (!call) return;
    const leave = (): void => void call.leave();
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, [call]);
}
