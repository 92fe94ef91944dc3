import type { Meetings } from '../usecases/ports/meetings.ts';
import type { Storage } from '../usecases/ports/storage.ts';
import type { VonageHttpOptions } from '../vonage/http.ts';
import { archivePort } from './archives.ts';
import { videoClient } from './client.ts';
import { clientToken } from './client-token.ts';
import { hostSecrets } from './host-secrets.ts';
import { videoRecorder } from './recorder.ts';
import type { RoomDoorOptions } from './room-door.ts';
import { EMPTY_MS } from './room-use.ts';
import { ownRooms } from './rooms.ts';
import { type VisitsOptions, visits } from './visits.ts';

export interface VonageVideoOptions extends VonageHttpOptions, Pick<VisitsOptions, 'claim'> {
  readonly storage: Storage;
  /** Origin of the rooms' page. */
  readonly publicUrl: string;
  /** Where browsers find the Video API, when it is not where Vonage has it. */
  readonly browserApiUrl?: string | undefined;
}

export interface VonageVideo extends Meetings {
  /** What the rooms' page asks. */
  readonly door: RoomDoorOptions;
  close(): Promise<void>;
}

/** Vonage's Video API records and carries sessions; their rooms are ours. */
export function vonageVideo(options: VonageVideoOptions): VonageVideo {
  const { clock, privateKey, applicationId } = options;
  const client = videoClient(options);
  const secrets = hostSecrets(privateKey);
  return {
    can: { hostOnly: false, joinApprovals: ['everyone', 'after-host'], endHostLinks: true },
    recorder: videoRecorder(client),
    // Source: Vonage's archiving guide; Amazon, on what it does with whatever is put into S3 since January 2023.
    storage: { place: 'Amazon S3', encryption: 'SSE-S3', according: 'Amazon', keptDays: 3 },
    sessionEndsAfterMs: EMPTY_MS,
    ...ownRooms({ ...options, secrets }),
    ...archivePort(client, clock),
    door: {
      visits: visits({ ...options, client, secrets }),
      sign: clientToken(options),
      applicationId,
      apiUrl: options.browserApiUrl,
    },
    close: () => client.close(),
  };
}
