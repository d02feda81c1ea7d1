import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { permissions } from '#access';
import { type Route, routesOf } from '../support/routes.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let routes: readonly Route[];

beforeAll(async () => {
  service = await startService();
  routes = routesOf(service);
}, 60_000);
afterAll(() => service.close());

it('every route names a permission that some role has, or is public', () => {
  const known: readonly string[] = [...permissions, 'public'];
  expect(routes.filter(({ needs }) => needs === null || !known.includes(needs)).map(words)).toEqual([]);
});

it('every route stands in routes.txt with what it needs, and nothing else does', () => {
  const written = readFileSync(path.join(import.meta.dirname, 'routes.txt'), 'utf8');
  const listed = written.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  // To bring the list up to date, copy the lines this prints and read each of them.
  expect(listed.map(oneSpaced).sort()).toEqual(routes.map(words).sort());
});

it('public routes are only those that must be', () => {
  const open = routes.filter(({ needs }) => needs === 'public').map(({ path: at }) => at);
  expect(
    open.filter((at) => !/^\/(sign-in|health|metrics|accessibility|privacy|api\/v1\/tokens|api\/v1\/calendars)(\/|$)/.test(at)),
  ).toEqual([]);
});

function words({ method, path: at, needs, watched }: Route): string {
  return oneSpaced(`${at} ${method} ${needs ?? 'NOTHING'} ${watched ? `watched:${watched}` : ''}`);
}

function oneSpaced(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
