import { describe, expect, it } from '@jest/globals';
import { adapter } from './configure.js';

/** Who the caller is said to be, when the last proxy saw `203.0.113.7` and the caller wrote `given` itself. */
async function seen(trustProxy: boolean, given: string): Promise<string> {
  const fastify = adapter({ trustProxy }).getInstance();
  fastify.get('/', (request) => ({ ip: request.ip }));
  const { body } = await fastify.inject({ url: '/', headers: { 'x-forwarded-for': given }, remoteAddress: '10.0.0.1' });
  await fastify.close();
  return (JSON.parse(body) as { ip: string }).ip;
}

describe('The address of a caller', () => {
  it('is what the proxy in front saw, not what the caller says of itself', async () => {
    expect(await seen(true, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(await seen(true, '203.0.113.7')).toBe('203.0.113.7');
  });

  it('is that of the connection when no proxy is trusted', async () => {
    expect(await seen(false, '203.0.113.7')).toBe('10.0.0.1');
  });
});
