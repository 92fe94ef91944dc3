import type { JobDepth } from '../jobs/job-depth.ts';
import { durationText } from './duration-text.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { Look } from './look.ts';

const buriedJobs = findingsOf('buried jobs');
const waitingJobs = findingsOf('waiting jobs');

/** A worker looks once a second. */
const OVERDUE_MS = 60_000;

/** Is there work that nobody does? */
export async function checkJobs(look: Look): Promise<Finding[]> {
  const depths = await look.jobs();
  const buried = depths.filter((depth) => depth.buried > 0);
  return [
    checkWaiting(depths),
    buried.length === 0
      ? buriedJobs.ok('none')
      : buriedJobs.warning(
          buried.map((depth) => `${depth.buried} × ${depth.name}`).join(', '),
          'Run: node dist/main.js jobs list, then jobs retry <id> or jobs drop <id> for each.',
        ),
  ];
}

function checkWaiting(depths: readonly JobDepth[]): Finding {
  const sum = (state: 'due' | 'failing') => depths.reduce((all, depth) => all + depth[state], 0);
  const [due, failing] = [sum('due'), sum('failing')];
  const oldestMs = Math.max(0, ...depths.map(({ oldestDueMs }) => oldestDueMs));
  if (oldestMs >= OVERDUE_MS) {
    return waitingJobs.failure(
      `${due} due, the oldest for ${durationText(oldestMs)}`,
      'Start the app, on Postgres a process with ROLE=all or ROLE=worker. If one runs: its log says what fails.',
    );
  }
  if (failing > 0) {
    return waitingJobs.warning(
      `${due} due, none for long; ${failing} have failed and wait for another try`,
      'They go on by themselves. The log lines "job failed" say why they failed; the Slack and Vonage lines here whether it lasts.',
    );
  }
  return waitingJobs.ok(`${due} due, none for long`);
}
