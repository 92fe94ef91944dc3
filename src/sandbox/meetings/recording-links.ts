import type { SignedUrls } from '../vonage/signed-urls.ts';
import { isoTime } from './callback-bodies.ts';
import type { Recording } from './model.ts';

const PARTNER_ID = '46339892';

/** Where recordings lie in the bucket; `:id` is the recording's. */
export const RECORDING_PATH = '/recordings-bucket/:partner/:id/archive.mp4';

/** A new link each time. */
export type RecordingLink = (recording: Recording) => string;

export const createRecordingLink =
  (links: SignedUrls): RecordingLink =>
  (recording) =>
    links.sign({
      path: `/recordings-bucket/${PARTNER_ID}/${recording.id}/archive.mp4`,
      fileName: fileName(recording),
      contentType: recording.file?.contentType ?? 'video/mp4',
    });

/** `<title>_<started>.mp4`, percent-encoded as in recorded URLs: headers hold ASCII only. */
function fileName(recording: Recording): string {
  const extension = recording.file?.contentType === 'video/webm' ? 'webm' : 'mp4';
  const name = `${recording.session.room.details.display_name}_${isoTime(recording.startedAt)}`;
  return `${encodeURIComponent(name.toWellFormed())}.${extension}`;
}
