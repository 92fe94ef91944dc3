import { randomBytes } from 'node:crypto';

/** A session's id as the Meetings service makes them: a project, the moment it began, and chance. */
export function sessionIdAt(createdAt: number): string {
  const text = `1~46339892~~${createdAt}~${randomBytes(18).toString('base64')}~~`;
  return `1_${Buffer.from(text).toString('base64url')}`;
}
