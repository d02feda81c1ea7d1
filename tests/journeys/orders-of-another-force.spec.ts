import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Cast, castOf } from './support/cast.js';
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
  expect((await client.get(`/orders/${cast.order}/serve`)).status).toBe(200);
});
