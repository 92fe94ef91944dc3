import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** `missing` completes "PUBLIC_URL is missing. …". */
export const text = (missing: string) => z.string({ error: `is missing. ${missing}` });

export const secureUrl = (missing: string) =>
  text(missing).transform((address, context) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) return url;
    context.addIssue('must be an https:// address (http:// only on this machine)');
    return z.NEVER;
  });
export const origin = (missing: string) =>
  secureUrl(missing)
    .refine((url) => url.href === `${url.origin}/`, 'must end after the host: no path, no question mark')
    .transform((url) => url.origin);
/** Without a slash at the end. */
export const baseUrl = secureUrl('').transform((url) => url.href.replace(/\/+$/, ''));

export const secret = (missing: string) => text(missing).trim();
export const secrets = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .refine(
    (all) => all.every((one) => one.length >= 16),
    'needs at least 16 characters each, comma-separated',
  );

export const wholeNumber = (min: number, max: number) => {
  const rule = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error: rule }).int(rule).min(min, rule).max(max, rule);
};

export const slashCommand = z
  .string()
  .regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash and up to 31 small letters, digits, - or _');

export const databaseUrl = z
  .string()
  .regex(
    /^(file:|postgres(ql)?:\/\/)./,
    'must be file:<path>, e.g. file:./data/roomtone.db, or postgres://<user>:<password>@<host>/<database>',
  )
  .transform((url) =>
    url.startsWith('file:')
      ? ({ kind: 'sqlite', file: url.slice('file:'.length) } as const)
      : ({ kind: 'postgres', url } as const),
  );

/** The PEM itself (line ends may be written as \n), or base64 of it. */
export const privateKey = text(
  'Put the application’s private key here, or its path into VONAGE_PRIVATE_KEY_PATH.',
).transform((given, context) => {
  const unescaped = given.replaceAll('\\n', '\n').trim();
  const pem = unescaped.startsWith('-----') ? unescaped : Buffer.from(unescaped, 'base64').toString('utf8');
  try {
    return createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch {
    context.addIssue('is not a private key: expected PEM, or base64 of PEM');
    return z.NEVER;
  }
});

export const applicationId = text('Vonage shows this UUID with the application.').pipe(
  z.uuid({ error: 'must be the application’s UUID' }),
);

export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });
