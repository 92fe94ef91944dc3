import { describe } from 'vitest';
import { openVonageVideo } from '../support/open-vonage-video.ts';
import { providerContract } from './providers/provider-contract.ts';
import { providerRecorderContract } from './providers/provider-recorder-contract.ts';

describe('Vonage Video', () => {
  providerContract(openVonageVideo);
  describe('recording for people', () => providerRecorderContract(openVonageVideo));
});
