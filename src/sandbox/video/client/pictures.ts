import type { PictureView } from '../call-protocol.ts';

const LOOK_EVERY_MS = 1_000;

/** The other people's pictures, each drawn anew once a second. */
export interface Pictures {
  elementOf(picture: PictureView): HTMLElement;
  /** Forgets those that are not shown any more. */
  keepOnly(pictures: readonly PictureView[]): void;
  close(): void;
}

export function createPictures(urlOf: (pictureId: string) => string): Pictures {
  const canvases = new Map<string, HTMLCanvasElement>();

  const timer = setInterval(() => {
    for (const [id, canvas] of canvases) void draw(urlOf(id), canvas);
  }, LOOK_EVERY_MS);

  return {
    elementOf({ id }) {
      const canvas = canvases.get(id) ?? document.createElement('canvas');
      if (!canvases.has(id)) void draw(urlOf(id), canvas);
      canvases.set(id, canvas);
      return canvas;
    },
    keepOnly(pictures) {
      for (const id of canvases.keys())
        if (!pictures.some((picture) => picture.id === id)) canvases.delete(id);
    },
    close() {
      clearInterval(timer);
    },
  };
}

/** Leaves what was there when there is nothing new, or the server can't be reached. */
async function draw(url: string, canvas: HTMLCanvasElement): Promise<void> {
  const response = await fetch(url).catch(() => undefined);
  if (response?.status !== 200) return;
  const image = await createImageBitmap(await response.blob());
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  image.close();
}
