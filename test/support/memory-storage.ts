import { DEFAULT_POLICY } from '../../src/domain/policy.ts';
import { type Convenience, DEFAULT_CONVENIENCE } from '../../src/domain/settings.ts';
import type { JobRequest } from '../../src/usecases/ports/jobs.ts';
import type { Post } from '../../src/usecases/ports/posts.ts';
import type { Storage, Tables } from '../../src/usecases/ports/storage.ts';
import { memoryRecordings } from './memory-recordings.ts';
import { memorySessions } from './memory-sessions.ts';

export interface MemoryStorage extends Storage {
  /** What waits, oldest first; each lane once. Taking them is up to the caller. */
  takeJobs(): readonly JobRequest[];
}

/**
 * What the life of a recording needs of a storage, in memory: for going through thousands of lives. Nothing is undone
 * when a unit of work fails. Rooms never close by the clock.
 */
export function memoryStorage(convenience: Convenience = DEFAULT_CONVENIENCE): MemoryStorage {
  const inbox = new Set<string>();
  const posts = new Map<string, Post>();
  const jobs = new Map<string, JobRequest>();
  const rooms = new Map<string, Parameters<Tables['rooms']['insert']>[0]>();
  const changePost = (subject: string, stage: string, changes: Partial<Post>) => {
    const post = posts.get(`${subject} ${stage}`);
    if (post !== undefined) posts.set(`${subject} ${stage}`, { ...post, ...changes });
  };

  const tables = {
    rooms: {
      insert: async (room) => rooms.set(room.roomKey, room).has(room.roomKey),
      find: async (roomKey) => rooms.get(roomKey),
      findByProviderId: async (_provider, id) =>
        [...rooms.values()].find((room) => room.providerRoomId === id),
      surfaces: async () => [],
      reschedule: async () => true,
      welcome: async () => {},
      overdue: async () => [],
      stuck: async () => [],
    },
    sessions: memorySessions(),
    recordings: memoryRecordings(),
    posts: {
      find: async (subject, stage) => posts.get(`${subject} ${stage}`),
      of: async (subject) => [...posts.values()].filter((post) => post.subject === subject),
      async begin(subject, stage, channelId) {
        const isNew = !posts.has(`${subject} ${stage}`);
        const post = { subject, stage, channelId, messageTs: '', fingerprint: '' };
        posts.set(`${subject} ${stage}`, { ...post, state: 'sending' });
        return isNew;
      },
      sent: async (subject, stage, { channelId, messageTs }, fingerprint) =>
        changePost(subject, stage, { state: 'sent', channelId, messageTs, fingerprint }),
      updated: async (subject, stage, fingerprint) => changePost(subject, stage, { fingerprint }),
    },
    settings: {
      of: async () => ({
        convenience,
        policy: DEFAULT_POLICY,
        workspacePolicy: DEFAULT_POLICY,
        ownPolicy: {},
      }),
    },
    people: { home: async () => undefined },
    reminders: { hostsDue: async () => [], subjectsOf: async () => [] },
    inbox: { accept: async (key) => !inbox.has(key) && inbox.add(key).has(key) },
    retention: { purge: async () => false, compact: async () => false },
    jobs: {
      enqueue: async (job) => void jobs.set(`${job.name} ${job.lane}`, job),
      forgetResponseUrls: async () => false,
    },
  } satisfies { readonly [Table in keyof Tables]?: Partial<Tables[Table]> };

  return {
    // What is missing is never asked for in the life of a recording.
    transaction: (work) => work(tables as unknown as Tables),
    takeJobs() {
      const waiting = [...jobs.values()];
      jobs.clear();
      return waiting;
    },
  };
}
