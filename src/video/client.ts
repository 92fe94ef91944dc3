import type { z } from 'zod';
import { MalformedError } from '../errors.ts';
import type { ApiCall } from '../vonage/call.ts';
import type { VonageHttpOptions } from '../vonage/http.ts';
import { videoHttp } from './api.ts';
import { type Archive, archiveSchema, archivesSchema, sessionSchema } from './schema.ts';

/** `always`: every meeting is recorded by itself. `manual`: when somebody starts it. */
export type ArchiveMode = 'always' | 'manual';

/**
 * The calls of the Video API that Roomtone needs, one method each. All throw what {@link VonageHttp} throws, and
 * MalformedError (`meetings_bad_answer`) when an answer lacks what is needed.
 */
export interface VideoClient {
  /** Gives its id. One that nobody connects to need not be ended. */
  createSession(archiveMode: ArchiveMode): Promise<string>;
  /** Those not deleted, newest first; empty also for a session that does not exist. */
  listArchives(sessionId: string): Promise<readonly Archive[]>;
  getArchive(archiveId: string): Promise<Archive>;
  /** Refused with 404 when nobody is connected, with 409 when an archive is running. */
  startArchive(sessionId: string): Promise<void>;
  /** Refused with 409 when it has stopped already. */
  stopArchive(archiveId: string): Promise<void>;
  /** Refused with 409 until the archive is uploaded. */
  deleteArchive(archiveId: string): Promise<void>;
  close(): Promise<void>;
}

const ARCHIVES = '/v2/project/:application/archive';
/** The most a page may have. A session of 12 hours has three, and one where people record as they like a few more. */
const PAGE = '1000';

/** The Video API at `options.apiUrl`. */
export function videoClient(options: VonageHttpOptions): VideoClient {
  const http = videoHttp(options);
  const ask = async <T extends z.ZodType>(schema: T, call: ApiCall) =>
    read(schema, await http.send(call), call);
  return {
    createSession: (archiveMode) => {
      // Only what runs through Vonage's media router can be recorded.
      const form = { archiveMode, 'p2p.preference': 'disabled' };
      return ask(sessionSchema, { method: 'POST', route: '/session/create', form });
    },
    listArchives: (sessionId) =>
      ask(archivesSchema, { method: 'GET', route: ARCHIVES, query: { sessionId, count: PAGE } }),
    getArchive: (id) => ask(archiveSchema, { method: 'GET', route: `${ARCHIVES}/:id`, id }),
    async startArchive(sessionId) {
      await http.send({ method: 'POST', route: ARCHIVES, body: { sessionId } });
    },
    async stopArchive(id) {
      await http.send({ method: 'POST', route: `${ARCHIVES}/:id/stop`, id });
    },
    async deleteArchive(id) {
      await http.send({ method: 'DELETE', route: `${ARCHIVES}/:id`, id });
    },
    close: () => http.close(),
  };
}

function read<T extends z.ZodType>(schema: T, body: unknown, { method, route }: ApiCall): z.output<T> {
  const answer = schema.safeParse(body);
  if (answer.success) return answer.data;
  const member = answer.error.issues[0]?.path.join('.') ?? '';
  throw new MalformedError('meetings_bad_answer', `Video answered ${method} ${route} unreadably`, {
    details: { member },
  });
}
