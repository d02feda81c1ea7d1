import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openCase, recordIncident } from './support/cases.js';
import { drafted } from './support/drafts.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

// What a check finds leads to the input that is meant, marked and unfolded, and to the record where it cannot be mended in the draft.
let story: Story;
let solicitor: Desk;
let draft: string;
let caseId: string;
let incident: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 09:00');
  solicitor = story.desk('legal.kent');
  const officer = story.desk('officer.kent');
  const respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900123' });
  caseId = await openCase(officer, respondent, { people: [nora] });
  const told = { when: '2026-02-10 21:15', conduct: ['message'], account: 'He rang 07700 900123 nine times', people: [nora] };
  incident = await recordIncident(officer, caseId, told);
  draft = await drafted(solicitor, { respondent, protects: nora, caseId });
  const writes = (section: string, fields: object) => solicitor.tells(`/drafts/${draft}/${section}`, { seen: 1, ...fields });
  const acts = {
    acts: [{ from: '2026-02-01', kind: 'loitering', what: 'He waited at the gate' }],
    why: 'Three times',
    incidentIds: [incident],
  };
  await writes('acts', acts);
  const watching = { number: 1, code: 'SURV', wording: 'You must not watch or follow her', necessity: 'He waited at her gate' };
  const calling = { number: 2, code: 'BESPOKE', wording: 'You must not call 07700 900123', necessity: 'He calls at night' };
  const unreasoned = { number: 3, code: 'BESPOKE', wording: 'You must not own a drone' };
  await writes('conditions', { duration: 'years', years: 2, conditions: [watching, calling, unreasoned] });
}, 60_000);
afterAll(() => story.end());

const linksOn = async (path: string) => {
  const page = await solicitor.sees(path);
  return page.html.querySelectorAll('main a').map((one) => ({ text: one.text.trim(), href: one.getAttribute('href') ?? '' }));
};

it('The words of a condition that tell too much are open and marked where the link leads', async () => {
  const found = (await linksOn(`/drafts/${draft}/check`)).find(({ text }) => text.startsWith('The wording of condition 2 would tell'));
  expect(found?.href).toBe(`/drafts/${draft}/conditions?mend=conditions.1.wording#conditions-1-wording`);
  const plain = await solicitor.sees(`/drafts/${draft}/conditions`);
  expect(plain.html.querySelector('#conditions-1-wording')?.closest('details')).not.toBeNull();
  expect(plain.errors).toEqual([]);
  const page = await solicitor.sees(found?.href.split('#')[0] ?? '');
  expect(page.html.querySelector('#conditions-1-wording')?.closest('details') ?? null).toBeNull();
  expect(page.html.querySelector('#conditions-0-wording')?.closest('details')).not.toBeNull();
  expect(page.html.querySelector('#conditions-1-wording')?.getAttribute('class')).toContain('--error');
  expect(page.errors).toEqual([found?.text]);
  expect(page.html.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#conditions-1-wording');
});

it('What is missing is marked where the link leads, and no more once it is there', async () => {
  const missing = (await linksOn(`/drafts/${draft}/check`)).find(({ text }) => text.includes('enter why it is necessary'));
  expect(missing?.href).toBe(`/drafts/${draft}/conditions?mend=conditions.2.necessity#conditions-2-necessity`);
  expect((await solicitor.sees(`/drafts/${draft}/conditions?mend=conditions.2.necessity`)).errors).toEqual([missing?.text]);
  for (const mend of ['conditions.0.necessity', 'nothing', '<b>', 'constructor'])
    expect((await solicitor.sees(`/drafts/${draft}/conditions?mend=${encodeURIComponent(mend)}`)).errors).toEqual([]);
});

it('Every link of the check leads to an input or a part of a page that is there', async () => {
  const links = await linksOn(`/drafts/${draft}/check`);
  expect(links.length).toBeGreaterThan(10);
  const gone: string[] = [];
  for (const { href } of links) {
    const [path = '', id] = href.split('#');
    const page = await solicitor.sees(path || `/drafts/${draft}/check`);
    if (id && page.html.querySelector(`#${id}`) === null) gone.push(href);
  }
  expect(gone).toEqual([]);
});

it('Words of an incident that cannot be mended in the draft lead to the incident', async () => {
  const found = (await linksOn(`/drafts/${draft}/check`)).find(({ href }) => href.startsWith('/cases/'));
  expect(found?.href).toBe(`/cases/${caseId}#incident-${incident}`);
  expect(found?.text).toContain('leave these words out of the pack');
  expect((await linksOn(`/applications/${draft}/pack`)).some(({ href }) => href === found?.href)).toBe(true);
});
