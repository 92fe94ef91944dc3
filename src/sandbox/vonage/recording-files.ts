import { appendFileSync, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLIP_PATH = fileURLToPath(new URL('clip.mp4', import.meta.url));

export interface RecordingFile {
  readonly path: string;
  readonly contentType: 'video/mp4' | 'video/webm';
}

/**
 * The videos on disk. Every page in a room records for itself and its chunks are appended as they are made, so that a
 * closed tab loses nothing; the longest part becomes the recording. Synchronous on purpose: a chunk is either in the file
 * or too late when the recording is finished.
 */
export interface RecordingFiles {
  append(recordingId: string, part: { readonly id: string; readonly isWebm: boolean }, chunk: Buffer): void;
  /** Keeps the part that covers the longest stretch; without any part, a short generated clip. */
  finish(recordingId: string): RecordingFile;
  remove(file: RecordingFile): void;
}

interface Part {
  readonly path: string;
  readonly contentType: RecordingFile['contentType'];
  readonly firstAt: number;
  lastAt: number;
}

/** Empties `<folder>/recordings`: what an earlier process left there belongs to no room any more. */
export function openRecordingFiles(folder: string): RecordingFiles {
  const root = join(folder, 'recordings');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const partsOf = new Map<string, Map<string, Part>>();

  return {
    append(recordingId, { id, isWebm }, chunk) {
      const parts = partsOf.get(recordingId) ?? new Map<string, Part>();
      partsOf.set(recordingId, parts);
      const part = parts.get(id) ?? {
        path: join(root, `${recordingId}.${id}.part`),
        contentType: isWebm ? 'video/webm' : 'video/mp4',
        firstAt: Date.now(),
        lastAt: Date.now(),
      };
      parts.set(id, part);
      appendFileSync(part.path, chunk);
      part.lastAt = Date.now();
    },
    finish(recordingId) {
      const parts = [...(partsOf.get(recordingId)?.values() ?? [])];
      partsOf.delete(recordingId);
      const [longest, ...others] = parts.sort((a, b) => b.lastAt - b.firstAt - (a.lastAt - a.firstAt));
      const path = join(root, `${recordingId}.video`);
      if (longest) renameSync(longest.path, path);
      else copyFileSync(CLIP_PATH, path);
      for (const part of others) rmSync(part.path);
      return { path, contentType: longest?.contentType ?? 'video/mp4' };
    },
    remove(file) {
      rmSync(file.path, { force: true });
    },
  };
}
