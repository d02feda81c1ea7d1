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

const authorised = () =>
  authoriser.does(`/drafts/${draft}/authorise`, { decision: 'given', rank: 'superintendent', officer: 'Supt 0000 Invented' });

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly sections: Readonly<Record<string, string>>;
}

interface Row {
  readonly what: string;
  readonly words: string;
}

describe('An application that relies on one recorded incident', () => {
  it('must be authorised again once that is corrected, and says so on its page, in the list, on the work list and where it is filed', async () => {
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    await authorised();
    expect((await solicitor.sees(`/drafts/${draft}`)).main).toContain('Authorised, not filed yet');
    const stated = async () => {
      const { items } = await solicitor.reads<{ items: readonly Listed[] }>('/drafts');
      const found = items.find(({ id }) => id === draft);
      return [found?.state, found?.sections['authorisation'], (await next())[1]];
    };
    expect(await stated()).toEqual(['authorised', 'complete', 'File the application: it is authorised']);
    const correction = { conduct: ['message'], account: 'He came with a knife', reason: 'He said so himself' };
    await officer.does(`/cases/${caseId}/incidents/${incident}/correct`, correction);
    const again = 'An incident that it relies on was corrected or recorded in error since. It must be authorised again';
    const page = (await solicitor.sees(`/drafts/${draft}`)).main;
    expect(page).toContain(again);
    expect(page).not.toContain('Authorised, not filed yet');
    expect(page).toContain('Cannot file yet');
    expect(await stated()).toEqual([
      'drafting',
      'to-check',
      'Ask again for authorisation: an incident it relies on was corrected or recorded in error',
    ]);
    expect(await solicitor.isTold(`/drafts/${draft}/filing`, { filedOn: '2026-03-02' })).toBe('not-ready');
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    await authorised();
    expect(await stated()).toEqual(['authorised', 'complete', 'File the application: it is authorised']);
  });

  it('says nothing of what happened once that was recorded in error, whoever looks, asks, authorises or files', async () => {
    const { changes: seen } = await solicitor.reads<{ changes: number }>(`/drafts/${draft}`);
    await solicitor.tells(`/drafts/${draft}/necessity`, { seen: 1, facts: 'Bail ended', alternatives: 'A prosecution takes a year' });
    expect((await solicitor.reads<{ changes: number }>(`/drafts/${draft}`)).changes).toBe(seen + 1);
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    expect(await acts()).toBe('complete');
    expect((await next())[0]).toBe('complete');
    await officer.does(`/cases/${caseId}/incidents/${incident}/error`, { reason: 'It was his brother' });
    expect(await next()).toEqual(['incomplete', 'Change the application: every incident it relies on was recorded in error']);
    expect(await acts()).toBe('incomplete');
    for (const page of ['acts', 'check', 'authorisation'])
      expect([page, (await solicitor.sees(`/drafts/${draft}/${page}`)).main]).toEqual([
        page,
        expect.stringContaining('Add at least one act'),
      ]);
    expect((await solicitor.sees(`/drafts/${draft}/check`)).main).toContain('Incident 1: recorded in error since');
    expect(await solicitor.isTold(`/drafts/${draft}/authorisation`, {})).toBe('not-ready');
    const { changes } = await solicitor.reads<{ changes: number }>(`/drafts/${draft}`);
    const decision = { of: changes, rank: 'superintendent', officer: 'Supt 0000 Invented' };
    expect(await authoriser.isTold(`/drafts/${draft}/authorise`, { ...decision, decision: 'given' })).toBe('acts-struck');
    expect(await solicitor.isTold(`/drafts/${draft}/filing`, { filedOn: '2026-03-02' })).toBe('not-ready');
    await authoriser.tells(`/drafts/${draft}/authorise`, { ...decision, decision: 'refused', reason: 'Add what happened' });
  });
});
