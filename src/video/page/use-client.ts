import { useEffect, useState } from 'react';
import { loadClient } from './load-client.ts';
import type { VideoClient } from './video-client.ts';

/** The client the shell names; it is large, so the page is there before it. */
export function useClient(): VideoClient | 'loading' | 'unreachable' {
  const [client, setClient] = useState<VideoClient | 'loading' | 'unreachable'>('loading');
  useEffect(() => {
    loadClient(document).then(setClient, () => setClient('unreachable'));
  }, []);
  return client;
}
