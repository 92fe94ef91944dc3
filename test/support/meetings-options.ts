import { generateKeyPairSync } from 'node:crypto';
import type { CallReport, VonageHttpOptions } from '../../src/vonage/http.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Half of the key pair that {@link meetingsOptions} signs with. */
export const applicationPublicKey = pair.publicKey;
export const applicationId = '9d2c4f0e-6f0c-4e0f-8d8e-6d1f4a0f7f11';
/** What the clock of {@link meetingsOptions} shows. */
export const MEETINGS_NOW = Date.UTC(2026, 0, 5, 9, 30);

export interface TracedOptions extends VonageHttpOptions {
  /** Every try, in order. */
  readonly reports: CallReport[];
  /** How long each repeated try was put off. Nobody really waits. */
  readonly waitsMs: number[];
}

/** Options for a Meetings API below `origin`. */
export function meetingsOptions(origin: string): TracedOptions {
  const reports: CallReport[] = [];
  const waitsMs: number[] = [];
  return {
    apiUrl: `${origin}/v1/meetings`,
    applicationId,
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    clock: { now: () => MEETINGS_NOW },
    onCall: (report) => reports.push(report),
    wait: async (ms) => waitsMs.push(ms),
    reports,
    waitsMs,
  };
}
