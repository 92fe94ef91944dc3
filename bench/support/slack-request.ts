import { slackSignature } from '../../test/support/slack-signature.ts';
import type { Post } from './connection.ts';

export interface TypedCommand {
  readonly command: '/meet' | '/recordings';
  readonly text: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly responseUrl: string;
}

let typed = 0;

/** A slash command as Slack sends it, signed. */
export function commandRequest(signingSecret: string, command: TypedCommand): Post {
  const body = new URLSearchParams({
    command: command.command,
    text: command.text,
    team_id: command.teamId,
    team_domain: 'bench',
    channel_id: command.channelId,
    channel_name: 'bench',
    user_id: 'U0BENCH',
    user_name: 'bench',
    api_app_id: 'A0ROOMTONE',
    is_enterprise_install: 'false',
    response_url: command.responseUrl,
    trigger_id: `${process.pid}.${++typed}.bench`,
  }).toString();
  return signed(signingSecret, body, 'application/x-www-form-urlencoded');
}

/** An event of Slack's Events API, signed. */
export function eventRequest(signingSecret: string, event: object): Post {
  return signed(signingSecret, JSON.stringify(event), 'application/json');
}

function signed(signingSecret: string, body: string, contentType: string): Post {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  return {
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': slackSignature(body, { timestamp, secret: signingSecret }),
    },
  };
}

/** A `/meet`, each of another workspace, so that no limit is met. */
export function meetRequest(signingSecret: string, n: number): Post {
  return commandRequest(signingSecret, {
    command: '/meet',
    text: `Bench ${n}`,
    teamId: `T${n}`,
    channelId: `C${n}`,
    responseUrl: 'http://127.0.0.1:9/commands/none',
  });
}
