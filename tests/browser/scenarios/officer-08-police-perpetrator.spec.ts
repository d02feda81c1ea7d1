import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { type Clause, obtain, serve } from '../../journeys/support/orders.js';
import { protectedPerson } from '../../journeys/support/people.js';
import { Beat, fits, offered, opensCard, searches } from './officer-support.js';

jest.setTimeout(180_000);

const noContact: Clause = { code: 'NC-DIR', wording: 'Not to contact Nora Nonesuch by any means' };

let beat: Beat;

beforeAll(async () => {
  beat = await Beat.begin('2026-06-01 16:00');
});
afterAll(() => beat?.end());

const number = 'Number, online name or vehicle';

/** The words under the results, and how many there are: what a colleague could count. */
async function nothing(hand: Hand, terms: Readonly<Record<string, string>>): Promise<string> {
  expect(await searches(hand, terms)).toEqual([]);
  const words = (await hand.reads()).replace(Object.values(terms).join(' '), '');
  await hand.follows('Search');
  return words;
}

it('Scenario 8: a constable recorded as a perpetrator is restricted with the first save', async () => {
  const reader = await beat.phone('reader', { script: false });
  await reader.follows('Search');
  await reader.follows('Record a perpetrator');
  await reader.types('Given names', 'Sham');
  await reader.types('Family name, or the only name', 'Exampleson');
  await reader.dates('Date of birth, if known', '1984-05-06');
  await reader.chooses('Male');
  await reader.types('Number, online name or registration', '2099/0000002H', 'Number 1, if known');
  await reader.selects('Kind of number or name', 'PNCID', 'Number 1, if known');
  await reader.types('Occupation, if known', 'Police constable');
  await reader.selects('Police force that employs them', 'Kent Police');
  await fits(reader.page);
  await reader.presses('Record the person');
  expect(await reader.reads()).toContain('Restricted record');
});

it('Scenario 8: colleagues learn nothing of him: no hit, no count, the same words as for somebody nobody knows', async () => {
  const colleague = await beat.phone('kent', { script: false });
  const unknown = await nothing(colleague, { 'Name or alias': 'Zz Qqxxyy' });
  for (const [label, text] of [
    ['Name or alias', 'Sham Exampleson'],
    ['Name or alias', 'Exampleson'],
    [number, '2099/0000002H'],
  ] as const)
    expect(await nothing(colleague, { [label]: text })).toBe(unknown);
  await colleague.follows('Links');
  expect(await colleague.reads()).not.toContain('EXAMPLESON');
  await colleague.follows('Work');
  expect(await colleague.reads()).not.toContain('EXAMPLESON');
});

it('Scenario 8: a reader of another force, once named, has the card, with protected people masked, and loses it with the name', async () => {
  const legal = beat.story.desk('legal.kent');
  const { items } = await legal.tells<{ items: { perpetratorId: string }[] }>('/perpetrators/search', { name: 'Sham Exampleson' });
  const sham = items[0]?.perpetratorId ?? '';
  const victim = await protectedPerson(legal, sham, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-06-01 11:00', until: '2028-05-31', conditions: [noContact] };
  const { orderId } = await obtain(legal, sham, { filed: '2026-06-01', sealed, protects: [victim] });
  await serve(legal, orderId, '2026-06-01 15:00');

  const named = async (names: string) => {
    const reader = await beat.phone('reader', { script: true });
    await reader.page.getByRole('button', { name: 'Menu' }).click();
    await reader.follows('Search');
    await searches(reader, { 'Name or alias': 'Sham Exampleson' });
    await reader.follows('EXAMPLESON, Sham');
    await reader.unfolds('Addresses, occupation and changes to the personal record');
    await reader.follows('Restrict who can read this record');
    await reader.types('Who may read it', names);
    await reader.presses('Change the readers');
  };
  await named('legal.kent\nofficer.essex');
  const essex = await beat.phone('essex', { script: false });
  const card = await opensCard(essex, 'Sham Exampleson');
  expect(card.answer).toBe('1 order in force');
  expect(card.text).toContain('Not to contact protected person A by any means');
  await essex.presses('Report a breach');
  await essex.chooses('Message');
  await essex.presses('Continue');
  expect(await offered(essex.page)).toEqual([{ words: 'Not to contact protected person A by any means', ticked: true }]);
  for (const words of [card.text, await essex.page.content()]) expect(words).not.toMatch(/Nora|Nonesuch/);

  await named('legal.kent');
  await essex.follows('Search');
  expect(await searches(essex, { 'Name or alias': 'Sham Exampleson' })).toEqual([]);
});
