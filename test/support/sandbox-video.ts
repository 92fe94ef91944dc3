import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTraffic, type Traffic } from '../../src/sandbox/traffic.ts';
import { startVideo, type Video, type VideoOptions } from '../../src/sandbox/video/server.ts';
import { type CallbackReceiver, type ReceivedCallback, startCallbackReceiver } from './callback-receiver.ts';
import {
  type Answer,
  type Application,
  createApplication,
  type Json,
  type SandboxClient,
  sandboxClient,
} from './sandbox-client.ts';

export interface ArchiveBody extends Json {
  readonly id: string;
  readonly sessionId: string;
  readonly status: string;
  readonly reason: string;
  readonly createdAt: number;
  readonly duration: number;
  readonly size: number;
  readonly url: string | null;
}

/** The sandbox's Video server with a client that holds the application's key, and an address for its callbacks. Paths of calls that begin with `/archive` are the application's. */
export interface SandboxVideo extends SandboxClient, Pick<Application, 'privateKey' | 'token'> {
  readonly video: Video;
  readonly traffic: Traffic;
  readonly receiver: CallbackReceiver;
  readonly applicationId: string;
  /** A valid client token for the session. */
  clientToken(sessionId: string, claims?: Json): Promise<string>;
  /** Returns its id. */
  createSession(form?: Readonly<Record<string, string>>): Promise<string>;
  /** Somebody joins by script; returns how they leave. */
  join(sessionId: string, person?: Json): Promise<() => Promise<Answer>>;
  archives(sessionId: string): Promise<readonly ArchiveBody[]>;
  /** Resolves with the archive callback of this status. */
  waitForArchive(status: string): Promise<ReceivedCallback>;
  close(): Promise<void>;
}

/** Starts both on free ports. No waiting for the outcome of archives unless asked for; sessions end after 60 s of its clock. */
export async function startSandboxVideo(options: Partial<VideoOptions> = {}): Promise<SandboxVideo> {
  const application = await createApplication();
  const { id: applicationId, publicKey, privateKey, token } = application;
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-video-'));
  const traffic = createTraffic();
  const receiver = await startCallbackReceiver();
  receiver.answerWith(200);
  const origin = `http://127.0.0.1:${receiver.port}`;
  const video = await startVideo({
    host: '127.0.0.1',
    port: 0,
    applicationId,
    publicKey,
    traffic,
    folder,
    pageFolder: null,
    callbackUrls: { archiveStatus: `${origin}/archives`, sessionMonitoring: `${origin}/sessions` },
    uploadDelayMs: 0,
    ...options,
  });

  const client = sandboxClient(application, {
    url: video.url,
    apiUrl: (path) => video.url + (path.startsWith('/archive') ? `/v2/project/${applicationId}` : ''),
  });
  const { call, script } = client;
  return {
    ...{ video, traffic, receiver, applicationId, privateKey, token },
    ...client,
    clientToken: (sessionId, claims) => token({ ...clientClaims(sessionId), ...claims }),
    async createSession(form = { archiveMode: 'always' }) {
      const response = await fetch(`${video.url}/session/create`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token()}` },
        body: new URLSearchParams(form),
      });
      const [session] = (await response.json()) as [{ session_id: string }];
      return session.session_id;
    },
    async join(sessionId, person = { name: 'Ada', host: true }) {
      const { body } = await script('POST', `/sessions/${sessionId}/join`, person);
      return () => script('POST', `/sessions/${sessionId}/leave`, { connection_id: body['connection_id'] });
    },
    async archives(sessionId) {
      const query = `?sessionId=${encodeURIComponent(sessionId)}`;
      return (await call<{ items: ArchiveBody[] }>('GET', `/archive${query}`)).body.items;
    },
    async waitForArchive(status) {
      for (let count = 1; ; count++) {
        const callback = await receiver.waitFor('archive', count);
        if (callback.body['status'] === status) return callback;
      }
    },
    async close() {
      await video.close();
      await receiver.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As in the contract's list of a client token's claims. */
const clientClaims = (sessionId: string): Json => ({
  scope: 'session.connect',
  session_id: sessionId,
  role: 'publisher',
  initial_layout_class_list: '',
  connection_data: JSON.stringify({ name: 'Ada', isHost: false, participantId: 'p1' }),
  sub: 'video',
  acl: { paths: { '/session/**': {} } },
});
