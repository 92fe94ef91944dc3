import type { ApiError } from './api-error.ts';

export interface ApiRequest {
  /** The id in the path. */
  readonly id: string;
  readonly query: unknown;
  readonly body: unknown;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface ApiRoute {
  /** As in Vonage's guides; shown behind the scenes. */
  readonly title: string;
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  /** What a body comes as; one of another kind counts as none. @default 'json' */
  readonly takes?: 'json' | 'form';
  /** Answers without a token too. */
  readonly isOpen?: boolean;
  handle(request: ApiRequest): ApiAnswer | Promise<ApiAnswer>;
}

/** The refusals that do not depend on what was asked, in the words of one API. */
export interface ApiWords {
  unknownRoute(): ApiError;
  /** The body is no JSON. */
  unreadable(problem: string): ApiError;
  /** What it would say with this status, whatever was asked: for faults one can set. */
  withStatus(status: number): ApiError;
}
