import { useCallback, useEffect, useState } from 'react';
import type { DoorView } from '../../meetings/room-protocol.ts';
import type { DoorKey } from './door-key.ts';
import { readDoor } from './room-api.ts';

const KNOCK_EVERY_MS = 2000;

/** What stands at the door; asked again by itself while the room waits for its host, and whenever one knocks. */
export function useDoor(doorKey: DoorKey): {
  readonly door: DoorView | 'loading' | 'unreachable';
  knock(): Promise<void>;
} {
  const [door, setDoor] = useState<DoorView | 'loading' | 'unreachable'>('loading');

  const knock = useCallback(async (): Promise<void> => {
    setDoor(await readDoor(doorKey).catch(() => 'unreachable' as const));
  }, [doorKey]);

  useEffect(() => void knock(), [knock]);
  const isWaiting = typeof door === 'object' && door.state === 'waiting';
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(knock, KNOCK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting, knock]);

  return { door, knock };
}
