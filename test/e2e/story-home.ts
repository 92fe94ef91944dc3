import { expect, vi } from 'vitest';
import { message } from './gallery-stage.ts';
import type { StoryStage } from './story-stage.ts';

/** Ben has never used the app; his Home leads him, and goes along with what happens. Ada finds more on hers. */
export async function homeGoesAlong({ open, meetings }: StoryStage): Promise<void> {
  const slack = await open('ben', 'app');
  const home = slack.getByRole('tabpanel', { name: 'Home' });
  const firstStep = home.getByText(/^1\. Type \/meet Design review in a channel/);
  await firstStep.waitFor();

  await home.getByRole('button', { name: 'New meeting room' }).click();
  const dialog = slack.getByRole('dialog', { name: 'New meeting room' });
  await dialog.getByLabel('Title').fill('Interview');
  await dialog.getByLabel('Channel for its card and recordings').selectOption('#general');
  await dialog.getByRole('button', { name: 'Make room' }).click();
  await vi.waitFor(() => meetings.newest('Interview'), { timeout: 30_000 });
  await meetings.record('Interview', 5);

  const admins = (await open('ada', 'app')).getByRole('tabpanel', { name: 'Home' });
  await admins
    .getByText(/of 100 rooms (is|are) being made or open\. No job waits for an operator\.$/)
    .waitFor();
  await home.getByText(/^Interview, .*, 30 minutes\. Kept until .*; 25 days left\.$/).waitFor();
  await home.getByText(/^Interview in #general\. .*Closes /).waitFor();
  expect(await firstStep.count()).toBe(0);
  expect(await home.getByText('Workspace').count()).toBe(0);

  await home.getByRole('button', { name: /^Get link: Interview/ }).click();
  await slack.getByRole('tab', { name: 'Messages' }).click();
  await message(slack, 'Here is the recording of Interview').getByRole('button').first().waitFor();
}
