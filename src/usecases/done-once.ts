import type { ReplyTo } from './job-payloads.ts';
import type { Tables } from './ports/storage.ts';

type Request = Pick<ReplyTo, 'requestKey'>;

const keyOf = ({ requestKey }: Request) => `done:${requestKey}`;

/** Has what was asked for been done, by a job that did not live to say so? Whoever asked may not be allowed to any more. */
export function isDone(tables: Pick<Tables, 'inbox'>, request: Request): Promise<boolean> {
  return tables.inbox.isAnswered(keyOf(request));
}

/** In the transaction that does it. False: it has been done before. */
export async function doOnce(
  { inbox }: Pick<Tables, 'inbox'>,
  request: Request,
  { kind, now }: { readonly kind: string; readonly now: number },
): Promise<boolean> {
  if (!(await inbox.accept(keyOf(request), kind, now))) return false;
  await inbox.answered(keyOf(request), now);
  return true;
}
