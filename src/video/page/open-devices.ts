import type { DeviceState, Devices } from './video-client.ts';

/** See {@link VideoClient.checkDevices}. `isSupported`: whether the client can work in this browser at all. */
export async function openDevices(isSupported: boolean): Promise<Devices> {
  if (!isSupported) return devices('missing', 'missing');
  const both = await open({ video: true, audio: true });
  if (typeof both !== 'string') return devices('ready', 'ready', both);
  // Either may be what is missing or not permitted.
  const [camera, microphone] = [await open({ video: true }), await open({ audio: true })];
  const tracks = [camera, microphone].flatMap((one) => (typeof one === 'string' ? [] : one.getTracks()));
  return devices(
    typeof camera === 'string' ? camera : 'ready',
    typeof microphone === 'string' ? microphone : 'ready',
    tracks.length > 0 ? new MediaStream(tracks) : undefined,
  );

  function devices(camera: DeviceState, microphone: DeviceState, preview?: MediaStream): Devices {
    const stop = (): void => {
      for (const track of preview?.getTracks() ?? []) track.stop();
    };
    return { isSupported, camera, microphone, preview: preview ?? null, stop };
  }
}

async function open(wanted: MediaStreamConstraints): Promise<MediaStream | 'blocked' | 'missing'> {
  try {
    return await navigator.mediaDevices.getUserMedia(wanted);
  } catch (error) {
    const isBlocked = error instanceof DOMException && error.name === 'NotAllowedError';
    return isBlocked ? 'blocked' : 'missing';
  }
}
