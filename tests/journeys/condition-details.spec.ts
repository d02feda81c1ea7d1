import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import type { Fields } from './support/form.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, idIn, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let respondent: string;
let nora: string;
let ada: string;
let draft: string;

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  solicitor = story.desk('legal.kent');
  respondent = await perpetrator(solicitor, { given: 'Silas', family: 'Contrived', born: '1970-10-10' });
  nora = await protectedPerson(solicitor, respondent, { given: 'Nora', family: 'Nonesuch' });
  ada = await protectedPerson(solicitor, respondent, { given: 'Ada', family: 'Samplewright' });
}, 60_000);
afterAll(() => story.end());

const distance = (parameters: Fields): Fields => ({
  ...{ number: '1', code: 'AP-DIST', library: '2', wording: 'Not to come within 200 metres of her', necessity: 'He stood at her gate' },
  parameters,
});
const conditions = (parameters: Fields, seen: number): Fields => ({
  ...{ seen: String(seen), duration: 'years', years: '2' },
  conditions: [distance(parameters)],
});
interface Sections {
  readonly sections: readonly { readonly section: string; readonly state: string; readonly revision: number | null }[];
}
const standing = async () => (await solicitor.reads<Sections>(`/drafts/${draft}`)).sections.find(({ section }) => section === 'conditions');
const saves = async (parameters: Fields) => {
  const { revision } = (await standing()) ?? {};
  return (await solicitor.client()).post(`/drafts/${draft}/conditions`, conditions(parameters, revision ?? 0));
};
const others = 'Condition 1 names somebody whom the order does not protect. Select only people it protects';

describe('The details of a condition', () => {
  it('name nobody whom the drafted order is not to protect', async () => {
    draft = idIn(await solicitor.does(`/perpetrators/${respondent}/drafts/new`, {}));
    await solicitor.does(`/drafts/${draft}/people`, { protectedPersonIds: [nora], victimIds: [nora] });
    const refused = await saves({ metres: '200', persons: [ada] });
    expect([refused.status, refused.errors]).toEqual([409, [others]]);
  });

  it('are to be filled in before the section is complete, where the words need them', async () => {
    await saves({});
    expect(await standing()).toMatchObject({ state: 'to-check' });
    expect((await solicitor.sees(`/drafts/${draft}/conditions`)).main).toContain('Fill in the details that the conditions need');
    expect((await solicitor.sees(`/drafts/${draft}`)).main).toContain('Conditions To check');
    await saves({ metres: '200' });
    expect(await standing()).toMatchObject({ state: 'complete' });
  });

  it('name nobody whom an order does not protect, when it is made and when it is varied', async () => {
    const path = `/perpetrators/${respondent}/orders/new?kind=spo`;
    const order = {
      ...{ kind: 'spo', origin: 'application', courtType: 'magistrates', courtName: 'Testville', protectedPersonIds: [nora] },
      ...{ made: moment('2026-06-19 10:00'), end: { is: 'fixed', lastDay: day('2028-06-18') } },
    };
    const client = await solicitor.client();
    const refused = await client.post(path, { ...order, conditions: [distance({ metres: '200', persons: [ada] })] });
    expect([refused.status, refused.errors]).toEqual([409, [others]]);
    const sent = await client.post(path, { ...order, conditions: [distance({ metres: '200', persons: [nora] })] });
    const made = idIn(Object.assign(await client.get(sent.location), { at: sent.location }));
    const varied = { courtType: 'magistrates', courtName: 'Testville', effective: '2026-06-20', onApplicationOf: 'chief-officer' };
    const added = [{ number: 2, code: 'NC-DIR', wording: 'No contact', parameters: { persons: ada } }];
    expect(await solicitor.isTold(`/orders/${made}/variations`, { ...varied, added })).toBe('person-not-protected');
  });
});
