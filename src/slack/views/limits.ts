/**
 * What Slack accepts, in characters unless said otherwise, and what we keep to so that whole messages fit.
 * Source: docs.slack.dev, Block Kit reference and chat.postMessage, looked up November 2026.
 */
export const LIMITS = {
  /** Of `text`: longer ones are advised against, and refused by chat.update. */
  text: 4000,
  section: 3000,
  buttonUrl: 3000,
  homeBlocks: 100,
  accessibilityLabel: 75,
  /** Ours: the longest title a room can have. */
  title: 200,
  /** Ours: in dialogs, where a title only has to be recognised. */
  titleInShort: 80,
  /** Ours: in lists, which are of many. */
  titleInRow: 60,
  /** Ours: a person's name in a dialog. */
  name: 40,
  /** Ours: an id in a small line. */
  id: 200,
  /** Ours: a command or a piece of one that is shown back. With every character escaped it still fits a section. */
  command: 500,
  /** Ours: one word of a command. */
  word: 60,
} as const;

/** `text`, or its beginning and … where it is longer than `max`. Never splits a surrogate pair. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const beginning = text.slice(0, Math.max(0, max - 1));
  const whole = beginning.isWellFormed() ? beginning : beginning.slice(0, -1);
  return `${whole.trimEnd()}…`;
}
