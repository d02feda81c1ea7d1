import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cursor } from '#pages';
import type { Client } from '../support/client.js';
import { type Cast, castOf } from './support/cast.js';
import { draftJson } from './support/orders.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let client: Client;
let cast: Cast;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  solicitor = story.desk('legal.kent');
  cast = await castOf(story, solicitor, story.desk('officer.kent'));
  client = await solicitor.client();
}, 60_000);
afterAll(() => story.end());

const ready = async () => (await client.get('/health/ready')).body;

describe('What no read model could keep is refused before it is recorded', () => {
  const order = (made: string, lastDay: string) => ({
    ...draftJson({ made, until: lastDay }),
    ...{ kind: 'spo', origin: 'application', courtType: 'magistrates', protectedPersonIds: [cast.victim] },
  });

  it.each([
    ['2026-01-01', '9999-12-31'],
    ['0001-01-01', '0003-01-01'],
  ])('an order of %s until %s', async (made, until) => {
    const answer = await client.api.post(`/api/v1/perpetrators/${cast.perpetrator}/orders`, order(made, until));
    expect([answer.status, JSON.stringify(answer.body['errors'])]).toEqual([400, expect.stringMatching(/1900 to 2199|London day/)]);
    expect((await client.api.get('/api/v1/uptake?at=0001-01-01')).status).toBe(400);
    expect((await client.api.get('/api/v1/uptake')).status).toBe(200);
    expect(await ready()).toMatchObject({ status: 'ready' });
  });

  it('half of a surrogate pair in a name', async () => {
    const answer = await client.api.post('/api/v1/perpetrators', { family: 'Junk\ud800son', given: 'Sham', sex: 'male' });
    expect(answer.status).toBe(400);
    expect(await ready()).toMatchObject({ status: 'ready' });
    const whole = await client.api.post('/api/v1/perpetrators', { family: 'Exampleson \ud83d\ude00', given: 'Sham', sex: 'male' });
    expect(whole.status).toBe(201);
  });
});

describe('An address that cannot be decoded', () => {
  it.each(['%ZZ', '%', '%FF', 'a%2'])('names nothing: %s', async (id) => {
    const page = await client.get(`/perpetrators/${id}?x=%ZZ`);
    expect([page.status, page.heading]).toEqual([404, 'Page not found']);
    const { status, body } = await client.api.get(`/api/v1/perpetrators/${id}`);
    expect([status >= 400 && status < 405, body]).toEqual([true, expect.objectContaining({ status, correlationId: expect.any(String) })]);
    expect((await client.get(`/${id}`)).heading).toBe('Page not found');
  });
});

describe('A cursor that nobody made', () => {
  const made = [
    cursor(['x', 'y']),
    cursor([1.5, 'a']),
    cursor(['0000-00-00', 'a']),
    cursor([9e20, 'a']),
    cursor([1e300]),
    cursor(['2026-01-01', 'a\0']),
  ];

  it.each(made)('%s leads to the beginning of every list, and says so, and is refused to programs', async (after) => {
    const own = ['/links?', '/alerts?', '/alerts?seen=yes', '/cases?'];
    for (const path of [...own, '/work?when=week', '/uptake/orders?list=made']) {
      const led = await client.get(`${path}&after=${after}`);
      // What two records weigh may be any number.
      if (path === '/links?' && led.status === 200) continue;
      expect([path, led.status, led.location]).toEqual([path, 303, path.replace(/\?$/, '')]);
      expect((await client.get(led.location)).main).toContain('This is the beginning');
    }
    const log = await (await story.desk('administrator').client()).get(`/access-log?after=${after}`);
    expect([log.status, log.location]).toEqual([303, '/access-log']);
    const calls = [
      client.api.get(`/api/v1/perpetrators/${cast.perpetrator}/breaches?after=${after}`),
      client.api.post('/api/v1/perpetrators/search', { name: 'Placeholder', after }),
    ];
    for (const { status, body } of await Promise.all(calls))
      expect([status, body['errors']]).toEqual([400, [{ pointer: '/after', detail: expect.any(String) }]]);
  });
});
