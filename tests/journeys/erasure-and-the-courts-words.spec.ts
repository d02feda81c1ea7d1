import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Streams } from '#event-store';
import { orders } from '#orders';
import { obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

// The court's words are sealed under the keys of everybody they may name: without one of the keys nobody reads them.
const wording = 'You must not contact Hilda Holdfast or Heidi Holdfast';
const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [{ code: 'NC-DIR', wording }] };
const erasure = { basis: 'retention-review', authority: 'Review 99/2026' };

let story: Story;
let officer: Desk;
let administrator: Desk;
let people: Readonly<Record<string, 'perpetrators' | 'protected-people'>>;
let hilda: string;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [officer, administrator] = [story.desk('officer.kent'), story.desk('administrator')];
  const harold = await perpetrator(officer, { given: 'Harold', family: 'Heldback', born: '1971-01-01' });
  hilda = await protectedPerson(officer, harold, { given: 'Hilda', family: 'Holdfast' });
  const heidi = await protectedPerson(officer, harold, { given: 'Heidi', family: 'Holdfast' });
  people = { [harold]: 'perpetrators', [hilda]: 'protected-people', [heidi]: 'protected-people' };
  const protects = [hilda, heidi];
  order = (await obtain(story.desk('legal.kent'), harold, { filed: '2026-06-01', protects, sealed })).orderId;
}, 60_000);
afterAll(() => story?.end());

const erased = async (id: string): Promise<void> => {
  await administrator.tells(`/${people[id]}/${id}/erasure`, erasure);
  await story.desk('administrator.second').tells(`/erasures/${id}`, { seen: 'yes' });
};
const read = async (): Promise<boolean> => (await officer.sees(`/orders/${order}`)).main.includes(wording);

it('Nobody under whose key the court’s words are sealed is erased while the order binds', async () => {
  const { state } = await story.service.app.get(Streams).load(orders, order);
  const conditions = state.is === 'unmade' ? [] : state.conditions;
  const subjects = new Set(conditions.flatMap(({ versions }) => versions.flatMap(({ words }) => words.about)));
  expect([...subjects].toSorted()).toEqual(Object.keys(people).toSorted());
  for (const id of subjects) expect(await administrator.isTold(`/${people[id]}/${id}/erasure`, erasure)).toBe('legal-hold');
});

it('Nor on its last day, so that an officer reads what it forbids', async () => {
  story.itIs('2028-06-14 23:30');
  expect(await administrator.isTold(`/protected-people/${hilda}/erasure`, erasure)).toBe('legal-hold');
  expect(await read()).toBe(true);
});

it('Afterwards each of them is, and with any one of them the words are gone', async () => {
  story.itIs('2028-06-15 09:00');
  expect(await read()).toBe(true);
  await erased(hilda);
  expect(await read()).toBe(false);
});
