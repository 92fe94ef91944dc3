import type { DateShape, Texts } from '../../locales/texts.ts';

// Not the "pretty" forms: they say "today", which reads badly after "on" and says nothing in a copied text.
const FORMATS: Readonly<Record<DateShape, string>> = {
  time: '{time}',
  day: '{date_short}',
  'day-and-time': '{date_short} {time}',
};

/**
 * A moment that Slack shows in each reader's own zone and language; where it can't, in UTC.
 * Source: docs.slack.dev/messaging/formatting-message-text, "Date formatting".
 */
export function dateToken(epochMs: number, shape: DateShape, texts: Texts): string {
  return `<!date^${Math.floor(epochMs / 1000)}^${FORMATS[shape]}|${texts.utc(epochMs, shape)}>`;
}
