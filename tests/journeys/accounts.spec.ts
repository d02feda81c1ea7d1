import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessLog, atConsole, Users } from '#access/module';
import type { Client } from '../support/client.js';
import { type Service, startService } from '../support/service.js';

let service: Service;
let administrator: Client;

const first = 'correct horse battery';
const own = 'staple of another stable';

beforeAll(async () => {
  service = await startService();
  administrator = await service.signIn('administrator');
}, 120_000);
afterAll(() => service.close());

const idOf = async (userName: string) => (await service.app.get(Users).byName(userName))?.id ?? '';

async function opened(userName: string, more: object = {}): Promise<string> {
  const account = { displayName: 'Nell Nobody', userName, role: 'officer', password: first, ...more };
  await administrator.submit('/users', account);
  return idOf(userName);
}

async function entered(userName: string, password: string): Promise<Client> {
  const client = service.visitor();
  await client.get('/sign-in');
  const answer = await client.post('/sign-in', { userName, password });
  if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}`);
  return client;
}

/** What happened to an account, as its page tells it, newest first. */
async function told(id: string): Promise<string[]> {
  return (await administrator.get(`/users/${id}`)).all('tbody tr').map((row) => row.replace(/^.*?\d\d:\d\d\s*/, ''));
}

describe('An administrator', () => {
  it('has the accounts of the own force only', async () => {
    const page = await administrator.get('/users');
    expect(page.main).toContain('officer.kent');
    expect(page.main).not.toMatch(/essex|officer\.met/);
    const essex = await idOf('officer.essex');
    expect((await administrator.get(`/users/${essex}`)).status).toBe(404);
    await administrator.get('/users');
    for (const [what, fields] of [
      ['state', { active: 'no' }],
      ['role', { role: 'manager' }],
      ['password', { password: first }],
    ] as const)
      expect([what, (await administrator.post(`/users/${essex}/${what}`, fields)).status]).toEqual([what, 404]);
    expect(await service.app.get(Users).byName('officer.essex')).toMatchObject({ active: true, role: 'officer' });
    // Whatever a page of old or a program sends.
    const id = await opened('nell.elsewhere', { force: '01' });
    expect(await service.app.get(Users).ofForce('46', id)).not.toBeNull();
  });

  it('sees on its page who did what to an account and when, and the log holds it fast', async () => {
    const id = await opened('nell.changed');
    const does = async (what: string, fields: object) => {
      await administrator.get(`/users/${id}`);
      return (await administrator.post(`/users/${id}/${what}`, fields)).status;
    };
    expect(await does('role', { role: 'manager' })).toBe(303);
    expect(await does('role', { role: 'machine' })).toBe(409);
    expect(await does('password', { password: 'short' })).toBe(400);
    expect(await does('password', { password: 'something else entirely' })).toBe(303);
    expect(await does('state', { active: 'no' })).toBe(303);
    expect(await does('state', { active: 'no' })).toBe(303);
    expect(await does('state', { active: 'yes' })).toBe(303);
    await service.app.get(Users).givePassword(id, first, { viewer: atConsole, route: 'console', correlationId: 'c' });
    expect(await told(id)).toEqual([
      'Password given console',
      'Account opened again Ada Unreal',
      'Account closed Ada Unreal',
      'Password given Ada Unreal',
      'Role changed: officer to manager Ada Unreal',
      'Account opened: officer, force 46 Ada Unreal',
    ]);
    const log = service.app.get(AccessLog);
    const entries = await log.list({ subject: id }, 10);
    expect(entries.at(-1)).toMatchObject({ kind: 'account opened', userId: await idOf('administrator'), route: '/users' });
    expect(JSON.stringify(entries)).not.toContain('horse');
    expect(await log.verify()).toMatchObject({ whole: true });
    expect((await administrator.get(`/access-log?subject=${id}`)).main).toContain('Account closed');
  });

  it('does nothing of that to the own account', async () => {
    const id = await idOf('administrator');
    await administrator.get('/users');
    for (const [what, fields] of [
      ['state', { active: 'no' }],
      ['role', { role: 'legal' }],
      ['password', { password: first }],
    ] as const) {
      const answer = await administrator.post(`/users/${id}/${what}`, fields);
      expect([what, answer.status, answer.errors.length]).toEqual([what, 409, 1]);
    }
  });
});

describe('A password that somebody else gave', () => {
  it('opens nothing but the page where it is changed', async () => {
    await opened('nell.first');
    const client = await entered('nell.first', first);
    for (const path of ['/search', '/work']) expect([path, (await client.get(path)).location]).toEqual([path, '/password']);
    expect((await client.get('/password')).main).toContain('Choose one that only you know');
    const api = await client.api.get('/api/v1/work');
    expect([api.status, api.body['detail']]).toEqual([403, expect.stringContaining('Change the password')]);
    await client.get('/password');
    expect((await client.post('/password', { old: 'x', password: own })).errors).toEqual(['That is not your password now']);
    expect((await client.post('/password', { old: first, password: 'short' })).errors).toEqual(['Password must be 12 characters or more']);
    expect((await client.post('/password', { old: first, password: first })).errors[0]).toContain('another than the one you have');
    expect((await client.post('/password', { old: first, password: own })).status).toBe(303);
    expect((await client.get('/work')).status).toBe(200);
  });

  it('does not hold a machine up, and asks nothing in the demonstration', async () => {
    await opened('feed.first', { role: 'machine' });
    const machine = service.visitor();
    const issued = await machine.api.post('/api/v1/tokens', { clientId: 'feed.first', clientSecret: first });
    machine.api.bearer(String(issued.body['token']));
    expect((await machine.api.get('/api/v1/work')).status).toBe(200);
    const officer = await service.signIn('officer.kent');
    expect((await officer.get('/work')).status).toBe(200);
    expect((await officer.get('/password')).main).toContain('it has no password');
  });
});

describe('The own password', () => {
  it('is changed by who knows it, and ends every other session', async () => {
    await opened('nell.own');
    const here = await entered('nell.own', first);
    await here.submit('/password', { old: first, password: own });
    const elsewhere = await entered('nell.own', own);
    expect((await elsewhere.get('/work')).status).toBe(200);
    await here.submit('/password', { old: own, password: `${own} again` });
    expect((await here.get('/work')).status).toBe(200);
    expect((await elsewhere.get('/work')).location).toContain('/sign-in');
    await expect(entered('nell.own', own)).rejects.toThrow('401');
    expect((await told(await idOf('nell.own'))).slice(0, 2)).toEqual(['Password changed Nell Nobody', 'Password changed Nell Nobody']);
  });

  it('is not guessed there, and the page says when to try again', async () => {
    await opened('nell.guessed');
    const thief = await entered('nell.guessed', first);
    await thief.get('/password');
    for (let guess = 0; guess < 5; guess += 1) await thief.post('/password', { old: `x${guess}`, password: own });
    const stopped = await thief.post('/password', { old: first, password: own });
    expect([stopped.status, stopped.header('retry-after')]).toEqual([429, '900']);
  });
});
