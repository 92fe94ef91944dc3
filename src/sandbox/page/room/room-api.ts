import type { DoorView, ReplayView, RoomView } from '../../meetings/room-protocol.ts';
import type { DoorKey } from './door-key.ts';

/** The server refused; `message` is its reason. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Throws {@link RefusedError}, or TypeError when the server can't be reached. */
async function request(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(`/_room${path}`, init);
  if (response.ok) return response;
  const body: { message?: string } = await response.json().catch(() => ({}));
  throw new RefusedError(body.message ?? `The server answered ${response.status}`);
}

const withJson = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const participantPath = (participantId: string, what: string): string =>
  `/participants/${participantId}/${what}`;

export async function readDoor(key: DoorKey): Promise<DoorView> {
  return (await request(`/door?${new URLSearchParams({ ...key })}`)).json();
}

/** Joins; returns the participant's id. */
export async function enterRoom(
  key: DoorKey,
  person: { readonly name: string; readonly camera: boolean },
): Promise<string> {
  const response = await request('/participants', withJson('POST', { ...key, ...person }));
  const { participantId }: { participantId: string } = await response.json();
  return participantId;
}

/** How the room is now. Also tells the server that this page is still there. */
export async function lookAround(participantId: string): Promise<RoomView> {
  return (await request(participantPath(participantId, 'look'), { method: 'POST' })).json();
}

export async function setRecording(participantId: string, wanted: boolean): Promise<void> {
  await request(participantPath(participantId, 'recording'), withJson('PUT', { wanted }));
}

export async function leaveRoom(participantId: string): Promise<void> {
  await request(participantPath(participantId, 'leave'), { method: 'POST' });
}

/** For a page that is being closed: sent even when the page is gone before an answer comes. */
export function leaveRoomNow(participantId: string): void {
  navigator.sendBeacon(`/_room${participantPath(participantId, 'leave')}`);
}

export async function readReplay(participantId: string): Promise<ReplayView> {
  return (await request(participantPath(participantId, 'replay'))).json();
}

export async function sendPicture(participantId: string, jpeg: Blob): Promise<void> {
  await request(participantPath(participantId, 'picture'), { method: 'PUT', body: jpeg });
}

/** Empty as long as there is none. */
export async function readPicture(participantId: string): Promise<Blob> {
  return (await request(participantPath(participantId, 'picture'))).blob();
}

/** Browsers allow 64 kB of requests that outlive their page. */
const KEPT_ALIVE_BYTES = 60_000;

/** Adds to a video this page records. A small chunk arrives even when the page is closed meanwhile. */
export async function sendChunk(
  part: { readonly recordingId: string; readonly partId: string },
  chunk: Blob,
): Promise<void> {
  await request(`/recordings/${part.recordingId}/parts/${part.partId}`, {
    method: 'POST',
    headers: { 'content-type': chunk.type.split(';')[0] ?? 'video/mp4' },
    body: chunk,
    keepalive: chunk.size < KEPT_ALIVE_BYTES,
  });
}
