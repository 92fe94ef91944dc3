import { useEffect, useRef } from 'react';
import { type CameraImage, drawPerson } from './draw-person.ts';
import type { Ticker } from './ticker.ts';

const SIZE = { width: 640, height: 360 };

/** Somebody's picture, moving. Still for those who prefer less motion, unless it is a camera's. */
export function Picture({
  name,
  label,
  ticker,
  imageOf,
}: {
  readonly name: string;
  readonly label: string;
  readonly ticker: Ticker;
  imageOf(): CameraImage | undefined;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const draw = (): void => {
      const timeMs = isStill ? 0 : performance.now();
      drawPerson(context, { name, image: imageOf() }, { box: { x: 0, y: 0, ...SIZE }, timeMs });
    };
    draw();
    return ticker.subscribe(draw);
  }, [name, ticker, imageOf]);
  return <canvas ref={canvas} className="picture" role="img" aria-label={label} {...SIZE} />;
}
