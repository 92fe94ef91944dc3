import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { load, pacedLoad } from '../../bench/support/load.ts';

/** A server that keeps what it was sent, and answers in one piece, in chunks, or with nothing. */
async function server(answer: 'text' | 'chunks' | 'nothing', status = 200) {
  const bodies: string[] = [];
  const listening = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    bodies.push(body);
    response.statusCode = answer === 'nothing' ? 204 : status;
    if (answer === 'chunks') response.write('{"a"');
    response.end(answer === 'nothing' ? undefined : ':1}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  onTestFinished(() => void listening.close());
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/here`, bodies };
}

const made: string[] = [];
const make = (n: number) => {
  made.push(`body ${n}`);
  return { headers: { 'content-type': 'text/plain' }, body: `body ${n}` };
};

test.each(['text', 'chunks', 'nothing'] as const)(
  'a load answered with %s: sends each request once',
  async (answer) => {
    made.length = 0;
    const { url, bodies } = await server(answer);

    const result = await load({
      url,
      requests: 50,
      connections: 4,
      make,
      expectStatus: answer === 'nothing' ? 204 : 200,
    });

    expect(bodies.toSorted()).toEqual(made.toSorted());
    expect(new Set(bodies).size).toBe(50);
    expect(result.p99Ms).toBeGreaterThanOrEqual(result.p50Ms);
  },
);

test('a paced load: sends each request once, no earlier than it is due', async () => {
  made.length = 0;
  const { url, bodies } = await server('nothing');

  const result = await pacedLoad({
    url,
    requests: 50,
    connections: 4,
    make,
    expectStatus: 204,
    perSecond: 500,
  });

  expect(bodies.toSorted()).toEqual(made.toSorted());
  expect(result.perSecond).toBeLessThanOrEqual(510.3);
});

test('a load that is refused: fails', async () => {
  const { url } = await server('text', 500);

  await expect(load({ url, requests: 5, connections: 1, make, expectStatus: 200 })).rejects.toThrow(
    'answered 500',
  );
});
