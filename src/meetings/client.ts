import type { z } from 'zod';
import { MalformedError, NotFoundError } from '../errors.ts';
import type { MeetingRecording, MeetingRoom, RoomClosing } from '../usecases/ports/meetings.ts';
import type { ApiCall } from '../vonage/call.ts';
import { noAnswer } from '../vonage/failure.ts';
import type { VonageHttpOptions } from '../vonage/http.ts';
import { meetingsHttp } from './api.ts';
import {
  type RoomsPage,
  recordingSchema,
  roomSchema,
  roomsPageSchema,
  sessionRecordingsSchema,
} from './schema.ts';

/**
 * The calls of the Meetings API that Roomtone needs, one method each. All throw what {@link VonageHttp} throws, and
 * MalformedError (`meetings_bad_answer`) when an answer lacks what is needed.
 */
export interface MeetingsClient {
  /** An answer that cannot be read counts as none: the room may exist. */
  createRoom(body: object): Promise<MeetingRoom>;
  getRoom(providerRoomId: string): Promise<MeetingRoom>;
  /** At most 100 rooms, in the order they were made, from serial number `startId` on. */
  listRooms(startId: number | null): Promise<RoomsPage>;
  /** Rejected for an instant room; NotFoundError for one that is closed. */
  changeRoom(providerRoomId: string, change: Partial<RoomClosing>): Promise<MeetingRoom>;
  /** Empty for a session without recordings and for one that does not exist: the API does not tell them apart. */
  listSessionRecordings(sessionId: string): Promise<readonly MeetingRecording[]>;
  getRecording(recordingId: string): Promise<MeetingRecording>;
  /** The API answers 500 as long as the recording is not uploaded. */
  deleteRecording(recordingId: string): Promise<void>;
  close(): Promise<void>;
}

/** The Meetings API at `options.apiUrl`. */
export function meetingsClient(options: VonageHttpOptions): MeetingsClient {
  const http = meetingsHttp(options);
  const ask = async <T extends z.ZodType>(schema: T, call: ApiCall) =>
    read(schema, await http.send(call), call);
  return {
    async createRoom(body) {
      const answer = roomSchema.safeParse(await http.send({ method: 'POST', route: '/rooms', body }));
      if (!answer.success) throw noAnswer('Meetings answered POST /rooms with something that is not a room');
      return answer.data;
    },
    getRoom: (id) => ask(roomSchema, { method: 'GET', route: '/rooms/:id', id }),
    listRooms: (startId) =>
      ask(roomsPageSchema, { method: 'GET', route: '/rooms', query: pageQuery(startId) }),
    changeRoom: (id, change) =>
      ask(roomSchema, { method: 'PATCH', route: '/rooms/:id', id, body: changeBody(change) }),
    listSessionRecordings: (id) =>
      ask(sessionRecordingsSchema, { method: 'GET', route: '/sessions/:id/recordings', id }).catch(
        noneIfNotFound,
      ),
    getRecording: (id) => ask(recordingSchema, { method: 'GET', route: '/recordings/:id', id }),
    async deleteRecording(id) {
      await http.send({ method: 'DELETE', route: '/recordings/:id', id });
    },
    close: () => http.close(),
  };
}

function read<T extends z.ZodType>(schema: T, body: unknown, { method, route }: ApiCall): z.output<T> {
  const answer = schema.safeParse(body);
  if (answer.success) return answer.data;
  const member = answer.error.issues[0]?.path.join('.') ?? '';
  throw new MalformedError('meetings_bad_answer', `Meetings answered ${method} ${route} unreadably`, {
    details: { member },
  });
}

function pageQuery(startId: number | null) {
  return { page_size: '100', ...(startId !== null && { start_id: String(startId) }) };
}

function changeBody({ expiresAt, closesAfterSession }: Partial<RoomClosing>) {
  return {
    update_details: {
      ...(expiresAt != null && { expires_at: new Date(expiresAt).toISOString() }),
      ...(closesAfterSession !== undefined && { expire_after_use: closesAfterSession }),
    },
  };
}

function noneIfNotFound(error: unknown): readonly MeetingRecording[] {
  if (error instanceof NotFoundError) return [];
  throw error;
}
