import { useCallback, useEffect, useState } from 'react';
import { type Door, type DoorView, readDoor } from './door.ts';
import type { DoorKey } from './door-key.ts';

const LOOK_EVERY_MS = 5_000;

export type SeenDoor = Door | 'loading' | 'unreachable';

/** What stands at the door, and another look at it. What was seen before counts while the app can't be reached. */
export function useDoor(doorKey: DoorKey): { readonly door: SeenDoor; look(): Promise<void> } {
  const [door, setDoor] = useState<SeenDoor>('loading');
  const look = useCallback(async (): Promise<void> => {
    const seen = await readDoor(doorKey).catch(() => undefined);
    setDoor((before) => seen ?? (typeof before === 'object' ? before : 'unreachable'));
  }, [doorKey]);
  useEffect(() => void look(), [look]);
  return { door, look };
}

/** Looks again by itself while one stands outside and the door may open. */
export function useLookingAgain(door: DoorView, isOutside: boolean, look: () => Promise<void>): void {
  const isHostAwaited = door.state === 'open' && awaitsHost(door);
  const mayOpen = door.state === 'full' || door.state === 'not-yet' || isHostAwaited;
  const isLooking = isOutside && mayOpen;
  useEffect(() => {
    if (!isLooking) return;
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isLooking, look]);
}

/** Whoever joins now is let in when the host comes. */
export function awaitsHost({ waitingRoom, hostIsIn, isHost }: DoorView): boolean {
  return waitingRoom && !hostIsIn && !isHost;
}
