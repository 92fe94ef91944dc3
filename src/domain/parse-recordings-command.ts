import type { RecordingsCommand } from './command.ts';
import { readSearch } from './recordings-search.ts';
import { collapseSpaces } from './tokenize-command.ts';
import { unescapeSlack } from './unescape-slack.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A digit, an underscore and what is opaque to us, 40 characters or more together. Source: contract, `session_id`. */
const SESSION_ID = /^\d_[A-Za-z0-9_~=+/-]{38,}$/;

/** Reads what follows `/recordings`, as Slack sends it: an id, or what to look for in the channel. Never throws. */
export function parseRecordingsCommand(text: string): RecordingsCommand {
  const value = collapseSpaces(unescapeSlack(text));
  if (UUID.test(value)) return { kind: 'recording', recordingId: value.toLowerCase() };
  if (SESSION_ID.test(value)) return { kind: 'session', sessionId: value };
  return { kind: 'channel', ...readSearch(text) };
}
