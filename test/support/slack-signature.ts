import { createHmac } from 'node:crypto';

/** Slack's signature of a request's body. `timestamp`: seconds since 1970. Source: "Verifying requests from Slack". */
export function slackSignature(
  body: string,
  { timestamp, secret }: { readonly timestamp: number | string; readonly secret: string },
): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}
