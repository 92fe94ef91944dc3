import { describe } from 'vitest';
import type { OpenProvider } from '../../support/open-provider.ts';
import { providerRecordingsContract } from './provider-recordings-contract.ts';
import { providerRoomsContract } from './provider-rooms-contract.ts';

/** What the use cases rely on, whoever the provider is. */
export function providerContract(open: OpenProvider): void {
  describe('rooms', () => providerRoomsContract(open));
  describe('recordings', () => providerRecordingsContract(open));
}
