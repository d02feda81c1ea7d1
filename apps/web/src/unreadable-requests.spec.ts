import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { adapter } from './configure.js';

const { listen, close } = server();
let port: number;

beforeAll(async () => {
  port = await listen();
});
afterAll(() => close());

function server() {
  const fastify = adapter({ trustProxy: false }).getInstance();
  return {
    listen: async () => Number(new URL(await fastify.listen({ port: 0, host: '127.0.0.1' })).port),
    close: () => fastify.close(),
  };
}

async function answerTo(request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(request);
  return text(socket);
}

it.each([
  ['a method that nobody knows', 'FOO / HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['headers that are too large', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['what is no request', 'Good morning\r\n\r\n', 400],
])('is answered in problem details: %s', async (_, request, status) => {
  const [head = '', body = ''] = (await answerTo(request)).split('\r\n\r\n');
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(head).toContain('content-type: application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status, detail: expect.stringMatching(/\.$/) });
});
