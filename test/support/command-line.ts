import { runProgram } from './run-program.ts';

/** A line that starts the built program: `ROLE=worker node dist/main.js jobs list`. */
export interface CommandLine {
  readonly env: Readonly<Record<string, string>>;
  /** What is run, e.g. `node dist/main.js`. */
  readonly program: string;
  /** What is asked of it; `start` if nothing is. */
  readonly command: string;
}

export function readCommandLine(line: string): CommandLine {
  const words = line.split(' ');
  const start = words.findIndex((word) => !word.includes('='));
  return {
    env: Object.fromEntries(words.slice(0, start).map((word) => word.split('='))),
    program: words.slice(start, start + 2).join(' '),
    command: words.slice(start + 2).join(' ') || 'start',
  };
}

/** The commands the program says it has, with what follows them: `start`, `jobs retry <id>`, … */
export async function programCommands(): Promise<string[]> {
  const { stderr } = await runProgram(['src/main.ts', 'which commands are there?']);
  return stderr.replace(/^Usage: roomtone \[(.*)\]\n$/, '$1').split(' | ');
}
