import OT from '@vonage/client-sdk-video';
import { openDevices } from '../open-devices.ts';
import type { Devices } from '../video-client.ts';

/** What `checkSystemRequirements` says of a browser that can take part. */
const HAS_REQUIREMENTS = 1;

/** See {@link VideoClient.checkDevices}. */
export function checkDevices(): Promise<Devices> {
  // Browsers hide it from pages that came without https.
  return openDevices(OT.checkSystemRequirements() === HAS_REQUIREMENTS && 'mediaDevices' in navigator);
}
