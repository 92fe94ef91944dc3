import { Client } from 'pg';
import { expect, test } from 'vitest';
import { connectionTo, type PostgresSsl } from '../../src/storage/postgres-pool.ts';

const VERIFIED = { rejectUnauthorized: true };
const UNVERIFIED = { rejectUnauthorized: false };

test.each<[string, PostgresSsl | undefined, object | false]>([
  ['postgres://u@localhost/roomtone', undefined, false],
  ['postgresql://u@127.0.0.1:6432/roomtone', undefined, false],
  ['postgres://u@[::1]/roomtone', undefined, false],
  ['postgres://u@/roomtone?host=/run/postgresql', undefined, false],
  ['postgres://u:p@db.example/roomtone', undefined, VERIFIED],
  ['postgres://u:p@localhost.example/roomtone', undefined, VERIFIED],
  ['postgres://u:p@db.example/roomtone?sslmode=disable', undefined, VERIFIED],
  ['postgres://u:p@db.example/roomtone?sslmode=no-verify&application_name=x', undefined, VERIFIED],
  ['postgres://u:p@db.example/roomtone?sslmode=verify-full', 'no-verify', UNVERIFIED],
  ['postgres://u:p@db.example/roomtone?application_name=x&sslmode=require', 'off', false],
  ['postgres://u@localhost/roomtone', 'verify', VERIFIED],
])('%s with DATABASE_SSL=%s: speaks TLS as %o', (url, ssl, expected) => {
  const client = new Client(connectionTo({ url, ssl }));

  expect(client.ssl).toEqual(expected);
  expect(client).toMatchObject({ user: 'u', database: 'roomtone' });
});
