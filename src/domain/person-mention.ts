/*
 * A person in a command. Slack sends `<@U1|ada>` for somebody chosen after an @; only the id tells who that is. It is
 * kept where a person is expected, and everywhere else the mention reads as it was typed.
 */

const AFTER_HOST = /([\p{Dash_Punctuation}−]host\s+)<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/giu;
const PERSON = /^<@([UW][A-Z0-9]+)>$/;

/** The text with the mention after `--host` escaped, so that its id outlives the reading of Slack's escapes. */
export function keepHost(text: string): string {
  return text.replace(AFTER_HOST, '$1&lt;@$2&gt;');
}

/** Whose mention it is; undefined for anything else. */
export function readPerson(value: string): string | undefined {
  return PERSON.exec(value)?.[1];
}

/** A person as {@link readPerson} reads them back. */
export function personText(userId: string): string {
  return `<@${userId}>`;
}
