import express, { type Router } from 'express';
import { z } from 'zod';
import { actOnMessage, messageActSchema } from './act-on-message.ts';
import { SUPPORTED_METHODS } from './api-methods.ts';
import { type Faults, faultSchema } from './faults.ts';
import type { Desk } from './interaction.ts';
import { homeVisitSchema, openHome } from './open-home.ts';
import { runCommand, typedCommandSchema } from './run-command.ts';
import {
  globalShortcutSchema,
  messageShortcutSchema,
  runGlobalShortcut,
  runMessageShortcut,
} from './run-shortcut.ts';
import { say, sentTextSchema } from './say.ts';
import { actInView, viewActSchema } from './views/act-in-view.ts';
import { closeView, closingSchema } from './views/close-view.ts';
import { submissionSchema, submitView } from './views/submit-view.ts';
import type { WorkspaceState } from './workspace-state.ts';
import { APP, TEAM } from './world.ts';

interface ScriptParts {
  readonly desk: Desk;
  readonly faults: Faults;
}

type Act = (desk: Desk, asked: unknown) => Promise<object>;

/** What people do, each `POST /_sandbox/<name>`. */
const ACTS: Readonly<Record<string, Act>> = {
  command: (desk, asked) => runCommand(desk, typedCommandSchema.parse(asked)),
  message: (desk, asked) => say(desk, sentTextSchema.parse(asked)),
  action: (desk, asked) =>
    names(asked, 'view')
      ? actInView(desk, viewActSchema.parse(asked))
      : actOnMessage(desk, messageActSchema.parse(asked)),
  shortcut: (desk, asked) =>
    names(asked, 'message_ts')
      ? runMessageShortcut(desk, messageShortcutSchema.parse(asked))
      : runGlobalShortcut(desk, globalShortcutSchema.parse(asked)),
  'view-submission': (desk, asked) => submitView(desk, submissionSchema.parse(asked)),
  'view-close': (desk, asked) => closeView(desk, closingSchema.parse(asked)),
  home: (desk, asked) => openHome(desk, homeVisitSchema.parse(asked)),
};

/** `/_sandbox/…` for scripts: do what people do. */
export function scriptRoutes({ desk, faults }: ScriptParts): Router {
  const router = express.Router();
  for (const [name, act] of Object.entries(ACTS)) {
    router.post(`/${name}`, async (request, response) => {
      response.json(await act(desk, request.body));
    });
  }
  router.get('/world', (_request, response) => void response.json(world(desk.workspace)));
  router.get('/coverage', (_request, response) => void response.json({ methods: SUPPORTED_METHODS }));
  router.put('/faults', (request, response) => {
    faults.set(faultSchema.parse(request.body));
    response.json({ ok: true });
  });
  return router;
}

function names(asked: unknown, member: string): boolean {
  return z.looseObject({ [member]: z.string() }).safeParse(asked).success;
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
