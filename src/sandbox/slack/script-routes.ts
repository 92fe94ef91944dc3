import express, { type Router } from 'express';
import { SUPPORTED_METHODS } from './api-methods.ts';
import { clickButton, clickSchema } from './click-button.ts';
import { type Faults, faultSchema } from './faults.ts';
import { findChannel, findPerson } from './find-by-name.ts';
import type { Desk } from './interaction.ts';
import { runCommand, typedCommandSchema } from './run-command.ts';
import { say, sentTextSchema } from './say.ts';
import { wireMessage } from './wire-message.ts';
import type { WorkspaceState } from './workspace-state.ts';
import { APP, TEAM } from './world.ts';

interface ScriptParts {
  readonly desk: Desk;
  readonly faults: Faults;
}

/** `/_sandbox/…` for scripts: do what people do, read what they see. */
export function scriptRoutes({ desk, faults }: ScriptParts): Router {
  const { workspace } = desk;
  const router = express.Router();
  router.post('/command', async (request, response) => {
    response.json(await runCommand(desk, typedCommandSchema.parse(request.body)));
  });
  router.post('/action', async (request, response) => {
    response.json(await clickButton(desk, clickSchema.parse(request.body)));
  });
  router.post('/message', async (request, response) => {
    response.json(await say(desk, sentTextSchema.parse(request.body)));
  });
  router.get('/channels/:channel/messages', (request, response) => {
    response.json(messagesIn(workspace, request.params.channel));
  });
  router.get('/users/:user/ephemerals', (request, response) => {
    response.json(ephemeralsOf(workspace, request.params.user));
  });
  router.get('/world', (_request, response) => void response.json(world(workspace)));
  router.get('/coverage', (_request, response) => void response.json({ methods: SUPPORTED_METHODS }));
  router.put('/faults', (request, response) => {
    faults.set(faultSchema.parse(request.body));
    response.json({ ok: true });
  });
  return router;
}

/** Oldest first, in Slack's JSON. By id or name. Throws Refusal. */
export function messagesIn(workspace: WorkspaceState, channel: string): readonly Record<string, unknown>[] {
  const { id } = findChannel(workspace, channel);
  return workspace
    .messages()
    .filter((message) => message.channelId === id && message.toUserId === undefined)
    .map(wireMessage);
}

/** What only that person sees, in every channel, oldest first. By id or name. Throws Refusal. */
export function ephemeralsOf(workspace: WorkspaceState, user: string): readonly Record<string, unknown>[] {
  const { id } = findPerson(workspace, user);
  return workspace
    .messages()
    .filter(({ toUserId }) => toUserId === id)
    .map(wireMessage);
}

function world(workspace: WorkspaceState): Record<string, unknown> {
  const channels = [...workspace.channels.values()];
  return {
    team: TEAM,
    app: APP,
    users: workspace.users,
    channels: channels.map((channel) => ({ ...channel, members: [...channel.members] })),
  };
}
