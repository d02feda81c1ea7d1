import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCase, recordIncident } from './support/cases.js';
import { day } from './support/days.js';
import { type Fields, Form } from './support/form.js';
import { obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, idIn, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let officer: Desk;
let authoriser: Desk;
let stranger: Desk;
let respondent: string;
let nora: string;
let ada: string;
let draft: string;
let caseId: string;
let incident: string;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 09:00');
  [solicitor, officer, authoriser] = [story.desk('legal.kent'), story.desk('officer.kent'), story.desk('authoriser.kent')];
  stranger = story.desk('legal.essex');
  respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
  ada = await protectedPerson(officer, respondent, { given: 'Ada', family: 'Samplewright' });
  caseId = await openCase(officer, respondent, { people: [ada] });
  incident = await recordIncident(officer, caseId, { when: '2026-02-10 21:15', conduct: ['message'], people: [ada] });
}, 60_000);
afterAll(() => story.end());

interface Sections {
  readonly state: string;
  readonly changes: number;
  readonly sections: readonly { readonly section: string; readonly state: string; readonly revision: number | null }[];
}
const states = async (id = draft): Promise<Record<string, string>> =>
  Object.fromEntries((await solicitor.reads<Sections>(`/drafts/${id}`)).sections.map(({ section, state }) => [section, state]));
const writes = (section: string, fields: Fields) => solicitor.does(`/drafts/${draft}/${section}`, fields);

const condition: Fields = {
  ...{ number: '1', code: 'SURV', wording: 'You must not watch or follow Nora Nonesuch', necessity: 'He waited at her gate three times' },
};

describe('An application', () => {
  it('is begun from the respondent’s page, and its sections wait for the people they speak of', async () => {
    const begun = await solicitor.does(`/perpetrators/${respondent}/drafts/new`, {});
    draft = idIn(begun);
    expect(begun.at).toBe(`/drafts/${draft}`);
    expect(begun.heading).toBe('Application for a stalking protection order');
    expect(await states()).toMatchObject({ parties: 'incomplete', acts: 'cannot-start', authorisation: 'cannot-start' });
    expect(begun.html.querySelectorAll('.govuk-task-list a').map((link) => link.text.trim())).not.toContain('What happened');
  });

  it('tells what must come first to whoever opens a section too early, and keeps what was typed', async () => {
    expect(await solicitor.isRefused(`/drafts/${draft}/risk`, { facts: 'She moved house' })).toEqual([
      'Name the protected people first: what you write here is sealed under their keys',
    ]);
  });

  it('is saved as it goes, in any order, however little there is', async () => {
    expect((await solicitor.form(`/drafts/${draft}/parties`)).pairs).toContainEqual(['applicant', 'The Chief Constable of Kent Police']);
    await writes('parties', { applicant: '', courtName: 'Testville' });
    expect(await states()).toMatchObject({ parties: 'incomplete' });
    expect((await solicitor.sees(`/drafts/${draft}/parties`)).main).toContain('Enter who applies');
    await writes('parties', { applicant: 'The Chief Constable of Kent Police', courtName: 'Testville' });
    await writes('people', { protectedPersonIds: [nora], victimIds: [ada], byProxy: 'He reaches Nora through Ada' });
    expect(await states()).toMatchObject({ parties: 'complete', people: 'complete', acts: 'incomplete' });
    await writes('area', { basis: 'resides', facts: 'His tenancy is in Testville' });
    await writes('risk', { harms: ['psychological', 'physical'], facts: 'Nora Nonesuch sleeps at a friend’s', grade: 'high' });
    await writes('necessity', { facts: 'Bail ends in April', alternatives: 'A prosecution takes a year' });
    const unborn = { acts: [{ from: day('1985-02-01'), kind: 'loitering', what: 'He waited at the gate' }] };
    expect(await solicitor.isRefused(`/drafts/${draft}/acts`, unborn)).toEqual([expect.stringContaining('was born. Check the days')]);
    await writes('acts', {
      acts: [{ from: day('2026-02-01'), kind: 'loitering', what: 'He waited at the gate', source: 'Statement of Ada' }],
      why: 'Three times in a week, after he was told to stop',
      incidentIds: [incident],
    });
    expect((await solicitor.sees(`/drafts/${draft}/check`)).main).toContain('Recorded incidents Incident 1, 10 Feb 2026');
    await writes('evidence', { items: [{ kind: 'statement', reference: 'AS/1', description: 'Statement of Ada Samplewright' }] });
    await writes('hearsay', { relied: 'no' });
  });

  it('asks for the conditions in two steps, with a reason of necessity each', async () => {
    const form = await solicitor.form(`/drafts/${draft}/conditions`);
    expect(form.names).toContain('_pick[conditions]');
    await writes('conditions', { duration: 'years', years: '2', conditions: [{ ...condition, necessity: '' }] });
    expect((await solicitor.sees(`/drafts/${draft}/conditions`)).main).toMatch(/Condition 1 \(.+\): enter why it is necessary/);
    await writes('conditions', { conditions: [condition] });
    await writes('interim', {
      sought: 'yes',
      why: 'He said that he comes again',
      notice: 'without',
      whyWithoutNotice: 'He may act at once',
    });
    expect(await states()).toMatchObject({ conditions: 'complete', authorisation: 'incomplete' });
  });
});

