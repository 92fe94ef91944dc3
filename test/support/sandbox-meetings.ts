import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Meetings, type MeetingsOptions, startMeetings } from '../../src/sandbox/meetings/server.ts';
import { createTraffic, type Traffic } from '../../src/sandbox/traffic.ts';
import { type CallbackReceiver, startCallbackReceiver } from './callback-receiver.ts';
import {
  type Answer,
  type Application,
  createApplication,
  type Json,
  type SandboxClient,
  sandboxClient,
} from './sandbox-client.ts';

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
export interface SandboxMeetings extends SandboxClient, Pick<Application, 'token'> {
  readonly meetings: Meetings;
  readonly traffic: Traffic;
  readonly receiver: CallbackReceiver;
  /** A room whose callbacks go to the receiver. */
  createRoom(details?: Json): Promise<RoomBody>;
  /** Somebody joins by script. */
  join(room: RoomBody, person: Json): Promise<Joined>;
  /** A host comes and goes in a room recorded automatically. */
  meetOnce(): Promise<void>;
  /** The same; resolves with the recording once it is uploaded. */
  recordOnce(details?: Json): Promise<RecordingBody>;
  close(): Promise<void>;
}

/** Starts both on free ports. No waiting between the last leave, the end and the upload unless asked for. */
export async function startSandboxMeetings(options: Partial<MeetingsOptions> = {}): Promise<SandboxMeetings> {
  const application = await createApplication();
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-meetings-'));
  const traffic = createTraffic();
  const receiver = await startCallbackReceiver();
  const meetings = await startMeetings({
    host: '127.0.0.1',
    port: 0,
    applicationId: application.id,
    publicKey: application.publicKey,
    traffic,
    folder,
    pageFolder: null,
    uploadDelayMs: 0,
    endDelayMs: 0,
    ...options,
  });

  const { url, apiUrl } = meetings;
  const client = sandboxClient(application, { url, apiUrl: () => apiUrl });
  return {
    ...{ meetings, traffic, receiver, token: application.token },
    ...client,
    ...meetingSteps({ ...client, receiver }),
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
