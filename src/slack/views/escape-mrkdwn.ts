/**
 * The characters with which Slack's markup begins, as entities: after this no text can mention, ping or link.
 * Source: docs.slack.dev/messaging/formatting-message-text, "Escaping text".
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
