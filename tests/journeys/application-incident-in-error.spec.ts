import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase, recordIncident } from './support/cases.js';
import { drafted } from './support/drafts.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let authoriser: Desk;
let draft: string;
let caseId: string;
let incident: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 09:00');
  [solicitor, officer, authoriser] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('authoriser.kent')];
  const respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
  caseId = await openCase(officer, respondent, { people: [nora] });
  incident = await recordIncident(officer, caseId, { when: '2026-02-10 21:15', conduct: ['message'] });
  draft = await drafted(solicitor, { respondent, protects: nora });
  const relying = { seen: 1, acts: [], incidentIds: [incident], why: 'Repeated, after he was told to stop' };
  await solicitor.tells(`/drafts/${draft}/acts`, relying);
}, 60_000);
afterAll(() => story.end());

const acts = async () => {
  const { sections } = await solicitor.reads<{ sections: readonly { section: string; state: string }[] }>(`/drafts/${draft}`);
  return sections.find(({ section }) => section === 'acts')?.state;
};

/** What is to be done next of it, in the list of drafts and on the work list. */
const next = async () => {
  const { items } = await solicitor.reads<{ items: readonly Listed[] }>('/drafts');
  const work = await solicitor.reads<Readonly<Record<string, { readonly items?: readonly Row[] }>>>('/work');
  const rows = Object.values(work).flatMap((part) => part.items ?? []);
  return [items.find(({ id }) => id === draft)?.sections['acts'], rows.find(({ what }) => /-application$/.test(what))?.words];
};

interface Listed {
  readonly id: string;
  readonly sections: Readonly<Record<string, string>>;
}

interface Row {
  readonly what: string;
  readonly words: string;
}

describe('An application that relies on one recorded incident', () => {
  it('says nothing of what happened once that was recorded in error, whoever looks, asks, authorises or files', async () => {
    expect(await acts()).toBe('complete');
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    expect((await next())[0]).toBe('complete');
    await officer.does(`/cases/${caseId}/incidents/${incident}/error`, { reason: 'It was his brother' });
    expect(await next()).toEqual(['incomplete', 'Change the application: every incident it relies on was recorded in error']);
    expect(await acts()).toBe('incomplete');
    for (const page of ['acts', 'check', 'authorisation'])
      expect([page, (await solicitor.sees(`/drafts/${draft}/${page}`)).main]).toEqual([
        page,
        expect.stringContaining('Add at least one act'),
      ]);
    expect(await solicitor.isTold(`/drafts/${draft}/authorisation`, {})).toBe('not-ready');
    const { changes } = await solicitor.reads<{ changes: number }>(`/drafts/${draft}`);
    const decision = { of: changes, rank: 'superintendent', officer: 'Supt 0000 Invented' };
    expect(await authoriser.isTold(`/drafts/${draft}/authorise`, { ...decision, decision: 'given' })).toBe('acts-struck');
    expect(await solicitor.isTold(`/drafts/${draft}/filing`, { filedOn: '2026-03-02' })).toBe('not-ready');
    await authoriser.tells(`/drafts/${draft}/authorise`, { ...decision, decision: 'refused', reason: 'Add what happened' });
  });
});
