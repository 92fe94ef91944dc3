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
  const oldestMs = Math.max(0, ...depths.map(({ oldestDueMs }) => oldestDueMs));
  const due = depths.reduce((sum, depth) => sum + depth.due, 0);
  return [
    oldestMs < OVERDUE_MS
      ? waitingJobs.ok(`${due} due, none for long`)
      : waitingJobs.failure(
          `${due} due, the oldest for ${durationText(oldestMs)}`,
          'Start the app, on Postgres a process with ROLE=all or ROLE=worker. If one runs: its log says what fails.',
        ),
    buried.length === 0
      ? buriedJobs.ok('none')
      : buriedJobs.warning(
          buried.map((depth) => `${depth.buried} × ${depth.name}`).join(', '),
          'Run: node dist/main.js jobs list, then jobs retry <id> or jobs drop <id> for each.',
        ),
  ];
}
