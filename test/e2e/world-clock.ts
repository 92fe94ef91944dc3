import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { moveClock } from './moved-clock.ts';

/** What time it is for a world: in this process, where the sandbox's servers are, and in the app's own. */
export interface WorldClock {
  /** The app as it is, its clock moved like everybody's; takes effect when it is started. */
  readonly appProgram: string;
  isMoved(): boolean;
  /** From now on it is that many milliseconds later (negative: earlier). */
  move(ms: number): void;
}

/** @param folder for the app's program */
export function createWorldClock(folder: string): WorldClock {
  const appProgram = join(folder, 'app.mjs');
  const clock = pathToFileURL(resolve('test/e2e/moved-clock.ts'));
  const app = pathToFileURL(resolve('dist/main.js'));
  let aheadMs = 0;
  const write = () => {
    const move = aheadMs === 0 ? '' : `import { moveClock } from '${clock}';\nmoveClock(${aheadMs});\n`;
    writeFileSync(appProgram, `${move}await import('${app}');\n`);
  };
  write();
  return {
    appProgram,
    isMoved: () => aheadMs !== 0,
    move(ms) {
      moveClock(ms);
      aheadMs += ms;
      write();
    },
  };
}
