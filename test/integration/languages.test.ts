import { expect, test } from 'vitest';
import { chooseLanguage } from '../support/choose-notify.ts';
import { cardOf, clickOn, recordingMessages, recordings, texts, toldTo } from '../support/in-slack.ts';
import { openRoom, recordedMeeting } from '../support/recorded.ts';
import { type Roomtone, roomtone } from '../support/roomtone.ts';

// Carla's Slack is German, everybody else's English.

const DAY_MS = 86_400_000;
const ENGLISH = [/^Recording started in /, /^Recording ended in /, /^Recording ready: /];
const GERMAN = [/^Aufzeichnung in .* gestartet/, /^Aufzeichnung in .* beendet/, /^Aufzeichnung bereit: /];
const inOrder = (shapes: readonly RegExp[]) => shapes.map((shape) => expect.stringMatching(shape));
const told = (app: Roomtone, channel = 'general') => recordingMessages(app, channel).map(({ text }) => text);

test('the channel’s language is German, the host’s English: messages German, answers by who reads them', async () => {
  const app = await roomtone();
  chooseLanguage(app, 'C0GENERAL', 'de-DE');

  await recordedMeeting(app, await openRoom(app));

  const [card] = texts(app.slack.workspace.messages('general'));
  expect(card).toContain('*Design review*: ein Videoraum von <@U0ADA>.');
  expect(told(app)).toEqual(inOrder(GERMAN));
  expect(toldTo(app, 'ada').at(-1)).toContain('*Design review* is ready and you are its host');
  for (const [user, answer] of [
    ['ada', 'Here is the recording of *Design review*'],
    ['carla', 'Hier ist die Aufzeichnung von *Design review*'],
    ['ben', 'Here is the recording of *Design review*'],
  ] as const) {
    await clickOn(app, { user, channel: 'general', button: 'Link abrufen' });
    expect(toldTo(app, user).at(-1)).toContain(answer);
  }
});

test('the channel’s language is English, the host’s German: messages English, her answers German', async () => {
  const app = await roomtone();
  chooseLanguage(app, 'C0GENERAL', 'en-US');

  await recordedMeeting(app, await openRoom(app, 'Planung', { user: 'carla' }));

  expect(cardOf(app, 'general')['text']).toContain('*Planung*: a video room by <@U0CARLA>.');
  expect(told(app)).toEqual(inOrder(ENGLISH));
  expect(toldTo(app, 'carla').at(-1)).toContain('*Planung* ist bereit, und du bist Host.');
});

test('another language is chosen: what is posted, rewritten or shared from then on is in it', async () => {
  const app = await roomtone();
  const room = await openRoom(app);
  await recordedMeeting(app, room);

  chooseLanguage(app, 'C0GENERAL', 'de-DE');
  await recordedMeeting(app, room);
  expect(told(app)).toEqual([...inOrder(ENGLISH), ...inOrder(GERMAN)]);

  await recordings(app);
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Share in channel' });
  expect(texts(app.slack.workspace.messages('general')).at(-1)).toMatch(
    /^<@U0ADA> teilt eine Aufzeichnung: /,
  );
  await recordings(app);
  await clickOn(app, { user: 'ada', channel: 'general', button: 'Delete' });
  expect(texts(app.slack.workspace.messages('general'))).toContainEqual(
    expect.stringMatching(/^Aufzeichnung von \*Design review\*, .* von <@U0ADA> gelöscht\.$/),
  );
  expect(toldTo(app, 'ada').at(-1)).toMatch(/^The recording of \*Design review\*, .* is deleted\.$/);
});

test('messages that only the host gets because the channel is shut: in the host’s language', async () => {
  const app = await roomtone();
  chooseLanguage(app, 'C0GENERAL', 'en-US');
  const room = await openRoom(app, 'Planung', { user: 'carla' });
  await app.slack.workspace.archive('general');

  await recordedMeeting(app, room);

  expect(texts(app.slack.workspace.directMessages('carla')).toSorted()).toEqual([
    expect.stringMatching(/^Aufzeichnung bereit: \*Planung\*/),
    expect.stringMatching(
      /^Ich kann in <#C0GENERAL> nichts mehr zu \*Planung\* posten\. Der Channel ist archiviert\./,
    ),
  ]);
});

test('somebody changes the language of their Slack: within a day their answers follow', async () => {
  const app = await roomtone();
  await recordings(app);
  expect(toldTo(app, 'ada').at(-1)).toContain('This channel has no recordings yet.');
  app.slack.workspace.changePerson('ada', { locale: 'de-DE' });

  await app.pass(DAY_MS);
  await recordings(app);

  expect(toldTo(app, 'ada').at(-1)).toContain('Dieser Channel hat noch keine Aufzeichnungen.');
});
