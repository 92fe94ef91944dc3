import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { type Meetings, type MeetingsOptions, startMeetings } from '../../src/sandbox/meetings/server.ts';
import { createTraffic, type Traffic } from '../../src/sandbox/traffic.ts';
import { type CallbackReceiver, startCallbackReceiver } from './callback-receiver.ts';

export type Json = Record<string, unknown>;

export interface Answer<Body = Json> {
  readonly status: number;
  readonly body: Body;
}

export interface RoomBody extends Json {
  readonly id: string;
  readonly meeting_code: string;
  readonly expires_at: string;
  readonly is_available: boolean;
  readonly _links: {
    readonly host_url: { readonly href: string };
    readonly guest_url: { readonly href: string };
  };
}

export interface RecordingBody extends Json {
  readonly id: string;
  readonly session_id: string;
  readonly status: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly _links: { readonly url: { readonly href: string } };
}

export interface Joined {
  readonly sessionId: string;
  readonly participantId: string;
  leave(): Promise<Answer>;
}

/** The sandbox's Meetings server with a client that holds the application's key, and an address for its callbacks. */
export interface SandboxMeetings {
  readonly meetings: Meetings;
  readonly traffic: Traffic;
  readonly receiver: CallbackReceiver;
  /** A valid token; given claims replace the ordinary ones, `undefined` removes one. */
  token(claims?: Json): Promise<string>;
  /** A REST call with a valid token. */
  call<Body = Json>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
  /** A call to `/_sandbox`. */
  script<Body = Json>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
  /** A room whose callbacks go to the receiver. */
  createRoom(details?: Json): Promise<RoomBody>;
  /** Somebody joins by script. */
  join(room: RoomBody, person: Json): Promise<Joined>;
  /** A host comes and goes in a room recorded automatically. */
  meetOnce(): Promise<void>;
  /** The same; resolves with the recording once it is uploaded. */
  recordOnce(details?: Json): Promise<RecordingBody>;
  /** Moves the server's clock. */
  advance(seconds: number): Promise<Answer>;
  close(): Promise<void>;
}

const APPLICATION_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab';

/** Starts both on free ports. No waiting between the last leave, the end and the upload unless asked for. */
export async function startSandboxMeetings(options: Partial<MeetingsOptions> = {}): Promise<SandboxMeetings> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-meetings-'));
  const traffic = createTraffic();
  const receiver = await startCallbackReceiver();
  const meetings = await startMeetings({
    host: '127.0.0.1',
    port: 0,
    applicationId: APPLICATION_ID,
    publicKey: await exportSPKI(publicKey),
    traffic,
    folder,
    pageFolder: null,
    uploadDelayMs: 0,
    endDelayMs: 0,
    ...options,
  });

  const token: SandboxMeetings['token'] = (claims = {}) =>
    new SignJWT({
      application_id: APPLICATION_ID,
      jti: randomUUID(),
      iat: now(),
      exp: now() + 900,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .sign(privateKey);

  const call: SandboxMeetings['call'] = async (method, path, body) =>
    request(method, meetings.apiUrl + path, { body, authorization: `Bearer ${await token()}` });

  const script: SandboxMeetings['script'] = (method, path, body) =>
    request(method, `${meetings.url}/_sandbox${path}`, { body });

  return {
    meetings,
    traffic,
    receiver,
    token,
    call,
    script,
    ...meetingSteps({ call, script, receiver }),
    advance: (seconds) => script('POST', '/clock', { advance_seconds: seconds }),
    async close() {
      await meetings.close();
      await receiver.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Doors = Pick<SandboxMeetings, 'call' | 'script' | 'receiver'>;
type Steps = Pick<SandboxMeetings, 'createRoom' | 'join' | 'meetOnce' | 'recordOnce'>;

function meetingSteps({ call, script, receiver }: Doors): Steps {
  const createRoom: Steps['createRoom'] = async (details) => {
    const room = { display_name: 'Design review', callback_urls: receiver.callbackUrls, ...details };
    return (await call<RoomBody>('POST', '/rooms', room)).body;
  };

  const join: Steps['join'] = async (room, person) => {
    const { body } = await script('POST', `/rooms/${room.id}/join`, person);
    const participantId = String(body['participant_id']);
    const sessionId = String(body['session_id']);
    const leave = () => script('POST', `/sessions/${sessionId}/leave`, { participant_id: participantId });
    return { sessionId, participantId, leave };
  };

  const meetOnce = async (details?: Json): Promise<void> => {
    const room = await createRoom({ recording_options: { auto_record: true }, ...details });
    const host = await join(room, { name: 'Ada', host: true });
    await host.leave();
  };

  return {
    createRoom,
    join,
    meetOnce,
    async recordOnce(details) {
      await meetOnce(details);
      const { body } = await receiver.waitFor('recording:uploaded');
      return (await call<RecordingBody>('GET', `/recordings/${body['recording_id']}`)).body;
    },
  };
}

/** One HTTP request with a JSON body, and its answer read as JSON where there is any. */
export async function request<Body = Json>(
  method: string,
  url: string,
  { body, authorization }: { readonly body?: unknown; readonly authorization?: string | undefined } = {},
): Promise<Answer<Body>> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(authorization !== undefined && { authorization }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

const now = (): number => Math.floor(Date.now() / 1000);
