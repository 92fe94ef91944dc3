import { LATER_VIEWS } from './gallery-later-views.ts';
import { message, type Show, type } from './gallery-stage.ts';

const MEETING_MINUTES = 32;

/** The pictures of `docs/gallery.md`, by their names: one story, in this order. */
export const VIEWS: Readonly<Record<string, Show>> = {
  async 'room-made'({ ada }) {
    await type(ada, '/meet Design review');
    const ready = message(ada, 'Design review is ready');
    await ready.waitFor();
    return { page: ada, parts: [message(ada, 'Design review: a video room'), ready] };
  },

  async 'in-session'({ ada, meetings }) {
    await meetings.start('Design review', ['Ada', 'Ben', 'Carla']);
    const card = message(ada, /In session.*Ada, Ben,? and Carla\. Recording is on/);
    await card.waitFor();
    return { page: ada, parts: [card] };
  },

  async 'recording-ready'({ ada, meetings }) {
    meetings.end(MEETING_MINUTES, 'general');
    const ready = message(ada, 'Recording ready: Design review');
    await ready.waitFor();
    return { page: ada, parts: [message(ada, 'Recording started in Design review'), ready] };
  },

  async workspace({ desktop }) {
    await message(desktop, 'Design review is ready').getByRole('button', { name: 'Dismiss' }).click();
    const toEnd = desktop.getByRole('button', { name: 'New messages' });
    await toEnd.click();
    await toEnd.waitFor({ state: 'detached' });
    await message(desktop, 'Design review: a video room').filter({ hasText: 'Nobody is in it' }).waitFor();
    return { page: desktop, parts: [desktop.locator('body')] };
  },

  async 'recording-link'({ ada }) {
    await message(ada, 'Recording ready: Design review')
      .getByRole('button', { name: /^Get link/ })
      .click();
    const answer = message(ada, 'Here is the recording of Design review');
    await answer.waitFor();
    return { page: ada, parts: [answer] };
  },

  async 'delete-dialog'({ ada }) {
    await message(ada, 'Recording ready: Design review')
      .getByRole('button', { name: /^Delete/ })
      .click();
    return { page: ada, parts: [ada.getByRole('dialog', { name: 'Delete this recording?' })] };
  },

  async mistyped({ ada }) {
    await ada.keyboard.press('Escape');
    await type(ada, '/meet Weekly sync --untill Friday 18:00');
    const answer = message(ada, 'did you mean');
    await answer.waitFor();
    return { page: ada, parts: [answer] };
  },

  async 'recordings-german'({ carla }) {
    await type(carla, '/recordings letzte 30 Tage');
    const list = message(carla, 'Aufzeichnungen');
    await list.waitFor();
    return { page: carla, parts: [list] };
  },

  async 'new-room'({ ada }) {
    await type(ada, '/meet');
    const dialog = ada.getByRole('dialog', { name: 'New meeting room' });
    await dialog.getByRole('button', { name: 'Make room' }).click();
    await dialog.getByText('Please complete this required field.').waitFor();
    return { page: ada, parts: [dialog] };
  },

  async 'in-thread'({ ada, sandbox }) {
    await ada.keyboard.press('Escape');
    const words = 'Shall we look at the new logo together?';
    await sandbox.slack.workspace.message({ user: 'ben', channel: 'general', text: words });
    const question = message(ada, words);
    await question.hover();
    await question.getByRole('button', { name: 'More message actions' }).click();
    await ada.getByRole('button', { name: 'Start a room here' }).click();
    const dialog = ada.getByRole('dialog', { name: 'New meeting room' });
    await dialog.getByLabel('Title').fill('New logo');
    await dialog.getByRole('button', { name: 'Make room' }).click();
    const thread = ada.getByRole('region', { name: /^Thread from/ }).filter({ hasText: 'New logo' });
    await thread.waitFor();
    return { page: ada, parts: [question, thread] };
  },

  ...LATER_VIEWS,
};
