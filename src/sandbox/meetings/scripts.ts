import { json, Router } from 'express';
import { z } from 'zod';
import type { MeetingsControl } from './control.ts';
import type { Room, World } from './model.ts';
import { parseInput } from './parse-input.ts';

const joinSchema = z.strictObject({
  name: z.string().min(1).max(100),
  host: z.boolean().default(false),
});
const leaveSchema = z.strictObject({ participant_id: z.string() });
const recordingSchema = z.strictObject({ recording: z.boolean() });
const clockSchema = z.strictObject({
  advance_seconds: z
    .number()
    .min(0)
    .max(366 * 86_400),
});

/** `/_sandbox`: what tests and scripts drive the server with. Bodies are checked and refused like the API's. */
export function scriptsRouter(control: MeetingsControl, world: World): Router {
  const router = Router();
  router.use(json());
  router.get('/rooms', (_req, res) => {
    res.json({ rooms: [...world.rooms.values()].map(roomSummary) });
  });
  router.post('/rooms/:id/join', (req, res) => {
    const joined = control.join(req.params.id, parseInput(joinSchema, req.body));
    res.json({ session_id: joined.sessionId, participant_id: joined.participantId });
  });
  router.post('/sessions/:id/leave', (req, res) => {
    control.leave(req.params.id, parseInput(leaveSchema, req.body).participant_id);
    res.status(204).end();
  });
  router.put('/sessions/:id/recording', (req, res) => {
    control.setRecording(req.params.id, parseInput(recordingSchema, req.body).recording);
    res.status(204).end();
  });
  router.post('/clock', (req, res) => {
    control.advance(parseInput(clockSchema, req.body).advance_seconds);
    res.json({ ahead_seconds: control.aheadSeconds() });
  });
  router.put('/faults', (req, res) => {
    control.setFaults(req.body);
    res.json(control.faults());
  });
  return router;
}

function roomSummary(room: Room): Record<string, unknown> {
  return {
    room_id: room.id,
    title: room.details.display_name,
    meeting_code: room.meetingCode,
    is_expired: room.isExpired,
    session_id: room.session?.id ?? null,
    recording_id: room.session?.recording?.id ?? null,
    people: [...(room.session?.people.values() ?? [])].map(({ id, name, isHost }) => ({
      participant_id: id,
      name,
      is_host: isHost,
    })),
  };
}