describe('Two people in one section', () => {
  it('do not overwrite each other: the later one sees both, and saves over it knowingly', async () => {
    const early = await (await solicitor.form(`/drafts/${draft}/necessity`)).fill({ facts: 'First of the two' });
    const second = story.desk('legal.kent');
    const late = await (await second.form(`/drafts/${draft}/necessity`)).fill({ facts: 'Second of the two' });
    expect((await early.press()).status).toBe(303);
    const refused = await late.press();
    expect([refused.status, refused.errors]).toEqual([
      409,
      ['Somebody else saved this section while you were writing. Compare the two below, then save yours over it or go back'],
    ]);
    expect(refused.main).toContain('Saved by: Legal team, Kent, 2 Mar 2026');
    expect(refused.all('#changes td')).toEqual(['Bail ends in April', 'First of the two']);
    expect(refused.value('facts')?.trim()).toBe('Second of the two');
    expect(refused.find('#changes')).not.toContain('Lee Fictional');
    expect((await (await solicitor.form(`/drafts/${draft}/necessity`)).press()).status).toBe(303);

    const over = await new Form(await second.client(), `/drafts/${draft}/necessity`, refused).press('Save mine over it');
    expect((await second.sees(over.location)).heading).toBe('Application for a stalking protection order');
    expect((await solicitor.sees(`/drafts/${draft}/necessity`)).value('facts')?.trim()).toBe('Second of the two');
  });

  it('can write in different sections at the same time', async () => {
    const one = await (await solicitor.form(`/drafts/${draft}/risk`)).fill({ facts: 'She sleeps at a friend’s' });
    const other = await (await solicitor.form(`/drafts/${draft}/area`)).fill({ facts: 'His tenancy is in Testville still' });
    expect([(await one.press()).status, (await other.press()).status]).toEqual([303, 303]);
  });

  it('learn the same from the API', async () => {
    const { sections } = await solicitor.reads<Sections>(`/drafts/${draft}`);
    const seen = sections.find(({ section }) => section === 'risk')?.revision ?? 0;
    const risk = { harms: ['psychological'], facts: 'From a machine' };
    expect(await solicitor.isTold(`/drafts/${draft}/risk`, { ...risk, seen: seen - 1 })).toBe('section-changed');
    await solicitor.tells(`/drafts/${draft}/risk`, { ...risk, seen });
    expect(await solicitor.isTold(`/drafts/${draft}/risk`, risk)).toEqual([
      { pointer: '/seen', detail: 'Enter the revision of the section that you were shown' },
    ]);
  });
});

describe('An officer', () => {
  it('reads what is drafted and adds to it, but writes none of the rest', async () => {
    const page = await officer.sees(`/drafts/${draft}`);
    expect(page.link('Add something that happened')).toBe(`/drafts/${draft}/acts/add`);
    await officer.does(`/drafts/${draft}/acts/add`, { from: day('2026-02-20'), kind: 'contact', what: 'He rang nine times in one night' });
    await officer.does(`/drafts/${draft}/evidence/add`, { kind: 'record', description: 'The call log' });
    expect(await states()).toMatchObject({ acts: 'to-check', evidence: 'to-check', authorisation: 'cannot-start' });
    expect((await officer.sees(`/drafts/${draft}/check`)).main).toContain('He rang nine times in one night');
    expect([await officer.tries(`/drafts/${draft}/risk`), await officer.tries(`/drafts/${draft}/authorise`)]).toEqual([403, 403]);
  });

  it('has it checked by the legal team, who save the sections again', async () => {
    for (const section of ['acts', 'evidence'])
      expect((await (await solicitor.form(`/drafts/${draft}/${section}`)).press()).status).toBe(303);
    expect(await states()).toMatchObject({ acts: 'complete', hearsay: 'to-check' });
    expect((await (await solicitor.form(`/drafts/${draft}/hearsay`)).press()).status).toBe(303);
    expect(await states()).toMatchObject({ hearsay: 'complete', authorisation: 'incomplete' });
  });
});

