import { PgBoss } from 'pg-boss';
import type { SqlRunner } from './postgres-depths.ts';

/** Are pg-boss's tables there, as this release needs them? Nothing is changed. */
export async function isQueueReady(db: SqlRunner): Promise<boolean> {
  const boss = new PgBoss({
    db,
    schema: 'pgboss',
    migrate: false,
    schedule: false,
    supervise: false,
    registerInstance: false,
  });
  try {
    await boss.start();
  } catch (error) {
    if (error instanceof Error && /^pg-boss (is not installed|database requires)/.test(error.message)) {
      return false;
    }
    throw error;
  }
  await boss.stop({ graceful: false });
  return true;
}
