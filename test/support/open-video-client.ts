import { onTestFinished } from 'vitest';
import { type VideoClient, videoClient } from '../../src/video/client.ts';
import type { TracedOptions } from './meetings-options.ts';
import type { Answer } from './open-meetings.ts';
import { type StubHttpServer, stubHttpServer } from './stub-http-server.ts';
import { videoOptions } from './video-options.ts';

export interface OpenedVideoClient extends Pick<TracedOptions, 'reports'> {
  readonly client: VideoClient;
  readonly server: StubHttpServer;
}

/** A client in front of a server that answers as it is told, both closed when the test is over. */
export async function openVideoClient(answer: Answer): Promise<OpenedVideoClient> {
  const server = await stubHttpServer(answer);
  const options = videoOptions(server.origin);
  const client = videoClient(options);
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  return { client, server, reports: options.reports };
}
