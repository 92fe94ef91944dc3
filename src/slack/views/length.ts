import type { Texts } from '../../locales/texts.ts';

/** A recording's length in words, or what the messages take as "not known". */
export function lengthOf(recording: { readonly lengthSeconds: number | null }, texts: Texts): string {
  return recording.lengthSeconds === null ? 'unknown' : texts.duration(recording.lengthSeconds);
}
