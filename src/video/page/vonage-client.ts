import type { VideoClient } from './video-client.ts';
import { checkDevices } from './vonage/check-devices.ts';
import { connect } from './vonage/connect.ts';

/** Vonage's own client for browsers behind the page's interface. */
export const videoClient: VideoClient = { checkDevices, connect };
