import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, idIn, Story } from './support/story.js';

let story: Story;
let kent: Desk;
let essex: Desk;
let quentin: string;
let kwentin: string;
let draft: string;

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [kent, essex] = [story.desk('legal.kent'), story.desk('legal.essex')];
  quentin = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born: '1988-03-04' });
  kwentin = await perpetrator(essex, { given: 'Kwentin', family: 'Fictionson', born: '1988-03-04' });
  const other = await protectedPerson(essex, kwentin, { given: 'Ada', family: 'Samplewright' });
  await obtain(essex, kwentin, { filed: '2026-06-01', sealed: { made: '2026-06-15 11:00', until: '2028-06-14' }, protects: [other] });
  draft = idIn(await kent.does(`/perpetrators/${quentin}/drafts/new`, {}));
}, 60_000);
afterAll(() => story.end());

const WARNING =
  'Another record, of Essex, may be of this person. 1 order is in force on it, and the conditions are not compared with it. Decide whether it is';

describe('An application against somebody of whom another record may be', () => {
  it('says so, with the orders in force on that record, wherever it is written, compared, checked and authorised', async () => {
    await eventually(
      () => kent.sees(`/drafts/${draft}`),
      (page) => page.main.includes('Another record'),
    );
    for (const path of ['', '/conditions', '/orders-in-force', '/authorisation', '/check', '/interim'])
      expect([path, (await kent.sees(`/drafts/${draft}${path}`)).main.includes(WARNING)]).toEqual([path, true]);
  });

  it('leads to where it is decided, and is silent once somebody decided', async () => {
    const link = (await kent.sees(`/drafts/${draft}/check`)).link('Decide whether it is');
    expect(link).toMatch(/^\/links\//);
    await kent.does(link, { reason: 'Their fingerprints differ' }, 'Not the same');
    expect((await kent.sees(`/drafts/${draft}/check`)).main).not.toContain('Another record');
  });
});
