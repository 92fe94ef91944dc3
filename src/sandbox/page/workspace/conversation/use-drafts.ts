import { useState } from 'react';

export type SetDraft = (next: string | ((now: string) => string)) => void;

/** One unsent text per channel, kept while one looks elsewhere. */
export function useDrafts(channelId: string): readonly [string, SetDraft] {
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const setDraft: SetDraft = (next) =>
    setDrafts((before) => ({
      ...before,
      [channelId]: typeof next === 'string' ? next : next(before[channelId] ?? ''),
    }));
  return [drafts[channelId] ?? '', setDraft];
}
