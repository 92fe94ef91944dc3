import { afterAll, afterEach, beforeAll, beforeEach, test } from 'vitest';
import { hasChromium } from './chromium.ts';
import { homeGoesAlong } from './story-home.ts';
import { hostIsReminded } from './story-reminder.ts';
import { roomChangesHands } from './story-rooms.ts';
import { adminsDecide, membersChoose } from './story-settings.ts';
import { openStoryStage, type StoryStage } from './story-stage.ts';

let stage: StoryStage;
beforeAll(async () => {
  if (hasChromium) stage = await openStoryStage();
});
beforeEach(({ skip }) => skip(!hasChromium, 'Chromium is not installed'));
afterEach(() => stage?.clear());
afterAll(() => stage?.close());

test('members choose: messages in a thread and in German, then only of what is ready', () =>
  membersChoose(stage));

test('admins decide who may delete: told in the channel, and held to at the click', () =>
  adminsDecide(stage));

test('App Home: first steps for a newcomer, then what is theirs, by itself; more for an admin', () =>
  homeGoesAlong(stage));

test('a room is handed over, leads others to it, is closed, and opened again from the list', () =>
  roomChangesHands(stage));

test('a reminder, in German and by accessible names: link, Delete now, no more; and what is gone says so', () =>
  hostIsReminded(stage));
