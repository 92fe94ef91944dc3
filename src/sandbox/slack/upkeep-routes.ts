import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import type { Desk } from './interaction.ts';
import {
  archive,
  changePerson,
  deactivate,
  deleteChannel,
  deleteMessage,
  join,
  leave,
  makePrivate,
  personChangeSchema,
  rename,
} from './upkeep.ts';

const nameSchema = z.object({ name: z.string().min(1).max(80) });
const userSchema = z.object({ user: z.string() });
const tsSchema = z.object({ ts: z.string() });

type ChannelChange = (desk: Desk, channel: string, asked: unknown) => unknown;

/** What happens to a channel, each `POST /_sandbox/channels/<channel>/<name>`. */
const CHANNEL_CHANGES: Readonly<Record<string, ChannelChange>> = {
  archive: (desk, channel) => archive(desk, channel),
  unarchive: (desk, channel) => archive(desk, channel, false),
  rename: (desk, channel, asked) => rename(desk, channel, nameSchema.parse(asked).name),
  'make-private': (desk, channel) => makePrivate(desk, channel),
  delete: (desk, channel) => deleteChannel(desk, channel),
  join: (desk, channel, asked) => join(desk, channel, userSchema.parse(asked).user),
  leave: (desk, channel, asked) => leave(desk, channel, userSchema.parse(asked).user),
  'delete-message': (desk, channel, asked) => deleteMessage(desk, channel, tsSchema.parse(asked).ts),
};

/** `/_sandbox/…` for scripts: what people and admins do to the workspace itself. */
export function upkeepRoutes(desk: Desk): Router {
  const router = express.Router();
  for (const [name, change] of Object.entries(CHANNEL_CHANGES)) {
    router.post(`/channels/:channel/${name}`, async (request: Request<{ channel: string }>, response) => {
      await change(desk, request.params.channel, request.body);
      response.json({ ok: true });
    });
  }
  router.post('/users/:user/deactivate', ({ params }, response) => {
    deactivate(desk, params.user);
    response.json({ ok: true });
  });
  router.patch('/users/:user', ({ params, body }, response) => {
    changePerson(desk, params.user, personChangeSchema.parse(body));
    response.json({ ok: true });
  });
  return router;
}
