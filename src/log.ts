import { pino } from 'pino';

/** Object first, sentence second: `log.info({ roomKey }, 'room made')`. Never tokens, URLs or message text. */
export type Log = pino.Logger;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Standard output that nobody waits for: lines go out together, the last of them when the process exits. */
export const standardOutput = () => pino.destination({ dest: 1, sync: false });

/** One JSON line an entry: `time` (ISO), `level` (a word), `msg`, and the fields. */
export function createLog(level: LogLevel, destination: { write(line: string): void } = process.stdout): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}
