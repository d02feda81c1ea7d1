import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Keyring } from '#event-store';
import { type Cast, castOf } from './support/cast.js';
import { noContact, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let administrator: Desk;
let cast: Cast;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  administrator = story.desk('administrator');
  cast = await castOf(story, story.desk('legal.kent'), story.desk('officer.kent'));
}, 60_000);
afterAll(() => story.end());

const reason =
  'This person’s data must be kept for now: an order is in force, a breach is not concluded, an application is waiting for the court or being prepared and an investigation has no outcome yet.';
const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [noContact] };
const erasure = { basis: 'court-order', authority: 'Order 99/2026' };

it.each([
  ['a perpetrator', 'perpetrators', 'perpetrator'],
  ['somebody an order protects', 'protected-people', 'victim'],
] as const)(
  'The data of %s stays while orders, breaches and applications need it, and the page says so before its form',
  async (_, path, who) => {
    const id = cast[who];
    const page = await administrator.sees(`/${path}/${id}/erase`);
    expect(page.text.indexOf(reason)).toBeGreaterThan(0);
    expect(page.text.indexOf(reason)).toBeLessThan(page.text.indexOf(`action="/${path}/${id}/erase"`));
    const client = await administrator.client();
    const sent = await client.post(`/${path}/${id}/erase`, erasure);
    expect([sent.status, sent.errors]).toEqual([409, [expect.stringContaining('an order is in force')]]);
    expect(await administrator.isTold(`/${path}/${id}/erasure`, erasure)).toBe('legal-hold');
    expect((await story.service.app.get(Keyring).keys([id])).get(id)).toBeInstanceOf(Buffer);
  },
);

it('What came to hold the data after the erasure was asked for stops its confirmation too', async () => {
  const [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  const id = await perpetrator(officer, { given: 'Harold', family: 'Heldback', born: '1971-01-01' });
  await administrator.tells(`/perpetrators/${id}/erasure`, erasure);
  const victim = await protectedPerson(officer, id, { given: 'Hilda', family: 'Holdfast' });
  await obtain(solicitor, id, { filed: '2026-06-01', protects: [victim], sealed });
  const other = story.desk('administrator.second');
  expect((await other.sees(`/erasures/${id}`)).main).toContain('an order is in force');
  expect(await other.isTold(`/erasures/${id}`, { seen: 'yes' })).toBe('legal-hold');
  expect((await story.service.app.get(Keyring).keys([id])).get(id)).toBeInstanceOf(Buffer);
});
