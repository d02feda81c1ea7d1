import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Service, startService } from '../support/service.js';

let service: Service;
beforeAll(async () => {
  service = await startService({ config: { trustProxy: true } });
}, 180_000);
afterAll(() => service.close());

it('A whole force signs in from one address, and guesses from there are still stopped', async () => {
  const administrator = await service.signIn('administrator');
  const user = { displayName: 'Nell Nobody', userName: 'nell.nobody', role: 'officer', force: '46', password: 'correct horse battery' };
  await administrator.submit('/users', user);
  const tried = async (userName: string, password: string) => {
    const visitor = service.visitor();
    await visitor.get('/sign-in');
    return (await visitor.post('/sign-in', { userName, password })).status;
  };
  for (let nth = 0; nth < 31; nth += 1) expect([nth, await tried('nell.nobody', user.password)]).toEqual([nth, 303]);
  const guesses: number[] = [];
  for (let nth = 0; nth < 31; nth += 1) guesses.push(await tried(`nobody.${nth}`, 'x'));
  expect([guesses.filter((status) => status === 401).length, guesses.at(-1)]).toEqual([30, 429]);
}, 180_000);

it('Whoever guesses the secret of a machine keeps out nobody but themselves, and every refusal says when to ask again', async () => {
  const administrator = await service.signIn('administrator');
  const feed = { displayName: 'Feed of Nowhere', userName: 'feed.nowhere', role: 'machine', force: '46', password: 'a long client secret' };
  await administrator.submit('/users', feed);
  const asked = (address: string, clientSecret: string) =>
    service.visitor().api.post('/api/v1/tokens', { clientId: feed.userName, clientSecret }, { 'x-forwarded-for': address });
  for (let guess = 0; guess < 5; guess += 1) expect((await asked('192.0.2.66', `guess ${guess}`)).status).toBe(401);
  const stopped = await asked('192.0.2.66', feed.password);
  expect([stopped.status, Number(stopped.header('retry-after'))]).toEqual([429, 900]);
  expect(stopped.header('content-type')).toContain('application/problem+json');
  expect((await asked('192.0.2.10', feed.password)).status).toBe(201);
  // A page says it too.
  const visitor = service.visitor();
  visitor.header('x-forwarded-for', '192.0.2.67');
  for (let guess = 0; guess < 6; guess += 1) await visitor.submit('/sign-in', { userName: 'nobody.else', password: `x${guess}` });
  const page = await visitor.submit('/sign-in', { userName: 'nobody.else', password: 'x' });
  expect([page.status, Number(page.header('retry-after'))]).toEqual([429, 900]);
}, 180_000);
