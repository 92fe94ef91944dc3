import { useEffect } from 'react';
import type { ViewMessage } from '../../../protocol.ts';
import { useStored } from '../state/use-stored.ts';

/** Whether among these messages is a welcome that this browser has not shown yet: it should be seen before the newest. */
export function useNewWelcome(messages: readonly ViewMessage[]): boolean {
  const [seen, see] = useStored<string>('welcome', '');
  const welcome = messages.find(({ chips }) => chips !== undefined)?.ts ?? seen;
  useEffect(() => {
    if (welcome !== seen) see(welcome);
  });
  return welcome !== seen;
}
