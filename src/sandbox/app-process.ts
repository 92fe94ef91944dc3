import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { WorkspaceView } from './protocol.ts';

export interface AppProcess {
  state(): WorkspaceView['app'];
  /** Resolves once the app answers. */
  start(): Promise<void>;
  /** As a power cut would: no signal it could catch. */
  kill(): Promise<void>;
  /** Lets it finish what it does. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where it answers. */
  readonly url: string;
  readonly logFile: string;
  readonly onChange: () => void;
}

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 30_000;

/** The app as a process of its own, exactly as it runs anywhere else: it can be killed and started again. */
export function createAppProcess({ program, env, url, logFile, onChange }: AppOptions): AppProcess {
  let child: ChildProcess | undefined;
  let state: WorkspaceView['app'] = 'stopped';
  const log = createWriteStream(logFile);

  const become = (next: WorkspaceView['app']) => {
    state = next;
    onChange();
  };

  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await exited;
  };

  return {
    state: () => state,
    async start() {
      become('starting');
      // Only what the app needs: a setting of the person's own shell must not reach it.
      const started = spawn(process.execPath, [program], {
        env: { PATH: process.env['PATH'] ?? '', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      started.stdout.pipe(log, { end: false });
      started.stderr.pipe(log, { end: false });
      started.once('exit', () => {
        if (child === started) become('stopped');
      });
      await untilReady(url, () => started.exitCode === null && started.signalCode === null, logFile);
      become('running');
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function untilReady(url: string, isAlive: () => boolean, logFile: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (isAlive() && Date.now() < deadline) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`The app did not start; see ${logFile}`);
}
