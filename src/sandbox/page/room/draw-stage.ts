import { type DrawnPerson, drawPerson } from './draw-person.ts';

/** Draws what the recording shows: everybody's picture side by side, with names. */
export function drawStage(
  context: CanvasRenderingContext2D,
  people: readonly DrawnPerson[],
  timeMs: number,
): void {
  const { width, height } = context.canvas;
  context.fillStyle = '#14181c';
  context.fillRect(0, 0, width, height);
  const gap = people.length > 1 ? 6 : 0;
  const columns = Math.ceil(Math.sqrt(people.length));
  const rows = Math.ceil(people.length / columns);
  const cell = { width: (width - gap) / columns - gap, height: (height - gap) / rows - gap };
  people.forEach((person, index) => {
    const x = gap + (index % columns) * (cell.width + gap);
    const y = gap + Math.floor(index / columns) * (cell.height + gap);
    drawPerson(context, person, { box: { x, y, ...cell }, timeMs });
    drawName(context, person.name, { x: x + 10, y: y + cell.height - 12 });
  });
}

function drawName(
  context: CanvasRenderingContext2D,
  name: string,
  at: { readonly x: number; readonly y: number },
): void {
  context.font = '600 15px Lato, "Segoe UI", system-ui, sans-serif';
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = 'rgb(0 0 0 / 55%)';
  const { width } = context.measureText(name);
  context.beginPath();
  context.roundRect(at.x - 6, at.y - 16, width + 12, 23, 6);
  context.fill();
  context.fillStyle = '#fff';
  context.fillText(name, at.x, at.y);
}
