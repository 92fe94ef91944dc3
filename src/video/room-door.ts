import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Ticket } from './client-token.ts';
import type { Door, Standing } from './stand-at-door.ts';
import type { Refusal, Visits } from './visits.ts';

export interface RoomDoorOptions {
  readonly visits: Visits;
  readonly sign: (ticket: Ticket) => Promise<string>;
  readonly applicationId: string;
  /** Where browsers find the Video API, when it is not where Vonage has it. */
  readonly apiUrl?: string | undefined;
}

/** A name has up to 60 characters. */
const joinSchema = z.object({
  name: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\p{Cs}]{1,60}$/u),
});

const BODY_LIMIT = '4kb';

/** Where guests knock, and where the host does. */
const DOORS: readonly { readonly path: string; readonly doorOf: (key: string) => Door }[] = [
  { path: '/r/:key', doorOf: (code) => ({ code }) },
  { path: '/h/:key', doorOf: (secret) => ({ secret }) },
];

const STATUS_OF: Readonly<Record<Refusal, 409 | 410>> = {
  waiting: 409,
  full: 409,
  'not-yet': 409,
  expired: 410,
};

/**
 * What the page behind a room's links asks us, without cookies: `POST /r/:code/…` for guests, `/h/:secret/…` for the host.
 * `state`: 200 · 404 no such room. `join {name}`: 200 with what lets a browser into the session · 400 no name · 404 ·
 * 409 `{error}` not now, ask again · 410 closed · 503 no session can be made just now.
 */
export function mountRoomDoor(app: Express, options: RoomDoorOptions): void {
  const json = express.json({ limit: BODY_LIMIT });
  for (const { path, doorOf } of DOORS) {
    app.post(`${path}/state`, async (request: DoorRequest, response) => {
      const standing = await options.visits.look(doorOf(request.params.key));
      answer(response, standing === undefined ? 404 : 200, standing && viewOf(standing));
    });
    app.post(`${path}/join`, json, async (request: DoorRequest, response) => {
      const body = joinSchema.safeParse(request.body);
      if (!body.success) return answer(response, 400, { error: 'name' });
      const { status, body: told } = await admit(options, doorOf(request.params.key), body.data.name);
      answer(response, status, told);
    });
  }
}

type DoorRequest = Request<{ key: string }>;

function viewOf({ room, isHost, state, hostIsIn }: Standing) {
  return {
    title: room.title,
    isHost,
    state,
    recording: room.recording === 'off' ? 'none' : room.recording,
    waitingRoom: room.joinApproval === 'after-host',
    hostIsIn,
    language: room.locale,
  };
}

interface Told {
  readonly status: number;
  readonly body?: object;
}

async function admit(options: RoomDoorOptions, door: Door, name: string): Promise<Told> {
  const { visits, sign, applicationId, apiUrl } = options;
  try {
    const admission = await visits.join(door, name);
    if (admission === undefined) return { status: 404 };
    if ('refused' in admission) {
      return { status: STATUS_OF[admission.refused], body: { error: admission.refused } };
    }
    const { sessionId, isHost } = admission;
    const role = isHost ? 'host' : 'guest';
    const token = await sign(admission);
    return { status: 200, body: { applicationId, sessionId, token, role, ...(apiUrl && { apiUrl }) } };
  } catch (error) {
    if (error instanceof AppError) return { status: 503, body: { error: error.code } };
    throw error;
  }
}

/** Tokens and titles are for those who asked, not for whatever is in between. */
function answer(response: Response, status: number, body: object | undefined): void {
  response.set('cache-control', 'no-store').status(status);
  if (body === undefined) response.end();
  else response.json(body);
}
