import { describe } from 'vitest';
import { memoryStorage } from '../support/memory-storage.ts';
import type { OpenedStorage } from '../support/open-store.ts';
import { recordingsContract } from './storage/recordings-contract.ts';
import { sessionLooksContract } from './storage/session-looks-contract.ts';
import { sessionsContract } from './storage/sessions-contract.ts';

async function openMemory(): Promise<OpenedStorage> {
  return { storage: memoryStorage(), sql: () => Promise.reject(new Error('There is no SQL here')) };
}

/** What stands in for a database where a test goes through thousands of lives behaves as one. */
describe('in memory', () => {
  sessionsContract(openMemory);
  sessionLooksContract(openMemory);
  recordingsContract(openMemory);
});
