import { afterEach, expect, test } from 'vitest';
import { meetingsFixture } from '../support/meetings-fixtures.ts';
import { type RoomBody, type SandboxMeetings, startSandboxMeetings } from '../support/sandbox-meetings.ts';

interface Page {
  readonly page_size: number;
  readonly total_items: number;
  readonly _embedded: readonly RoomBody[];
  readonly _links: Readonly<Record<string, { readonly href: string }>>;
}

let sandbox: SandboxMeetings;
afterEach(() => sandbox.close());

/** The query of a link; live links can't be parsed as URLs. */
const queryOf = (page: Page, link: string): URLSearchParams =>
  new URLSearchParams(page._links[link]?.href.split('?')[1]);

async function createRooms(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push((await sandbox.createRoom()).id);
  return ids;
}

async function list(query: string): Promise<Page> {
  const { status, body } = await sandbox.call<Page>('GET', `/rooms?${query}`);
  expect(status).toBe(200);
  return body;
}

test('following next: each room once, oldest first, then an empty page that still has a next', async () => {
  sandbox = await startSandboxMeetings();
  const ids = await createRooms(5);

  const first = await list('page_size=2');
  const second = await list(String(queryOf(first, 'next')));
  const third = await list(String(queryOf(second, 'next')));
  const beyond = await list(String(queryOf(third, 'next')));

  expect([first, second, third, beyond].map((page) => page._embedded.map(({ id }) => id))).toEqual([
    ids.slice(0, 2),
    ids.slice(2, 4),
    ids.slice(4),
    [],
  ]);
  expect(first).toMatchObject({ page_size: 2, total_items: 5 });
  expect(Object.keys(beyond).sort()).toEqual(Object.keys(meetingsFixture('openapi-0.1.7.rooms_page')).sort());
  expect(Object.keys(beyond._links).sort()).toEqual(['first', 'next', 'prev', 'self']);
});

test('end_id: not part of the page; no query: twenty rooms', async () => {
  sandbox = await startSandboxMeetings();
  const ids = await createRooms(21);
  const all = await list('');
  const start = Number(queryOf(all, 'self').get('start_id'));

  const upToThird = await list(`start_id=${start}&end_id=${start + 2}`);

  expect(all._embedded).toHaveLength(20);
  expect(upToThird._embedded.map(({ id }) => id)).toEqual(ids.slice(0, 2));
});

test('page_size that is no number: 400', async () => {
  sandbox = await startSandboxMeetings();

  const { status, body } = await sandbox.call('GET', '/rooms?page_size=many');

  expect(status).toBe(400);
  expect(body).toMatchObject({ name: 'InputValidationError', message: '"page_size" must be a number' });
});

test('links of the published service are full URLs, those of the live one have no scheme and no version', async () => {
  sandbox = await startSandboxMeetings();
  const spec = await list('');
  await sandbox.close();
  sandbox = await startSandboxMeetings({ profile: 'live-2023' });
  const live = await list('');

  expect(spec._links['next']?.href).toMatch(/^http:\/\/localhost:\d+\/v1\/meetings\/rooms\?/);
  expect(live._links['next']?.href).toMatch(/^localhost:\d+\/meetings\/rooms\?/);
});

test('live profile: a room with the members and defaults recorded in January 2023', async () => {
  sandbox = await startSandboxMeetings({ profile: 'live-2023' });

  const { body } = await sandbox.call('POST', '/rooms', { display_name: 'my_test_room' });

  const { id, created_at, expires_at, meeting_code, _links, ...fixed } =
    meetingsFixture('python-sdk.meeting_room');
  expect(body).toMatchObject(fixed);
  expect(Object.keys(body).sort()).toEqual(
    Object.keys({ id, created_at, expires_at, meeting_code, _links, ...fixed }).sort(),
  );
});

test('expired instant rooms stay listed: unavailable as published, available as the live service had them', async () => {
  const availabilityAfterExpiry = async (): Promise<boolean | undefined> => {
    await createRooms(1);
    await sandbox.script('POST', '/clock', { advance_seconds: 43_200 });
    return (await list(''))._embedded[0]?.is_available;
  };

  sandbox = await startSandboxMeetings();
  const asPublished = await availabilityAfterExpiry();
  await sandbox.close();
  sandbox = await startSandboxMeetings({ profile: 'live-2023' });
  const asLive = await availabilityAfterExpiry();

  expect([asPublished, asLive]).toEqual([false, true]);
});

test('the 1001st open room: 403; after one has expired there is space again', async () => {
  sandbox = await startSandboxMeetings();
  for (let hundred = 0; hundred < 10; hundred++) {
    await Promise.all(Array.from({ length: 100 }, () => sandbox.createRoom()));
  }

  const refused = await sandbox.call('POST', '/rooms', { display_name: 'One too many' });
  await sandbox.script('POST', '/clock', { advance_seconds: 600 });
  const accepted = await sandbox.call('POST', '/rooms', { display_name: 'Space again' });

  expect(refused.status).toBe(403);
  expect(refused.body['message']).toBe('Maximum number of rooms for owner (1000) exceeded');
  expect(accepted.status).toBe(201);
});
