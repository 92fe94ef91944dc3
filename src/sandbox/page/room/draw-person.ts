export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A camera's picture and its size in pixels. */
export interface CameraImage {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

export interface DrawnPerson {
  readonly name: string;
  readonly image?: CameraImage | undefined;
}

/** Draws somebody's picture: their camera, or initials on a colour of their own that move a little. */
export function drawPerson(
  context: CanvasRenderingContext2D,
  person: DrawnPerson,
  { box, timeMs }: { readonly box: Box; readonly timeMs: number },
): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  if (person.image) drawCamera(context, person.image, box);
  else drawFigure(context, person.name, { box, timeMs });
  context.restore();
}

function drawCamera(
  context: CanvasRenderingContext2D,
  { source, width, height }: CameraImage,
  box: Box,
): void {
  const scale = Math.max(box.width / width, box.height / height);
  const shown = { width: width * scale, height: height * scale };
  const left = box.x + (box.width - shown.width) / 2;
  const top = box.y + (box.height - shown.height) / 2;
  context.drawImage(source, left, top, shown.width, shown.height);
}

function drawFigure(
  context: CanvasRenderingContext2D,
  name: string,
  { box, timeMs }: { readonly box: Box; readonly timeMs: number },
): void {
  const hue = hueOf(name);
  const unit = Math.min(box.width, box.height) / 100;
  const phase = timeMs / 1000 + hue;
  const centre = {
    x: box.x + box.width / 2 + Math.sin(phase * 0.9) * unit * 1.6,
    y: box.y + box.height / 2 + Math.sin(phase * 1.3) * unit * 1.4,
  };
  const disc = (x: number, y: number, radius: number, color: string): void => {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  };
  context.fillStyle = `hsl(${hue} 55% 46%)`;
  context.fillRect(box.x, box.y, box.width, box.height);
  disc(
    box.x + box.width * 0.2 + Math.cos(phase * 0.4) * unit * 8,
    box.y + unit * 12,
    unit * 55,
    `hsl(${hue} 60% 52% / 55%)`,
  );
  disc(
    box.x + box.width * 0.85,
    box.y + box.height + Math.sin(phase * 0.5) * unit * 8,
    unit * 60,
    `hsl(${hue} 58% 36% / 60%)`,
  );
  disc(centre.x, centre.y, unit * (29 + Math.sin(phase * 2) * 1.2), `hsl(${hue} 45% 94% / 22%)`);
  disc(centre.x, centre.y, unit * 25, `hsl(${hue} 45% 96%)`);
  context.fillStyle = `hsl(${hue} 60% 26%)`;
  context.font = `600 ${unit * 20}px Lato, "Segoe UI", system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(initialsOf(name), centre.x, centre.y + unit);
}

/** The same for the same name on every page, by the FNV-1a hash. */
function hueOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 360;
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
