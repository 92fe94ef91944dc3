import type { CommandNames, RecordingsCommand } from './command.ts';
import { collapseSpaces } from './tokenize-command.ts';
import { unescapeSlack } from './unescape-slack.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A digit, an underscore and what is opaque to us, 40 characters or more together. Source: contract, `session_id`. */
const SESSION_ID = /^\d_[A-Za-z0-9_~=+/-]{38,}$/;

/** Reads what follows `/recordings`, as Slack sends it. Never throws. */
export function parseRecordingsCommand(
  text: string,
  names: Pick<CommandNames, 'recordings'>,
): RecordingsCommand {
  const value = collapseSpaces(unescapeSlack(text));
  if (value === '') return { kind: 'channel' };
  if (UUID.test(value)) return { kind: 'recording', recordingId: value.toLowerCase() };
  if (SESSION_ID.test(value)) return { kind: 'session', sessionId: value };
  return { kind: 'problem', problem: { kind: 'not-an-id', value, corrected: names.recordings } };
}