describe('Another force', () => {
  it('learns that there is one and nothing of what it says; a manager reads how it stands but no words', async () => {
    const known = await stranger.sees(`/drafts/${draft}`);
    expect(known.main).toContain('Kent has been preparing an application');
    expect([known.text.includes('Nonesuch'), known.text.includes('gate')]).toEqual([false, false]);
    const closed = ['/risk', '/check', '/acts/add', '/orders-in-force'].map((path) => stranger.tries(`/drafts/${draft}${path}`));
    expect(await Promise.all(closed)).toEqual([404, 404, 404, 404]);
    const manager = story.desk('manager.kent');
    expect((await manager.sees(`/drafts/${draft}`)).main).toContain('What happened Complete');
    const read = JSON.stringify(await manager.reads(`/drafts/${draft}`));
    expect([read.includes('Nonesuch'), read.includes('gate'), await manager.tries(`/drafts/${draft}/check`)]).toEqual([false, false, 403]);
  });
});

describe('An order that comes to be in force meanwhile', () => {
  let order: string;

  it('must be weighed against the conditions before the application is authorised', async () => {
    const filed = { filed: '2026-03-01', sealed: { made: '2026-03-02 08:00', until: '2028-03-01' }, protects: [] as string[] };
    const theirs = await protectedPerson(stranger, respondent, { given: 'Una', family: 'Madeupton' });
    ({ orderId: order } = await obtain(stranger, respondent, { ...filed, protects: [theirs] }));
    expect(await states()).toMatchObject({ conditions: 'incomplete', authorisation: 'cannot-start' });
    const conditions = await solicitor.sees(`/drafts/${draft}/conditions`);
    expect(conditions.main).toContain('Orders in force now');
    expect(conditions.link('Compare the conditions with these orders')).toBe(`/drafts/${draft}/orders-in-force`);
    expect(await solicitor.isRefused(`/drafts/${draft}/authorisation`, {})).toEqual([
      'Complete every section first: the list below says what is missing',
    ]);
    await solicitor.does(`/drafts/${draft}/orders-in-force`, { reason: 'Essex was asked: both can be obeyed' });
    expect(await states()).toMatchObject({ conditions: 'complete' });
    const check = await solicitor.sees(`/drafts/${draft}/check`);
    expect(check.main).toContain('because: Essex was asked: both can be obeyed');
    expect(check.html.querySelectorAll('a').map((link) => link.getAttribute('href'))).toContain(`/orders/${order}`);
  });
});

describe('Authorisation', () => {
  const decision = { rank: 'superintendent', officer: 'Supt 0000 Invented' };

  it('is by a second person of the rank in the policy, who sees the whole', async () => {
    const early = await authoriser.sees(`/drafts/${draft}/authorise`);
    expect([early.main.includes('There is nothing to decide now'), early.html.querySelector('input[name=officer]')]).toEqual([true, null]);
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    expect((await authoriser.sees(`/drafts/${draft}`)).link('Authorise or refuse')).toBe(`/drafts/${draft}/authorise`);
    const start = await authoriser.sees('/work');
    expect(start.all('main h2')[0]).toBe('Waiting for you to authorise or approve 1');
    expect(start.html.querySelector('#authorise .ow-work__next a')?.getAttribute('href')).toBe(`/drafts/${draft}/authorise`);
    expect((await (await authoriser.client()).get('/')).location).toBe('/work');
    expect((await solicitor.sees('/work?when=waiting')).main).toContain('Authorise the application, or send it back');
    const asked = await authoriser.sees(`/drafts/${draft}/authorise`);
    expect(asked.main).toContain('Essex was asked');
    const checked = await solicitor.sees(`/drafts/${draft}/check`);
    expect(asked.all('dl.govuk-summary-list dd')).toEqual(checked.all('dl.govuk-summary-list dd'));
    expect(asked.main).toContain('He rang nine times in one night');
    expect(await authoriser.isRefused(`/drafts/${draft}/authorise`, { ...decision, rank: 'inspector', decision: 'given' })).toEqual([
      'Your force’s policy asks for at least this rank: superintendent',
    ]);
    expect(
      await authoriser.isRefused(`/drafts/${draft}/authorise`, { ...decision, officer: 'Supt Lee Fictional', decision: 'given' }),
    ).toEqual(['Somebody with this name wrote in the application. A second person must authorise it, under their own account and name']);
    expect(await authoriser.isRefused(`/drafts/${draft}/authorise`, { ...decision, decision: 'refused' })).toEqual([
      'Enter why you do not authorise it: it goes back to its writers with the reason',
    ]);
  });

  it('that is refused goes back with the reason; what changes afterwards is authorised anew', async () => {
    await authoriser.does(`/drafts/${draft}/authorise`, { ...decision, decision: 'refused', reason: 'Say more of the risk' });
    expect((await solicitor.sees(`/drafts/${draft}`)).main).toContain('Because: Say more of the risk');
    await writes('risk', { facts: 'She sleeps at a friend’s, and he knows where' });
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    await authoriser.does(`/drafts/${draft}/authorise`, { ...decision, decision: 'given' });
    expect(await states()).toMatchObject({ authorisation: 'complete' });
    await writes('necessity', { facts: 'Changed after it was authorised' });
    expect(await states()).toMatchObject({ authorisation: 'to-check' });
  });
});

