import { describe, expect, test } from 'vitest';
import { buttonsOf, cardOf, clickOn, slackFaults, toldTo } from '../support/in-slack.ts';
import { roomtone } from '../support/roomtone.ts';

// Carla's Slack is German, everybody else's English.

test('a German person: answered in German, and acknowledged in German once that is known', async () => {
  const app = await roomtone();

  await app.meet('Planung', { user: 'carla' });
  await app.meet('Rückblick', { user: 'carla' });

  expect(toldTo(app, 'carla')).toEqual([
    'Making the room *Planung*; it appears here in a moment.',
    expect.stringContaining('*Planung* ist bereit, und du bist Host.'),
    'Der Raum *Rückblick* wird angelegt und erscheint gleich hier.',
    expect.stringContaining('*Rückblick* ist bereit, und du bist Host.'),
  ]);
  expect(buttonsOf(app.slack.workspace.ephemerals('carla').at(-1))).toEqual(['Als Host starten']);
});

test('the card: in the language of the host, whoever reads it', async () => {
  const app = await roomtone();

  await app.meet('Planung', { user: 'carla' });
  await app.meet('Planning', { user: 'ada', channel: 'design' });

  const [german] = app.slack.workspace.messages('general');
  expect(german?.['text']).toContain('*Planung*: ein Videoraum von <@U0CARLA>.');
  expect(buttonsOf(german)).toEqual(['Beitreten', 'Host-Link', 'Aufzeichnungen']);
  expect(cardOf(app, 'design')['text']).toContain('*Planning*: a video room by <@U0ADA>.');
});

test('a private answer: in the language of whoever clicked, not of the host', async () => {
  const app = await roomtone();
  await app.meet('Planning');

  await clickOn(app, { user: 'carla', channel: 'general', button: 'Host link' });
  await clickOn(app, { user: 'ben', channel: 'general', button: 'Host link' });

  expect(toldTo(app, 'carla').at(-1)).toContain('Nur <@U0ADA>');
  expect(toldTo(app, 'ben').at(-1)).toContain('Only <@U0ADA>');
});

describe('bad input of a German person', () => {
  test.each([
    ['Planung --untill Freitag', '`--untill` kenne ich nicht; meinst du `--until`?'],
    ['Planung --for 5m', 'das ist zu früh; ein Raum bleibt länger als 10 Minuten offen.'],
    ['Planung --until irgendwann', '`irgendwann` kann ich nicht als Datum lesen'],
  ])('%s: named in German', async (typed, problem) => {
    const app = await roomtone();
    await app.meet('Vorher', { user: 'carla' });

    await app.meet(typed, { user: 'carla' });

    expect(toldTo(app, 'carla').at(-1)).toContain(problem);
    expect(toldTo(app, 'carla').at(-1)).toContain('Es wurde kein Raum angelegt.');
  });
});

test('a failure: told in German, with a German button that works', async () => {
  const app = await roomtone();
  app.meetings.control.setFaults({ status: 500 });
  await app.meet('Planung', { user: 'carla' });
  expect(toldTo(app, 'carla').at(-1)).toContain('*Planung* konnte nicht angelegt werden');
  app.meetings.control.setFaults({});

  await clickOn(app, { user: 'carla', channel: 'general', button: 'Erneut versuchen' });

  expect(toldTo(app, 'carla').at(-1)).toContain('*Planung* ist bereit');
});

test("Slack can't tell a person's language: English, rather than no answer", async () => {
  const app = await roomtone();
  await app.meet('Planning');
  await slackFaults(app, { status: 500, methods: ['users.info'] });

  await clickOn(app, { user: 'carla', channel: 'general', button: 'Host link' });

  expect(toldTo(app, 'carla')).toEqual([expect.stringContaining('Only <@U0ADA>, who made *Planning*')]);
});
