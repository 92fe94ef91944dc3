import type { z } from 'zod';
import type { AppManifest } from './app-manifest.ts';
import { reasonsOf } from './read-blocks.ts';
import { SlackError } from './slack-error.ts';
import type { TriggerIds } from './trigger-ids.ts';
import type { Views } from './views/views.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What methods work on. */
export interface MethodContext {
  readonly workspace: WorkspaceState;
  readonly views: Views;
  readonly triggerIds: TriggerIds;
  readonly manifest: AppManifest;
  /** Where this server is reached, without a slash at the end. */
  readonly origin: string;
}

/** A Web API method: what it needs and what it answers besides `ok: true`. Throws SlackError. */
export interface ApiMethod {
  /** Null: any token will do. */
  readonly scope: string | null;
  run(args: Readonly<Record<string, unknown>>, context: MethodContext): Record<string, unknown>;
}

/** Throws SlackError `invalid_arguments` with a reason for each fault. */
export function readArguments<T>(schema: z.ZodType<T>, args: unknown): T {
  const parsed = schema.safeParse(args);
  if (!parsed.success)
    throw new SlackError('invalid_arguments', { reasons: reasonsOf(parsed.error, args, '') });
  return parsed.data;
}
