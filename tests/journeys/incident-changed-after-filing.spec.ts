import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase, recordIncident } from './support/cases.js';
import { day } from './support/days.js';
import { authorised, drafted } from './support/drafts.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let application: string;
let caseId: string;
let first: string;
let second: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 09:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  const respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
  caseId = await openCase(officer, respondent, { people: [nora] });
  first = await recordIncident(officer, caseId, { when: '2026-02-10 21:15', conduct: ['message'] });
  second = await recordIncident(officer, caseId, { when: '2026-02-12 21:15', conduct: ['approach'], account: 'He stood at her door' });
  application = await drafted(solicitor, { respondent, protects: nora });
  await solicitor.tells(`/drafts/${application}/acts`, { seen: 1, acts: [], incidentIds: [first, second], why: 'Repeated' });
  await authorised(solicitor, story.desk('authoriser.kent'), application);
  await solicitor.tells(`/drafts/${application}/filing`, { filedOn: '2026-03-02' });
}, 60_000);
afterAll(() => story.end());

interface Row {
  readonly what: string;
  readonly words: string;
  readonly dueBy: string;
}

async function asked(): Promise<readonly (readonly [string, string])[]> {
  const work = await solicitor.reads<Readonly<Record<string, { readonly items?: readonly Row[] }>>>('/work');
  const rows = Object.values(work).flatMap((part) => part.items ?? []);
  return rows.filter(({ what }) => what === 'tell-court').map(({ words, dueBy }) => [words, dueBy]);
}

const page = async () => (await solicitor.sees(`/applications/${application}`)).main;

describe('An incident that a filed application relies on', () => {
  it('says so to whoever is about to change it', async () => {
    for (const form of ['error', 'correct'])
      expect((await officer.sees(`/cases/${caseId}/incidents/${second}/${form}`)).main).toContain(
        'A filed application relies on this incident. Application filed on 2 Mar 2026: it waits for the court',
      );
    expect(await page()).not.toContain('after this application was filed');
    expect(await asked()).toEqual([]);
    expect(await solicitor.isTold(`/applications/${application}/tell-court`, { told: 'no', on: '2026-03-02', reason: 'No' })).toBe(
      'nothing-changed',
    );
  });

  it('is asked about once it was recorded in error, until it is decided whether the court is told', async () => {
    await officer.does(`/cases/${caseId}/incidents/${second}/error`, { reason: 'It was his brother' });
    expect(await asked()).toEqual([
      ['An incident that the filed application relies on was recorded in error: tell the court?', '2026-03-04'],
    ]);
    expect(await page()).toContain('Incident 2 was recorded in error after this application was filed, which relies on it');
    expect(await page()).toContain('Record whether the court is told');
    expect((await officer.sees(`/applications/${application}`)).main).toContain('The legal team decides whether the court is told');
    const told = { told: 'yes', on: day('2026-03-02'), reason: 'A letter to the court of today' };
    const answered = await solicitor.does(`/applications/${application}/tell-court`, told);
    expect(answered.main).toContain(
      'Decided on 2 Mar 2026: the court is told what changed since the filing. A letter to the court of today',
    );
    expect(answered.main).toContain('Incident 2 was recorded in error after this application was filed');
    expect(answered.main).not.toContain('Record whether the court is told');
    expect(await asked()).toEqual([]);
  });

  it('is asked about again when another one is corrected', async () => {
    const correction = { conduct: ['message'], account: 'One message, and not three', reason: 'Her telephone shows it' };
    await officer.does(`/cases/${caseId}/incidents/${first}/correct`, correction);
    expect(await asked()).toEqual([['An incident that the filed application relies on was corrected: tell the court?', '2026-03-04']]);
    expect(await page()).toContain('Incident 1 was corrected after this application was filed');
  });
});
