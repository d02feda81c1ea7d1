import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Service, startService } from '../support/service.js';

let service: Service;
beforeAll(async () => {
  service = await startService();
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