describe('Filing', () => {
  it('is refused with everything that is missing, each with its link', async () => {
    const client = await solicitor.client();
    const form = await (await solicitor.form(`/drafts/${draft}/check`)).fill({ filedOn: day('2026-03-02') });
    const refused = await form.press();
    expect([refused.status, refused.errors]).toEqual([409, ['The application cannot be filed yet. Complete what is listed below']]);
    const link = refused.html.querySelectorAll('#missing a').map((one) => one.getAttribute('href'));
    expect(link).toEqual([`/drafts/${draft}/authorisation`]);
    expect((await client.get(link[0] ?? '')).status).toBe(200);
  });

  it('makes of the draft the application that waits for the court', async () => {
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    await authoriser.does(`/drafts/${draft}/authorise`, { decision: 'given', rank: 'superintendent', officer: 'Supt 0000 Invented' });
    const filed = await solicitor.does(`/drafts/${draft}/check`, { filedOn: day('2026-03-02'), reference: 'Ref 1' });
    expect([filed.at, filed.find('#state')]).toEqual([`/applications/${draft}`, 'Waiting to be determined']);
    expect(filed.main).toContain('without notice');
    expect(filed.main).toContain('Nora Nonesuch');
    expect((await (await solicitor.client()).get(`/drafts/${draft}`)).location).toBe(`/applications/${draft}`);
    expect(await solicitor.isTold(`/drafts/${draft}/risk`, { seen: 9, facts: 'Too late' })).toBe('filed-already');
  });

  it('stands on the respondent’s history with how it came about', async () => {
    const history = (await officer.sees(`/perpetrators/${respondent}`)).main;
    for (const line of [
      'Application begun',
      'Application authorised',
      'Application not authorised',
      'Application for a stalking protection order by Kent',
    ])
      expect(history).toContain(line);
  });
});

describe('Giving up', () => {
  it('is told with its reason, and nothing more can be written', async () => {
    expect(await solicitor.isRefused(`/perpetrators/${respondent}/drafts/new`, {})).toEqual([
      'There is an application against this person already. Go on with that one, or tick that you begin another one as well',
    ]);
    const theirs = await stranger.sees(`/perpetrators/${respondent}/drafts/new`);
    expect(theirs.main).toContain('There is an application already');
    const second = idIn(await solicitor.does(`/perpetrators/${respondent}/drafts/new?case=${caseId}`, { asWell: 'yes' }));
    // Begun from a case, it offers whom the case names, with where it knows them from, and says nothing of it until it is saved.
    const { pairs } = await solicitor.form(`/drafts/${second}/people`);
    expect(pairs.filter(([name]) => /protectedPersonIds|victimIds/.test(name)).map(([, id]) => id)).toEqual([ada, ada]);
    expect((await solicitor.sees(`/drafts/${second}/people`)).main).toContain(
      'Selected below: those whom the case opened 2 Mar 2026 names',
    );
    const { items } = await solicitor.reads<{ items: readonly { readonly id: string; readonly next: { readonly text: string } }[] }>(
      '/drafts',
    );
    expect(items.map(({ id, next }) => [id, next.text])).toEqual([[second, 'Parties and court']]);
    const given = await solicitor.does(`/drafts/${second}/abandon`, { reason: 'other-force-applies', note: 'Essex applies' });
    expect(given.main).toContain('another force applies. Essex applies');
    expect(await solicitor.isTold(`/drafts/${second}/parties`, { seen: 0, courtName: 'Testville' })).toBe('draft-abandoned');
    expect((await solicitor.reads<{ items: readonly object[] }>('/drafts')).items).toEqual([]);
  });
});
