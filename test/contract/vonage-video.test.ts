import { describe } from 'vitest';
import { openVonageVideo } from '../support/open-vonage-video.ts';
import { providerContract } from './providers/provider-contract.ts';

describe('Vonage Video', () => providerContract(openVonageVideo));
