import type { PersonView } from '../../meetings/room-protocol.ts';
import type { Camera } from './camera.ts';
import type { CameraImage } from './draw-person.ts';
import { readPicture, sendPicture } from './room-api.ts';

/** The latest picture of everybody who uses a camera. */
export interface CameraPictures {
  imageOf(personId: string): CameraImage | undefined;
  /** Sends one's own and fetches the others', unless the last round is still on its way. */
  exchange(people: readonly PersonView[]): void;
}

export function createCameraPictures(own: {
  readonly participantId: string;
  readonly camera: Camera | undefined;
}): CameraPictures {
  const others = new Map<string, ImageBitmap>();
  let isBusy = false;

  const send = async (): Promise<void> => {
    const jpeg = await own.camera?.snapshot();
    if (jpeg) await sendPicture(own.participantId, jpeg);
  };

  const fetchOther = async (personId: string): Promise<void> => {
    const bitmap = await createImageBitmap(await readPicture(personId));
    others.get(personId)?.close();
    others.set(personId, bitmap);
  };

  return {
    imageOf(personId) {
      if (personId === own.participantId) return own.camera?.image;
      const bitmap = others.get(personId);
      return bitmap && { source: bitmap, width: bitmap.width, height: bitmap.height };
    },
    async exchange(people) {
      if (isBusy) return;
      isBusy = true;
      const filmed = people.filter(({ id, hasCamera }) => hasCamera && id !== own.participantId);
      // A picture that fails is replaced by the next one, four times a second.
      await Promise.allSettled([send(), ...filmed.map(({ id }) => fetchOther(id))]);
      isBusy = false;
    },
  };
}
