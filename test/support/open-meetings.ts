import type { ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { type MeetingsClient, meetingsClient } from '../../src/meetings/client.ts';
import { vonageMeetings } from '../../src/meetings/vonage-meetings.ts';
import type { Meetings, RoomOrder } from '../../src/usecases/ports/meetings.ts';
import { meetingsOptions, type TracedOptions } from './meetings-options.ts';
import { type SeenRequest, type StubHttpServer, stubHttpServer } from './stub-http-server.ts';

export type Answer = (response: ServerResponse, request: SeenRequest, index: number) => void;

export interface OpenedMeetings extends Pick<TracedOptions, 'reports' | 'waitsMs'> {
  readonly meetings: Meetings;
  readonly client: MeetingsClient;
}

/** The port and the client under it, closed when the test is over. */
export function openMeetings(options: TracedOptions): OpenedMeetings {
  const meetings = vonageMeetings(options);
  const client = meetingsClient(options);
  onTestFinished(async () => {
    await Promise.all([meetings.close(), client.close()]);
  });
  return { meetings, client, reports: options.reports, waitsMs: options.waitsMs };
}

/** The same, in front of a server that answers as it is told. */
export async function openMeetingsAt(
  answer: Answer,
  changes: Partial<TracedOptions> = {},
): Promise<OpenedMeetings & { readonly server: StubHttpServer }> {
  const server = await stubHttpServer(answer);
  onTestFinished(() => server.close());
  return { server, ...openMeetings({ ...meetingsOptions(server.origin), ...changes }) };
}

export const roomOrder: RoomOrder = {
  roomKey: 'rm_7f3a',
  title: 'New Meeting Room',
  recording: 'automatic',
  hostOnly: false,
  joinApproval: 'everyone',
  closesAt: null,
  callbackUrl: 'https://roomtone.test/callbacks/meetings/t0k3n',
};
