import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Cast, castOf } from './support/cast.js';
import { draftJson } from './support/orders.js';
import { protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let essex: Desk;
let cast: Cast;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  essex = story.desk('legal.essex');
  cast = await castOf(story, story.desk('legal.kent'), story.desk('officer.kent'));
}, 60_000);
afterAll(() => story.end());

it('Another force may read an order and an application, and may not say how a court ended, extended or began them', async () => {
  const client = await essex.client();
  const order = await essex.sees(`/orders/${cast.order}`);
  const application = await essex.sees(`/applications/${cast.application}`);
  const refused = [
    [`/orders/${cast.order}/discharge`, `/orders/${cast.order}/discharge`],
    [`/orders/${cast.order}/renew`, `/orders/${cast.order}/renewals`],
    [`/orders/${cast.order}/exemption`, `/orders/${cast.order}/notification-exemptions`],
    [`/orders/${cast.order}/default`, `/orders/${cast.order}/notification-defaults`],
    [`/orders/${cast.order}/national-record`, `/orders/${cast.order}/national-record-confirmations`],
    [`/orders/${cast.order}/appeals/${cast.appeal}/determine`, `/orders/${cast.order}/appeal-outcomes`],
    [`/applications/${cast.application}/grant`, `/applications/${cast.application}/grant`],
    [`/applications/${cast.application}/end`, `/applications/${cast.application}/end`],
    [`/applications/${cast.application}/interim`, `/applications/${cast.application}/interim-orders`],
  ] as const;
  for (const [page, call] of refused) {
    expect([page, (await client.get(page)).status]).toEqual([page, 403]);
    expect([call, (await client.api.post(`/api/v1${call}`, {})).status]).toEqual([call, 403]);
    expect([page, order.text.includes(`"${page}"`), application.text.includes(`"${page}"`)]).toEqual([page, false, false]);
  }
  for (const page of ['serve', 'awareness', 'notification']) expect((await client.get(`/orders/${cast.order}/${page}`)).status).toBe(200);
});

it('Another force is told why: the order is of a force that can be called, whatever one’s role', async () => {
  const officer = await story.desk('officer.essex').client();
  const refused = await officer.get(`/orders/${cast.order}/exemption`);
  expect([refused.status, refused.heading]).toEqual([403, 'You cannot open this page']);
  expect(refused.main).toContain('Kent Police keeps this order, and only that force can open this page or record this.');
  expect(refused.main).toContain('Your force can record service');
  expect(refused.main).toContain('call the control room of Kent Police, day and night: 01632 960046');
  expect(refused.main).not.toContain('role');
  const words = await officer.get(`/orders/${cast.order}/serve/read`);
  expect([words.status, words.main.includes('it is served already, or binds no more'), words.main.includes('role')]).toEqual([
    403,
    true,
    false,
  ]);
  const { detail } = JSON.parse((await officer.api.post(`/api/v1/orders/${cast.order}/notification-exemptions`, {})).text) as {
    detail: string;
  };
  expect(detail).toContain('Kent Police keeps this order');
  expect((await officer.get(`/orders/${cast.order}/renew`)).main).toContain('Your role does not include it');
});

it('An order is kept by the force that records it, whatever else is asked for', async () => {
  const protects = await protectedPerson(essex, cast.perpetrator, { given: 'Ada', family: 'Samplewright' });
  const path = `/perpetrators/${cast.perpetrator}/orders`;
  const order = {
    ...draftJson({ made: '2026-07-02 10:00', until: '2028-07-01' }),
    ...{ kind: 'other', origin: 'application', courtType: 'county', protectedPersonIds: [protects] },
  };
  const { api } = await essex.client();
  expect((await api.post(`/api/v1${path}`, { ...order, force: '46' })).status).toBe(400);
  const { id } = await essex.tells(path, order);
  expect(await essex.reads(`/orders/${id}`)).toMatchObject({ force: '42' });
  expect((await essex.sees(`/perpetrators/${cast.perpetrator}/orders/new?kind=other`)).text).not.toContain('name="force"');
});
