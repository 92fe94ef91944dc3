import { expect, test, vi } from 'vitest';
import { buttonsOf, roomsOf, slackFaults } from '../support/in-slack.ts';
import { realProgram } from '../support/real-program.ts';

test('killed between the acknowledgement of a dialog and its job: the room is made, once', async () => {
  const app = await realProgram();
  await app.start();
  await app.slack.workspace.command({ user: 'ada', channel: 'general', text: '', command: '/meet' });
  await slackFaults(app, { delay_ms: 600_000 });

  const result = await app.slack.workspace.submitView('ada', { Title: 'Design review' });
  await app.kill();
  await slackFaults(app, {});
  await app.start();

  expect(result).toMatchObject({ ok: true });
  await vi.waitUntil(
    () => app.slack.workspace.messages('general').some((m) => buttonsOf(m).includes('Recordings')),
    { timeout: 15_000, interval: 25 },
  );
  expect(await roomsOf(app)).toHaveLength(1);
});
