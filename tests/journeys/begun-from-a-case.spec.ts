import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase } from './support/cases.js';
import { authorised, drafted } from './support/drafts.js';
import { draftJson } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let respondent: string;
let nora: string;
let caseId: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 09:00');
  solicitor = story.desk('legal.kent');
  const officer = story.desk('officer.kent');
  respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
  caseId = await openCase(officer, respondent, { people: [nora] });
  await officer.tells(`/cases/${caseId}/considerations`, { by: 'officer', decision: 'yes', on: '2026-03-02' });
}, 60_000);
afterAll(() => story.end());

/** The links of the answer at the top of the case, as text and address. */
const links = async (): Promise<Record<string, string>> => {
  const page = await solicitor.sees(`/cases/${caseId}`);
  return Object.fromEntries(page.html.querySelectorAll('.ow-answer a').map((one) => [one.text.trim(), one.getAttribute('href') ?? '']));
};

describe('The page of a case from which an application is begun', () => {
  it('leads to the application and its order wherever they stand, and offers to begin one only while there is none', async () => {
    expect(await links()).toHaveProperty('Begin the application');
    const draft = await drafted(solicitor, { respondent, protects: nora, caseId });
    const open = await links();
    expect(open).not.toHaveProperty('Begin the application');
    expect(open).toMatchObject({ 'Application begun on 2 Mar 2026: in preparation': `/drafts/${draft}` });
    await authorised(solicitor, story.desk('authoriser.kent'), draft);
    await solicitor.tells(`/drafts/${draft}/filing`, { filedOn: '2026-03-02' });
    expect(await links()).toMatchObject({ 'Application filed on 2 Mar 2026: it waits for the court': `/applications/${draft}` });
    const sealed = { ...draftJson({ made: '2026-03-02 08:00', until: '2028-03-01' }), courtType: 'magistrates' };
    const { id: order } = await solicitor.tells(`/applications/${draft}/grant`, sealed);
    const granted = await links();
    expect(granted).toMatchObject({
      'Application filed on 2 Mar 2026: granted on 2 Mar 2026': `/applications/${draft}`,
      'Stalking protection order made on 2 Mar 2026': `/orders/${order}`,
    });
    expect(Object.keys(granted).join()).not.toMatch(/Begin/);
  });

  it('offers to begin another one once it was given up', async () => {
    const officer = story.desk('officer.kent');
    const other = await openCase(officer, respondent, { people: [nora] });
    await officer.tells(`/cases/${other}/considerations`, { by: 'officer', decision: 'yes', on: '2026-03-02' });
    const draft = await drafted(solicitor, { respondent, protects: nora, caseId: other });
    await solicitor.does(`/drafts/${draft}/abandon`, { reason: 'not-necessary' });
    const page = (await solicitor.sees(`/cases/${other}`)).main;
    expect(page).toMatch(/Application begun on 2 Mar(ch)? 2026: given up/);
    expect(page).toContain('Begin another application');
  });
});
