import type { ApiCall } from './call.ts';

/** What a refusal means: there is nothing with that id, or a rejection with a code. */
export type Refusal = 'not-found' | { readonly code: string };

/** What of Vonage's APIs differs between them. */
export interface VonageApi {
  /** As messages for operators name it. */
  readonly name: 'Meetings' | 'Video';
  /** Of a 4xx other than 429. */
  readRefusal(call: ApiCall, status: number): Refusal;
}

export function rejected(code: string): Refusal {
  return { code };
}
