import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Audit } from '../usecases/ports/audit.ts';
import type { Schema } from './schema.ts';

export function auditTable(tx: Transaction<Schema>): Audit {
  return {
    async add(entry) {
      await tx
        .insertInto('audit')
        .values({
          entry_id: randomUUIDv7(),
          team_id: entry.teamId,
          at: entry.at,
          user_id: entry.userId,
          action: entry.action,
          subject: entry.subject,
        })
        .execute();
    },
  };
}
