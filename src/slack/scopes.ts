/** What the app asks Slack for, as in `manifest.yml`; the README says why. */
export const SCOPES = [
  'commands',
  'chat:write',
  'chat:write.public',
  'channels:read',
  'groups:read',
  'users:read',
  'im:write',
] as const;
