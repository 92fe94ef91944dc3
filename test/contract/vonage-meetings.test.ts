import { describe } from 'vitest';
import { openVonageMeetings } from '../support/open-vonage-meetings.ts';
import { providerContract } from './providers/provider-contract.ts';

describe('Vonage Meetings', () => providerContract(openVonageMeetings));
