import { Gauge, type Registry } from 'prom-client';
import type { JobDepth } from '../jobs/job-depth.ts';
import type { LiveRooms } from '../usecases/ports/rooms.ts';

/** What lies in the database, seen at one moment. All processes on one database see the same. */
export interface Stock {
  readonly jobs: readonly JobDepth[];
  readonly rooms: LiveRooms;
  readonly roomLimits: {
    /** Undefined: the provider takes any number. */
    readonly application: number | undefined;
    readonly team: number;
  };
}

/** Gauges that show what they were set to last; without a stock they are absent, rather than stale. */
export function stockGauges(registry: Registry): (stock: Stock | undefined) => void {
  const gauge = <const Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const databaseUp = gauge(
    'roomtone_database_up',
    '1 if the database answered this very scrape, else 0.',
    [],
  );
  const jobs = gauge('roomtone_jobs', 'Jobs by state: due, later, failing, running, buried.', [
    'name',
    'state',
  ]);
  const overdue = gauge('roomtone_job_oldest_due_seconds', 'How long the oldest due job has been due.', [
    'name',
  ]);
  const rooms = gauge('roomtone_rooms_live', 'Rooms being made or open: all, and of the fullest workspace.', [
    'scope',
  ]);
  const limits = gauge('roomtone_rooms_limit', 'How many of them there may be.', ['scope']);

  return (stock) => {
    databaseUp.set(stock === undefined ? 0 : 1);
    for (const one of [jobs, overdue, rooms, limits]) one.reset();
    if (stock === undefined) return;
    for (const { name, oldestDueMs, ...states } of stock.jobs) {
      overdue.set({ name }, oldestDueMs / 1_000);
      for (const [state, count] of Object.entries(states)) jobs.set({ name, state }, count);
    }
    rooms.set({ scope: 'application' }, stock.rooms.all);
    rooms.set({ scope: 'team' }, stock.rooms.ofFullestTeam);
    const { application, team } = stock.roomLimits;
    if (application !== undefined) limits.set({ scope: 'application' }, application);
    limits.set({ scope: 'team' }, team);
  };
}
