import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** Where the page is, kept in the address so that a reload, a bookmark and "back" find it again. */
export interface Place {
  /** The person one is. */
  readonly as: string;
  /** `undefined`: the first channel. */
  readonly channel: string | undefined;
  /** The person whose view stands beside one's own. */
  readonly see: string | undefined;
  /** The thread beside the channel, by its message's `ts`. */
  readonly thread: string | undefined;
  /** Of the app's page. `undefined`: Home, if it has one. */
  readonly tab: 'home' | 'messages' | undefined;
  /** The message a link to this page leads to, by its `ts`. */
  readonly message: string | undefined;
}

const FIRST_PERSON = 'U0ADA';

export function usePlace(): readonly [Place, (change: Partial<Place>) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const place = useMemo(() => readPlace(hash), [hash]);
  const go = useCallback((change: Partial<Place>) => {
    window.location.hash = writePlace({ ...readPlace(window.location.hash), ...change });
  }, []);
  return [place, go];
}

/** The address of a channel on this page, for a link. */
export function placeLink(place: Place): string {
  return `#${writePlace(place)}`;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function readPlace(hash: string): Place {
  const fields = new URLSearchParams(hash.slice(1));
  return {
    as: fields.get('as') ?? FIRST_PERSON,
    channel: fields.get('channel') ?? undefined,
    see: fields.get('see') ?? undefined,
    thread: fields.get('thread') ?? undefined,
    tab: readTab(fields.get('tab')),
    message: fields.get('message') ?? undefined,
  };
}

function readTab(tab: string | null): Place['tab'] {
  return tab === 'home' || tab === 'messages' ? tab : undefined;
}

function writePlace({ channel, as, see, thread, tab }: Place): string {
  return new URLSearchParams({
    ...(channel && { channel }),
    as,
    ...(see && { see }),
    ...(thread && { thread }),
    ...(tab && { tab }),
  }).toString();
}
