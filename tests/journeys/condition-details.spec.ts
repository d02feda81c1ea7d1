import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import { type Fields, Form } from './support/form.js';
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
    const toName = 'Select only people it is to protect, or name them in the section on protected people';
    const called = `Condition 1 (keep a distance) names somebody whom the order is not to protect. ${toName}`;
    expect([refused.status, refused.errors]).toEqual([409, [called]]);
  });

  it('are told of one by one, each condition by its place and kind with a link to its input, and nothing typed is lost', async () => {
    const { revision } = (await standing()) ?? {};
    const typed = [
      distance({ metres: '200', persons: [nora] }),
      {
        number: '2',
        code: 'EX-AREA',
        wording: 'Not to enter the centre',
        parameters: { area: 'Testville', hours: { from: '22:00', to: '' } },
      },
      { number: '3', code: 'R-SIGN', parameters: { station: 'Testville', days: ['tue', 'fri'] } },
      { number: 'four', code: 'SURV', wording: 'Not to watch her', necessity: 'He has a drone' },
    ];
    const client = await solicitor.client();
    const sent = { seen: String(revision ?? 0), duration: 'years', years: '2', conditions: typed };
    const refused = await client.post(`/drafts/${draft}/conditions`, sent);
    expect([refused.status, refused.errors]).toEqual([
      400,
      [
        'Condition 2 (stay out of an area): hours must have a time like 18:00 to which it is',
        expect.stringMatching(/^Condition 4 \(.+\): .*clause number/),
      ],
    ]);
    const links = refused.html.querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href')?.slice(1) ?? '');
    expect(links).toEqual([expect.stringMatching(/^conditions-1-parameters-hours/), 'conditions-3-number']);
    expect(links.map((id) => refused.html.querySelector(`[id="${id}"]`)).filter((one) => one === null)).toEqual([]);
    const kept = new Form(client, `/drafts/${draft}/conditions`, refused).pairs.map(([name, value]) => `${name}=${value}`);
    for (const pair of [
      'conditions[0][parameters][metres]=200',
      'conditions[0][necessity]=He stood at her gate',
      'conditions[1][parameters][hours][from]=22:00',
      'conditions[2][parameters][station]=Testville',
      'conditions[2][parameters][days]=tue',
      'conditions[2][parameters][days]=fri',
      'conditions[3][number]=four',
      'conditions[3][wording]=Not to watch her',
    ])
      expect(kept).toContain(pair);
    // Those that are right are saved, the others once they are mended; none is saved twice.
    const numbers = async () =>
      (await solicitor.form(`/drafts/${draft}/conditions`)).pairs.filter(([name]) => name.endsWith('[number]')).map(([, value]) => value);
    expect(refused.main).toContain('Everything else is saved. What is marked below is not');
    expect([await numbers(), kept.includes(`seen=${(revision ?? 0) + 1}`)]).toEqual([['1', '3'], true]);
    const mended = { '1': { parameters: { hours: { to: '06:00' } } }, '3': { number: '4' } };
    const form = await new Form(client, `/drafts/${draft}/conditions`, refused).fill({ conditions: mended });
    expect([(await form.press()).status, await numbers()]).toEqual([303, ['1', '2', '3', '4']]);
  });

  it('keep what was saved before where a change of them is wrong', async () => {
    const form = await solicitor.form(`/drafts/${draft}/conditions`);
    const wrong = { '0': { number: 'none' }, '2': { wording: 'To sign on Tuesdays' } };
    const refused = await (await form.fill({ conditions: wrong })).press();
    expect(refused.errors).toEqual([expect.stringMatching(/^Condition 1 \(.+\): .*clause number/)]);
    const after = (await solicitor.form(`/drafts/${draft}/conditions`)).pairs;
    expect(after).toContainEqual(['conditions[0][number]', '1']);
    expect(after).toContainEqual(['conditions[2][wording]', 'To sign on Tuesdays']);
  });

  it('are refused by place and kind where the day for one has passed', async () => {
    const { revision } = (await standing()) ?? {};
    const late = { number: '2', code: 'R-SURR', wording: 'Hand it over', parameters: { deadline: day('2026-06-01') } };
    const sent = { seen: String(revision ?? 0), conditions: [distance({ metres: '200' }), late] };
    const refused = await (await solicitor.client()).post(`/drafts/${draft}/conditions`, sent);
    expect(refused.errors).toEqual([expect.stringMatching(/^Condition 2 \(.+\) asks for something by a day that has passed/)]);
    const [link] = refused.html.querySelectorAll('.govuk-error-summary a').map((one) => one.getAttribute('href')?.slice(1) ?? '');
    expect([link, refused.html.querySelector(`[id="${link}"]`) === null]).toEqual(['conditions-1-parameters-deadline', false]);
  });

  it('are told where the words say something else, kept to be checked, and cleared where the words are right', async () => {
    expect((await saves({ metres: '500' })).status).toBe(303);
    expect(await standing()).toMatchObject({ state: 'to-check' });
    const shown = (await solicitor.sees(`/drafts/${draft}/conditions`)).main;
    expect(shown).toContain('The words say 200 metres, which no detail says');
    expect(shown).toContain('The words are right: clear the details');
    const checked = (await solicitor.sees(`/drafts/${draft}/check`)).main;
    expect(checked).toContain('make its words and its details say the same (distance)');
    const { revision } = (await standing()) ?? {};
    const cleared = { ...distance({ metres: '500' }), wordsOnly: 'yes' };
    const sent = { ...conditions({}, revision ?? 0), conditions: [cleared] };
    expect((await (await solicitor.client()).post(`/drafts/${draft}/conditions`, sent)).status).toBe(303);
    expect(await standing()).toMatchObject({ state: 'complete' });
  });

  it('are kept unfinished, without words, and folded once they are finished', async () => {
    await solicitor.sees(`/drafts/${draft}/conditions`);
    const { revision } = (await standing()) ?? {};
    const sent = {
      ...conditions({ metres: '200' }, revision ?? 0),
      conditions: [distance({ metres: '200' }), { number: '2', code: 'SURV' }],
    };
    expect((await (await solicitor.client()).post(`/drafts/${draft}/conditions`, sent)).status).toBe(303);
    expect(await standing()).toMatchObject({ state: 'incomplete' });
    const { html, main } = await solicitor.sees(`/drafts/${draft}/conditions`);
    expect(main).toContain('Condition 2 (no watching or tracking): enter its words');
    const folded = html.querySelectorAll('details').filter((one) => one.querySelector('[name="conditions[0][wording]"]') !== null);
    expect(folded.map((one) => one.hasAttribute('open'))).toEqual([false]);
    expect(html.querySelectorAll('details').some((one) => one.querySelector('[name="conditions[1][wording]"]') !== null)).toBe(false);
  });

  it('are to be filled in before the section is complete, where the words need them', async () => {
    await saves({});
    expect(await standing()).toMatchObject({ state: 'incomplete' });
    const shown = (await solicitor.sees(`/drafts/${draft}/conditions`)).main;
    expect(shown).toContain('Condition 1 (keep a distance): fill in the details that it needs: distance');
    expect(shown).not.toContain('rests on has changed');
    expect((await solicitor.sees(`/drafts/${draft}`)).main).toContain('Conditions Incomplete');
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
