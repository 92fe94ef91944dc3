import { cut } from './limits.ts';
import { oneLine } from './one-line.ts';

/**
 * A person's text where Slack formats nothing: dialogs and labels. Some clients decode entities there and some don't, so
 * instead of being escaped, angle brackets become single quotation marks.
 */
export function plain(text: string, max: number): string {
  return cut(oneLine(text).replaceAll('<', '‹').replaceAll('>', '›'), max);
}
