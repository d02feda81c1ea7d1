import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '#event-store';
import type { Client } from '../support/client.js';
import { perpetrator } from './support/people.js';
import { Story } from './support/story.js';

let story: Story;
let client: Client;
let person: string;
let aliases: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  const officer = story.desk('officer.kent');
  person = await perpetrator(officer, { given: 'Ivor', family: 'Example', born: '1986-02-03' });
  aliases = `/api/v1/perpetrators/${person}/aliases`;
  client = await officer.client();
}, 60_000);
afterAll(() => story.end());

const recorded = async () => (await story.service.app.get(EventStore).readAll(null, 10_000)).length;
const json = { 'content-type': 'application/json' };
const form = 'application/x-www-form-urlencoded';

describe('A body that the API does not take', () => {
  it.each([
    ['JSON in Latin-1', Buffer.from('{"family":"Caf\xe9"}', 'latin1'), 'application/json', 400],
    ['a form', 'family=x', form, 415],
    ['a form said to be in UTF-8', 'family=x', `${form}; charset=utf-8`, 415],
    ['text', '{"family":"Example"}', 'text/plain', 415],
    ['a file where none is asked for', '--x--', 'multipart/form-data; boundary=x', 415],
    ['XML', '<family>x</family>', 'application/xml', 415],
  ])('is refused and nothing recorded: %s', async (_what, body, type, status) => {
    const before = await recorded();
    const answer = await client.api.post(aliases, body, { 'content-type': type });
    expect([answer.status, answer.header('content-type')]).toEqual([status, expect.stringContaining('problem+json')]);
    expect(await recorded()).toBe(before);
  });

  it('is told by name where it holds signs that nobody sees', async () => {
    for (const [family, told] of [
      ['bed \u202e evil', 'signs that cannot be seen'],
      ['Tab\tbed', 'on one line, without tabs'],
    ] as const) {
      const { status, body } = await client.api.post(aliases, { family });
      expect([status, body['errors']]).toEqual([400, [{ pointer: '/family', detail: expect.stringContaining(told) }]]);
    }
  });

  it('is no list that is null: that is left out', async () => {
    const lists = { aliases: null, addresses: null, identifiers: null };
    expect((await client.api.post('/api/v1/perpetrators', { family: 'Nullson', sex: 'male', ...lists })).status).toBe(201);
  });
});

describe('A form that is not UTF-8', () => {
  it('is refused and nothing recorded', async () => {
    await client.get(`/perpetrators/${person}/aliases/new`);
    const before = await recorded();
    const fastify = story.service.app.getHttpAdapter().getInstance();
    const answer = await fastify.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': form },
      payload: Buffer.from('userName=Caf\xe9', 'latin1'),
    });
    expect([answer.statusCode, await recorded()]).toEqual([400, before]);
  });
});

describe('A method that a path does not take', () => {
  const ask = (method: 'PUT' | 'DELETE' | 'PATCH' | 'GET' | 'POST', url: string) =>
    story.service.app
      .getHttpAdapter()
      .getInstance()
      .inject({ method, url, headers: json, payload: method === 'GET' ? undefined : '{}' });

  it.each([
    ['PUT', 'perpetrators/x/aliases', 'POST'],
    ['GET', 'perpetrators/x/aliases', 'POST'],
    ['DELETE', 'perpetrators/x?a=1', 'GET, HEAD'],
    ['PATCH', 'cases', 'GET, HEAD'],
    ['POST', 'work', 'GET, HEAD'],
  ] as const)('%s of %s is 405 and says what it takes', async (method, path, allow) => {
    const answer = await ask(method, `/api/v1/${path}`);
    expect([answer.statusCode, answer.headers['allow'], answer.headers['content-type']]).toEqual([
      405,
      allow,
      expect.stringContaining('problem+json'),
    ]);
  });

  it('is not found where there is no such path', async () => {
    const answer = await ask('PUT', '/api/v1/nothing');
    expect([answer.statusCode, answer.headers['allow']]).toEqual([404, undefined]);
  });
});

it('an id in capitals is the same id', async () => {
  expect((await client.api.get(`/api/v1/perpetrators/${person.toUpperCase()}/history`)).body['id']).toBe(person);
});
