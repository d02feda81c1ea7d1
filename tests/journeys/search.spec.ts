import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clause, keepAway, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

interface Found {
  readonly items: readonly { readonly perpetratorId: string; readonly ordersInForce: number; readonly why: readonly { text: string }[] }[];
  readonly total: number;
  readonly tooMany: boolean;
}

const contact: Clause = { code: 'NC-DIR', wording: 'Not to contact the first protected person by any means' };

let story: Story;
let kent: Desk;
let essex: Desk;
let dex: string;

const finds = (desk: Desk, terms: object) => desk.tells<Found>('/perpetrators/search', terms);

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [kent, essex] = [story.desk('officer.kent'), story.desk('officer.essex')];
  dex = await perpetrator(
    kent,
    { given: 'Dexter', family: 'Mockman', born: '1979-12-01' },
    { identifiers: [{ scheme: 'handle', value: '@Mock_1', system: 'Chat Example' }] },
  );
  const nora = await protectedPerson(kent, dex, { given: 'Nora', family: 'Nonesuch' });
  await obtain(story.desk('legal.kent'), dex, {
    ...{ filed: '2026-06-01', protects: [nora] },
    sealed: { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [contact, keepAway] },
  });
}, 120_000);
afterAll(() => story.end());

describe('An officer of another force', () => {
  it('finds somebody by the name of an account, and sees at once that an order is in force', async () => {
    const page = await (await essex.client()).submit('/search', { identifier: 'https://chat.example/mock_1' });
    expect(page.find('.ow-hit')).toContain('1 order in force');
    expect(page.find('.ow-hit')).toContain('Why it is here: Online name @mock_1 on chat-example');
    expect(page.find('.ow-hit')).toContain('Born 1 Dec 1979 · Kent');
    expect(await finds(essex, { identifier: 'mock_1' })).toMatchObject({ total: 1, items: [{ perpetratorId: dex, ordersInForce: 1 }] });
  });

  it('finds by a date whose day and month were swapped so that it is none, and is told how it was read', async () => {
    const born = { day: '12', month: '27', year: '1979' };
    const page = await (await essex.client()).submit('/search', { dateOfBirth: born });
    expect(page.main).toContain('day and month were taken the other way round');
    expect(page.html.querySelectorAll('input[name^=dateOfBirth]').map((one) => one.getAttribute('value'))).toEqual(['27', '12', '1979']);
    const both = await (await essex.client()).submit('/search', { name: 'Mockman', dateOfBirth: { ...born, day: '27' } });
    expect(both.errors.join()).toContain('month from 1 to 12');
  });

  it('finds a vehicle as soon as it is recorded, as a witness read it', async () => {
    await kent.does(`/perpetrators/${dex}/identifiers/new`, { scheme: 'vehicle', value: 'zz99 oiz' });
    const { items } = await finds(essex, { identifier: 'ZZ99 01Z' });
    expect(items).toMatchObject([{ perpetratorId: dex, why: [{ text: 'Vehicle ZZ99OIZ' }] }]);
    const page = await kent.sees(`/perpetrators/${dex}`);
    for (const shown of ['Online name @mock_1 on chat-example', 'Vehicle ZZ99OIZ']) expect(page.main).toContain(shown);
  });

  it('finds a number of any kind where a name is asked for, and reads why', async () => {
    const client = await essex.client();
    const page = await client.submit('/search', { name: 'zz99 oiz' });
    expect(page.find('.ow-hit')).toContain('Why it is here: Vehicle ZZ99OIZ');
    expect((await client.submit('/search', { name: 'Nobody, @mock_1' })).find('.ow-hit')).toContain('Online name @mock_1 on chat-example');
  });

  it('finds by a short name and a date of birth that is wrong by a digit', async () => {
    const { items } = await finds(essex, { name: 'Dex Mokman', dateOfBirth: '1978-12-01' });
    expect(items[0]).toMatchObject({
      perpetratorId: dex,
      why: [{ text: 'Name like Dexter Mockman, spelt another way' }, { text: 'Date of birth with one digit different' }],
    });
  });

  it('reads which letter a PNCID would have, and finds by a part of a number', async () => {
    const client = await essex.client();
    expect((await client.submit('/search', { identifier: '2099/0000077A' })).main).toContain('with these digits it is P, not A');
    expect((await client.submit('/search', { identifier: '2099/0000077P' })).main).not.toContain('with these digits');
    const { items } = await finds(essex, { identifier: 'zz99 o' });
    expect(items).toMatchObject([{ perpetratorId: dex, why: [{ text: 'Vehicle ZZ99OIZ, of which this is a part' }] }]);
  });

  it('finds beside a name that is not on record, and reads which it is', async () => {
    const page = await (await essex.client()).submit('/search', { name: 'Mr Dexter Alan Mockman' });
    expect(page.find('.ow-hit')).toContain('Name like Dexter Mockman, alike in part: “alan” was not found');
  });

  it('no longer reads of an order that is over', async () => {
    story.itIs('2028-06-15 00:05');
    expect((await finds(essex, { identifier: 'mock_1' })).items).toMatchObject([{ ordersInForce: 0 }]);
    expect((await (await essex.client()).submit('/search', { identifier: 'mock_1' })).find('.ow-hit')).not.toContain('in force');
  });

  it('is told what to put right in a number that cannot be', async () => {
    expect(await kent.isRefused(`/perpetrators/${dex}/identifiers/new`, { scheme: 'vehicle', value: 'blue van' })).toEqual([
      expect.stringContaining('registration mark'),
    ]);
    expect(await kent.isRefused(`/perpetrators/${dex}/identifiers/new`, { scheme: 'handle', value: 'mock one' })).toEqual([
      expect.stringContaining('without spaces'),
    ]);
  });
});
