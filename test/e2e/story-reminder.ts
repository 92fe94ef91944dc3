import { expect } from 'vitest';
import { violations } from './axe.ts';
import { message } from './gallery-stage.ts';
import type { StoryStage } from './story-stage.ts';

const DAY_MS = 86_400_000;

/** In German: Carla hears once of two recordings that go; of one she gets the link, one she deletes; then both are gone. */
export async function hostIsReminded({ open, makeRoom, meetings, world }: StoryStage): Promise<void> {
  const general = await open('carla', 'C0GENERAL');
  const design = await open('carla', 'C0DESIGN');
  await Promise.all([makeRoom('carla', 'general', 'Klausur'), makeRoom('carla', 'design', 'Haushalt')]);
  await Promise.all(['Klausur', 'Haushalt'].map((title) => meetings.record(title, 22)));
  await message(general, 'Aufzeichnung bereit: Klausur').waitFor();
  await message(design, 'Aufzeichnung bereit: Haushalt').waitFor();
  const slack = await open('carla', 'app');
  await slack.getByRole('tab', { name: 'Messages' }).click();
  await world.passTime(DAY_MS);

  const reminder = message(slack, '2 deiner Aufzeichnungen');
  await reminder.getByText(/^Haushalt, .*; noch 7 Tage\.$/).waitFor();
  expect(await violations(slack)).toEqual([]);
  await reminder.getByRole('button', { name: /^Link abrufen: Klausur/ }).click();
  await slack.getByRole('button', { name: /^Video herunterladen \(MP4\): Klausur/ }).waitFor();
  await reminder.getByRole('button', { name: /^Jetzt löschen: Haushalt/ }).click();
  await slack.getByRole('dialog').getByRole('button', { name: 'Aufzeichnung löschen' }).click();
  await message(slack, /Die Aufzeichnung von Haushalt, .* ist gelöscht/).waitFor();
  // The reminder is drawn anew once what was deleted has left it: not in the middle of a click.
  await reminder.getByRole('button', { name: /^Jetzt löschen: Haushalt/ }).waitFor({ state: 'detached' });
  await reminder.getByRole('button', { name: /^Nicht mehr erinnern/ }).click();
  await message(slack, 'Du wirst nicht mehr erinnert').waitFor();

  await world.passTime(8 * DAY_MS);
  await reminder.getByText(/^Klausur, .*\. Nicht mehr verfügbar\.$/).waitFor();
  await reminder.getByText(/^Haushalt, .*\. Nicht mehr verfügbar\.$/).waitFor();
  expect(await reminder.getByRole('button', { name: /Klausur|Haushalt/ }).count()).toBe(0);
  await message(general, /Aufzeichnung von Klausur, .*: seit .* nicht mehr verfügbar/).waitFor();
}
