import { z } from 'zod';
import type { ArchiveSettings } from './model.ts';

/** `POST /archive`. Layout, bit rate and transcription are checked for their shape and have no effect. */
export const startSchema = z.object({
  sessionId: z.string().min(1),
  name: z.string().default(''),
  hasAudio: z.boolean().default(true),
  hasVideo: z.boolean().default(true),
  outputMode: z.enum(['composed', 'individual']).default('composed'),
  streamMode: z.enum(['auto', 'manual']).default('auto'),
  resolution: z
    .enum(['640x480', '480x640', '1280x720', '720x1280', '1920x1080', '1080x1920'])
    .default('640x480'),
  multiArchiveTag: z.string().optional(),
  layout: z
    .object({ type: z.enum(['bestFit', 'custom', 'horizontalPresentation', 'pip', 'verticalPresentation']) })
    .optional(),
  maxBitrate: z.int().min(100_000).max(6_000_000).optional(),
  quantizationParameter: z.int().min(15).max(40).optional(),
});

/** Automatic archives: composed, sound and picture of everybody. */
export const AUTOMATIC: ArchiveSettings = {
  name: '',
  hasAudio: true,
  hasVideo: true,
  outputMode: 'composed',
  streamMode: 'auto',
  resolution: '640x480',
};

/** `GET /archive` */
export const listSchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(0).max(1000).default(50),
  sessionId: z.string().optional(),
});
