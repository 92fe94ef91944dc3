import type { TrafficEntry } from '../../../protocol.ts';

export type TrafficKind = TrafficEntry['kind'];

/** What each kind of request is called, and the sign it carries in the list. */
export const TRAFFIC_KINDS: Readonly<Record<TrafficKind, { readonly label: string; readonly sign: string }>> =
  {
    'slack-request': { label: 'Slack → app', sign: '/' },
    'vonage-api': { label: 'App → Vonage', sign: '◉' },
    callback: { label: 'Vonage → app', sign: '↩' },
    'slack-api': { label: 'App → Slack', sign: '#' },
  };
