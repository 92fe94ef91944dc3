import { openDevices } from '../../../video/page/open-devices.ts';
import type { VideoClient } from '../../../video/page/video-client.ts';
import { connect } from './connect.ts';

/** Stands in for Vonage's client in front of the sandbox: the same interface, pictures once a second, no sound. */
export const videoClient: VideoClient = {
  checkDevices: () => openDevices('mediaDevices' in navigator),
  connect,
};
