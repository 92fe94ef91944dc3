import { z } from 'zod';
import type { Connection } from './model.ts';

const dataSchema = z.object({ name: z.string() });

/** Who that is, where the token's `connection_data` says so as Roomtone's tokens do: JSON with a name. */
export function nameOf({ data }: Pick<Connection, 'data'>): string {
  try {
    return dataSchema.parse(JSON.parse(data)).name;
  } catch {
    return 'Somebody';
  }
}
