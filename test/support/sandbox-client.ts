import { randomUUID } from 'node:crypto';
import { exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from 'jose';

export type Json = Record<string, unknown>;

export interface Answer<Body = Json> {
  readonly status: number;
  readonly body: Body;
}

/** A Vonage application whose private key is ours. */
export interface Application {
  /** UUID. */
  readonly id: string;
  /** PEM (SPKI). */
  readonly publicKey: string;
  /** PEM (PKCS #8). */
  readonly privateKey: string;
  /** A valid token; given claims replace the ordinary ones, `undefined` removes one. */
  token(claims?: Json): Promise<string>;
}

export async function createApplication(): Promise<Application> {
  const id = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab';
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const now = () => Math.floor(Date.now() / 1000);
  return {
    id,
    publicKey: await exportSPKI(publicKey),
    privateKey: await exportPKCS8(privateKey),
    token: (claims = {}) =>
      new SignJWT({ application_id: id, jti: randomUUID(), iat: now(), exp: now() + 900, ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
        .sign(privateKey),
  };
}

/** What one does with any of the sandbox's servers for rooms. */
export interface SandboxClient {
  /** A REST call with a valid token. */
  call<Body = Json>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
  /** A call to `/_sandbox`. */
  script<Body = Json>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
  /** Moves the server's clock. */
  advance(seconds: number): Promise<Answer>;
}

/** `url`: the server's origin. `apiUrl`: what comes before the path of a REST call. */
export function sandboxClient(
  { token }: Application,
  { url, apiUrl = () => url }: { readonly url: string; readonly apiUrl?: (path: string) => string },
): SandboxClient {
  const script: SandboxClient['script'] = (method, path, body) =>
    request(method, `${url}/_sandbox${path}`, { body });
  return {
    call: async (method, path, body) =>
      request(method, apiUrl(path) + path, { body, authorization: `Bearer ${await token()}` }),
    script,
    advance: (seconds) => script('POST', '/clock', { advance_seconds: seconds }),
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
