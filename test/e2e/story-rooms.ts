import { expect } from 'vitest';
import { message, type } from './gallery-stage.ts';
import type { StoryStage } from './story-stage.ts';

const TITLE = 'Weekly sync';
const ENDED_MINUTES = 11;

/** Ben's room is handed to Carla, who reads German; others are led into it; she closes it, and opens it again. */
export async function roomChangesHands({ open, people, meetings, world }: StoryStage): Promise<void> {
  const ben = await open('ben', 'C0GENERAL');
  await type(ben, `/meet ${TITLE} --for 30d --no-recording`);
  const card = message(ben, `${TITLE}: a video room by @Ben`);
  await card.getByRole('button', { name: `Hand over: ${TITLE}` }).click();
  await ben.getByLabel('Choose a person').selectOption('Carla');
  await message(ben, `@Carla is now the host of ${TITLE}`).waitFor();

  const carla = await open('carla', 'app');
  await carla.getByRole('tab', { name: 'Messages' }).click();
  const told = message(carla, `@Ben hat dich zum Host von ${TITLE} gemacht.`);
  await told.getByRole('button', { name: `Host-Link: ${TITLE}` }).click();
  await carla.getByRole('button', { name: `Als Host starten: ${TITLE}` }).waitFor();

  await meetings.start(TITLE, ['Carla']);
  await type(ben, '/meet Sprint review');
  const joinThat = ben.getByRole('button', { name: `Join that one: ${TITLE}` });
  const [room] = await Promise.all([people.ben.waitForEvent('page'), joinThat.click()]);
  await room.getByText('You join as a guest.').waitFor();
  expect(await room.title()).toContain(TITLE);
  meetings.end(0, 'general');

  const slack = await open('carla', 'C0GENERAL');
  // The card speaks the new host's language.
  await slack.getByRole('button', { name: `Raum schließen: ${TITLE}` }).click();
  const question = slack.getByRole('dialog', { name: 'Raum schließen?' });
  await question.getByRole('button', { name: 'Raum schließen' }).click();
  await message(slack, 'Wer den Link hat, kann bis dahin beitreten.').waitFor();
  world.sandbox.rooms.control.advance(ENDED_MINUTES * 60);
  await message(slack, 'Dieser Raum ist geschlossen; niemand kann mehr beitreten.').waitFor();

  await type(slack, '/meet rooms');
  const rooms = message(slack, 'Hier sind die Räume dieses Channels');
  await rooms.getByRole('button', { name: `Erneut öffnen: ${TITLE}` }).click();
  await message(slack, `${TITLE} ist bereit, und du bist Host.`).waitFor();
  const again = message(slack, `${TITLE}: ein Videoraum von @Carla`);
  await again.getByText(/^Aufzeichnen ist abgeschaltet\. Offen bis/).waitFor();
}
