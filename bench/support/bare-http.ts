import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/** The floor of `ack`: Node's own server that checks Slack's signature and answers. */
const secret = process.env['SLACK_SIGNING_SECRET'] ?? '';

createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => {
    body += text;
  });
  request.on('end', () => {
    response.statusCode = isSigned(request.headers, body) ? 200 : 401;
    response.end('ok');
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');

function isSigned(headers: NodeJS.Dict<string | string[]>, body: string): boolean {
  const hmac = createHmac('sha256', secret).update(`v0:${headers['x-slack-request-timestamp']}:${body}`);
  const expected = Buffer.from(`v0=${hmac.digest('hex')}`);
  const given = Buffer.from(String(headers['x-slack-signature']));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
