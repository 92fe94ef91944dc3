export interface Permalink {
  readonly channelId: string;
  readonly messageTs: string;
}

/** Where `…/archives/C0GENERAL/p1732200000000100` points; `undefined` for any other link. */
export function readPermalink(url: string): Permalink | undefined {
  const [, channelId, seconds, micros] =
    /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})(?:[?#]|$)/.exec(url) ?? [];
  return channelId && seconds && micros ? { channelId, messageTs: `${seconds}.${micros}` } : undefined;
}
