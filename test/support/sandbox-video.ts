import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { createTraffic, type Traffic } from '../../src/sandbox/traffic.ts';
import { startVideo, type Video, type VideoOptions } from '../../src/sandbox/video/server.ts';
import { type CallbackReceiver, type ReceivedCallback, startCallbackReceiver } from './callback-receiver.ts';
import { type Answer, type Json, request } from './sandbox-meetings.ts';

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

/** The sandbox's Video server with a client that holds the application's key, and an address for its callbacks. */
export interface SandboxVideo {
  readonly video: Video;
  readonly traffic: Traffic;
  readonly receiver: CallbackReceiver;
  readonly applicationId: string;
  /** PEM (PKCS #8). */
  readonly privateKey: string;
  /** A valid application token; given claims replace the ordinary ones, `undefined` removes one. */
  token(claims?: Json): Promise<string>;
  /** A valid client token for the session. */
  clientToken(sessionId: string, claims?: Json): Promise<string>;
  /** A REST call with a valid token. Paths that begin with `/archive` are the application's. */
  call<Body = Json>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
  /** A call to `/_sandbox`. */
  script<Body = Json>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
  /** Returns its id. */
  createSession(form?: Readonly<Record<string, string>>): Promise<string>;
  /** Somebody joins by script; returns how they leave. */
  join(sessionId: string, person?: Json): Promise<() => Promise<Answer>>;
  archives(sessionId: string): Promise<readonly ArchiveBody[]>;
  advance(seconds: number): Promise<Answer>;
  /** Resolves with the archive callback of this status. */
  waitForArchive(status: string): Promise<ReceivedCallback>;
  close(): Promise<void>;
}

const APPLICATION_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab';

/** Starts both on free ports. No waiting for the outcome of archives unless asked for; sessions end after 60 s of its clock. */
export async function startSandboxVideo(options: Partial<VideoOptions> = {}): Promise<SandboxVideo> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-video-'));
  const traffic = createTraffic();
  const receiver = await startCallbackReceiver();
  receiver.answerWith(200);
  const origin = `http://127.0.0.1:${receiver.port}`;
  const video = await startVideo({
    host: '127.0.0.1',
    port: 0,
    applicationId: APPLICATION_ID,
    publicKey: await exportSPKI(publicKey),
    traffic,
    folder,
    pageFolder: null,
    callbackUrls: { archiveStatus: `${origin}/archives`, sessionMonitoring: `${origin}/sessions` },
    uploadDelayMs: 0,
    ...options,
  });

  const sign = (claims: Json): Promise<string> =>
    new SignJWT({
      application_id: APPLICATION_ID,
      jti: randomUUID(),
      iat: now(),
      exp: now() + 900,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .sign(privateKey);

  const call: SandboxVideo['call'] = async (method, path, body) => {
    const project = path.startsWith('/archive') ? `/v2/project/${APPLICATION_ID}` : '';
    return request(method, video.url + project + path, { body, authorization: `Bearer ${await sign({})}` });
  };

  const script: SandboxVideo['script'] = (method, path, body) =>
    request(method, `${video.url}/_sandbox${path}`, { body });

  return {
    video,
    traffic,
    receiver,
    applicationId: APPLICATION_ID,
    privateKey: await exportPKCS8(privateKey),
    token: (claims = {}) => sign(claims),
    clientToken: (sessionId, claims) => sign({ ...clientClaims(sessionId), ...claims }),
    call,
    script,
    async createSession(form = { archiveMode: 'always' }) {
      const response = await fetch(`${video.url}/session/create`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await sign({})}` },
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
    advance: (seconds) => script('POST', '/clock', { advance_seconds: seconds }),
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

const now = (): number => Math.floor(Date.now() / 1000);
