import { z } from 'zod';
import type { Participant } from '../domain/session.ts';
import { cleanName } from '../vonage/clean-name.ts';

const schema = z.object({ name: z.string(), isHost: z.boolean() });

/** Who is connected, from what their client token was signed with; nobody in particular when it was not made by us. */
export function readConnectionData(data: string): Pick<Participant, 'name' | 'isHost'> {
  const read = schema.safeParse(parsed(data));
  if (!read.success) return { name: '', isHost: false };
  const { name, isHost } = read.data;
  return { name: cleanName(name), isHost };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
