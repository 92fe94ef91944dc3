import { createHmac, randomUUID } from 'node:crypto';

export interface SlackRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A signed `/meet`, each of another person in another workspace, so that no limit is met. */
export function signedCommand(signingSecret: string, n: number): SlackRequest {
  const body = new URLSearchParams({
    command: '/meet',
    text: `Bench ${n}`,
    team_id: `T${n}`,
    team_domain: 'bench',
    channel_id: 'C0GENERAL',
    channel_name: 'general',
    user_id: `U${n}`,
    user_name: 'bench',
    api_app_id: 'A0ROOMTONE',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/commands/none',
    trigger_id: randomUUID(),
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}
