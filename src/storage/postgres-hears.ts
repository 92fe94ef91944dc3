import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { connectionTo, type PostgresAddress } from './postgres-pool.ts';

/** Far longer than one takes, on any connection that hears them at all. */
const WAIT_MS = 1_500;

/**
 * Does a notification of one connection reach another? Not through a pooler that lends its connections for a transaction
 * only.
 */
export async function hearsNotifications(address: PostgresAddress): Promise<boolean> {
  const [ear, bell] = [new Client(connectionTo(address)), new Client(connectionTo(address))];
  for (const client of [ear, bell]) client.on('error', () => undefined);
  try {
    await Promise.all([ear.connect(), bell.connect()]);
    const channel = `roomtone_doctor_${randomUUID().replaceAll('-', '')}`;
    await ear.query(`listen ${channel}`);
    const heard = new Promise<true>((resolve) => ear.once('notification', () => resolve(true)));
    await bell.query('select pg_notify($1, $2)', [channel, '']);
    const waited = new Promise<false>((resolve) => setTimeout(() => resolve(false), WAIT_MS).unref());
    return await Promise.race([heard, waited]);
  } finally {
    await Promise.all([ear.end(), bell.end()]);
  }
}
