import { describe } from 'vitest';
import { openSqliteStore } from '../support/open-sqlite-store.ts';
import { storageContract } from './storage-contract.ts';

describe('SQLite', () => storageContract(openSqliteStore));
