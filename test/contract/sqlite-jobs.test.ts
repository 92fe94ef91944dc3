import { describe } from 'vitest';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { jobsContract } from './jobs-contract.ts';

describe('SQLite', () => jobsContract(openSqliteStore));
