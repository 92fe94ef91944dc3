import { expect, onTestFinished, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { openMeetingsAt } from '../support/open-meetings.ts';
import { answerJson, stubHttpServer } from '../support/stub-http-server.ts';

const room = meetingsFixture('python-sdk.meeting_room');

function roomsWithKeys(...keys: (string | null)[]) {
  return keys.map((metadata) => ({ ...room, id: `id-of-${metadata}`, metadata }));
}

/** A page whose `next` link, written as the live service writes it, names `next`. */
function page(rooms: unknown, next: number, totalItems = 1000) {
  const href = `api-eu.vonage.com/meetings/rooms?page_size=100&start_id=${next}`;
  return { page_size: 100, total_items: totalItems, _embedded: rooms, _links: { next: { href } } };
}

async function open(...pages: unknown[]) {
  const { meetings, server } = await openMeetingsAt((response, _request, index) =>
    answerJson(response, 200, pages[Math.min(index, pages.length - 1)]),
  );
  return { meetings, urls: () => server.requests.map((request) => request.url) };
}

const path = '/v1/meetings/rooms?page_size=100';

test('key on the second page: found there, and no further page is asked for', async () => {
  const { meetings, urls } = await open(
    page(roomsWithKeys(null, 'a'), 2006650),
    page(roomsWithKeys('b', 'wanted'), 2006655),
  );

  const found = await meetings.findRoom('wanted', null);

  expect(found).toMatchObject({
    room: { providerRoomId: 'id-of-wanted', roomKey: 'wanted' },
    reached: 2006655,
    isComplete: true,
  });
  expect(urls()).toEqual([path, `${path}&start_id=2006650`]);
});

test('from a place in the list on: nothing before it is asked for', async () => {
  const { meetings, urls } = await open(page(roomsWithKeys('wanted'), 2006660));

  const found = await meetings.findRoom('wanted', 2006650);

  expect(found.room?.roomKey).toBe('wanted');
  expect(urls()).toEqual([`${path}&start_id=2006650`]);
});

test.each([
  ['an empty page', [page(roomsWithKeys('a'), 7), page([], 8)], 2, 7],
  ['as many rooms as there are', [page(roomsWithKeys('a', 'b'), 7, 2)], 1, 7],
  ['a next page that does not advance', [page(roomsWithKeys('a'), 7), page(roomsWithKeys('b'), 7)], 2, 7],
  ['no next page', [{ _embedded: roomsWithKeys('a') }], 1, null],
  ['a next page without a number', [page(roomsWithKeys('a'), Number.NaN)], 1, null],
  ['the beta form with one page', [page({ rooms: roomsWithKeys('a') }, 7, 1)], 1, 7],
])('key nowhere, the list ends with %s: not found', async (_how, pages, requests, reached) => {
  const { meetings, urls } = await open(...pages);

  expect(await meetings.findRoom('wanted', null)).toEqual({ room: undefined, reached, isComplete: true });

  expect(urls()).toHaveLength(requests);
});

test('a very long list: after 60 pages it says how far it came, and that there is more', async () => {
  const endless = Array.from({ length: 70 }, (_, index) => page(roomsWithKeys('a'), index + 1, 1_000_000));
  const { meetings, urls } = await open(...endless);

  expect(await meetings.findRoom('wanted', null)).toEqual({
    room: undefined,
    reached: 60,
    isComplete: false,
  });

  expect(urls()).toHaveLength(60);
});

test('next link names another host: that host gets nothing, the page is asked for at our own', async () => {
  const other = await stubHttpServer((response) => answerJson(response, 200, page([], 1)));
  onTestFinished(() => other.close());
  const next = { href: `${other.origin}/v1/meetings/rooms?start_id=12` };
  const { meetings, urls } = await open(
    { _embedded: roomsWithKeys('a'), _links: { next } },
    page(roomsWithKeys('wanted'), 13),
  );

  const found = await meetings.findRoom('wanted', null);

  expect(found.room?.roomKey).toBe('wanted');
  expect(urls()).toEqual([path, `${path}&start_id=12`]);
  expect(other.requests).toEqual([]);
});

test('a page that is not a list: an error rather than "not found"', async () => {
  const { meetings } = await open({ status: 'ok' });

  await expect(meetings.findRoom('wanted', null)).rejects.toMatchObject({ code: 'meetings_bad_answer' });
});
