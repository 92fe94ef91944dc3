import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { cut, LIMITS } from './limits.ts';
import { oneLine } from './one-line.ts';

/*
 * How things enter a sentence in Slack's mrkdwn. Slack has no escape for its formatting marks, so where a person's text
 * has one that would format, a twin stands in that looks the same and does nothing.
 */
const ASTERISK_TWIN = '∗';
const BACKTICK_TWIN = 'ˋ';
const TILDE_TWIN = '∼';
const UNDERSCORE_TWIN = '＿';

/** Between two letters or digits an underscore formats nothing, so `snake_case` stays as it is and can be found. */
const FORMATTING_UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** A room's title, in bold. */
export function bold(title: string, max: number = LIMITS.title): string {
  return `*${unformatted(title, max)}*`;
}

/** A person's own words as they are, such as the name somebody joined with. */
export function unformatted(text: string, max: number): string {
  const plain = cut(oneLine(text), max)
    .replaceAll('*', ASTERISK_TWIN)
    .replaceAll('`', BACKTICK_TWIN)
    .replaceAll('~', TILDE_TWIN)
    .replace(FORMATTING_UNDERSCORE, UNDERSCORE_TWIN);
  return escapeMrkdwn(plain);
}

/** Something typed or to be typed, to copy. */
export function code(text: string, max: number = LIMITS.word): string {
  return `\`${escapeMrkdwn(cut(oneLine(text), max).replaceAll('`', BACKTICK_TWIN))}\``;
}

/** A person, whom Slack shows by the name the reader knows. */
export function mention(userId: string): string {
  return `<@${userId}>`;
}

/** A channel, which Slack shows by its name now to whoever may see it. */
export function channelMention(channelId: string): string {
  return `<#${channelId}>`;
}

/** A link; without a label Slack shows the address. */
export function link(url: string, label?: string): string {
  const address = escapeMrkdwn(url.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C'));
  return label === undefined ? `<${address}>` : `<${address}|${escapeMrkdwn(label)}>`;
}
