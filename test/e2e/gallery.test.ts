import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { hasChromium } from './chromium.ts';
import { draw, isDrawing } from './draw.ts';
import { openStage, type Stage } from './gallery-stage.ts';
import { VIEWS } from './gallery-views.ts';

let stage: Stage;
beforeAll(async () => {
  if (hasChromium) stage = await openStage();
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterAll(() => stage?.close());

test.each(Object.entries(VIEWS))('%s: can be reached, and everybody can use it', async (name, show) => {
  const shown = await show(stage);

  for (const part of shown.parts) await part.waitFor();
  expect(await violations(shown.page)).toEqual([]);
  if (isDrawing) await draw(shown, `gallery/${name}`);
});
