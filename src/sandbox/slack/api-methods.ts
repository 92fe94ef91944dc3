import type { ApiMethod } from './api-method.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { missingScope } from './find-conversation.ts';
import { identityMethods } from './identity-methods.ts';
import { SlackError } from './slack-error.ts';
import { viewMethods } from './views/view-methods.ts';
import { SCOPES } from './world.ts';

const METHODS: ReadonlyMap<string, ApiMethod> = new Map(
  Object.entries({ ...identityMethods, ...chatMethods, ...conversationMethods, ...viewMethods }),
);

/** Methods people reach for that need more than the app was given. */
const OUT_OF_SCOPE: ReadonlyMap<string, string> = new Map([
  ['conversations.history', 'channels:history'],
  ['conversations.replies', 'channels:history'],
  ['conversations.join', 'channels:join'],
  ['conversations.invite', 'channels:manage'],
  ['files.getUploadURLExternal', 'files:write'],
  ['reactions.add', 'reactions:write'],
  ['users.lookupByEmail', 'users:read.email'],
]);

/** The Web API methods of the sandbox. */
export const SUPPORTED_METHODS: readonly string[] = [...METHODS.keys()];

/** Throws SlackError `unknown_method`, `missing_scope`. */
export function findMethod(name: string): ApiMethod {
  const beyond = OUT_OF_SCOPE.get(name);
  if (beyond) throw missingScope(beyond);
  const method = METHODS.get(name);
  if (!method) throw new SlackError('unknown_method', { more: { req_method: name } });
  if (method.scope && !SCOPES.some((scope) => scope === method.scope)) throw missingScope(method.scope);
  return method;
}
