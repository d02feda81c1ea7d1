import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventStore } from '#event-store';
import { Projector } from '#event-store/module';
import { day, moment } from './support/days.js';
import { authorised, drafted } from './support/drafts.js';
import { draftJson } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

jest.setTimeout(120_000);

let story: Story;
let solicitor: Desk;
let authoriser: Desk;
let essex: Desk;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 12:00');
  [solicitor, authoriser, essex] = [story.desk('legal.kent'), story.desk('authoriser.kent'), story.desk('legal.essex')];
});
afterAll(() => story.end());

async function keptAgain(projector: Projector): Promise<void> {
  await projector.start();
  const head = await story.service.app.get(EventStore).head();
  if (head !== null && !(await projector.waitFor(head, 20_000))) throw new Error('The read models did not get there');
}

describe('An order that is recorded and that no read model shows yet', () => {
  it('is weighed when the application is asked to be authorised, authorised and filed', async () => {
    const respondent = await perpetrator(solicitor, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
    const protects = await protectedPerson(solicitor, respondent, { given: 'Nora', family: 'Nonesuch' });
    const theirs = await protectedPerson(essex, respondent, { given: 'Una', family: 'Madeupton' });
    const draft = await drafted(solicitor, { respondent, protects });
    const asked = await drafted(solicitor, { respondent, protects });
    const unasked = await drafted(solicitor, { respondent, protects });
    await authorised(solicitor, authoriser, draft);
    await solicitor.does(`/drafts/${asked}/authorisation`, {});
    const decision = { of: 10, decision: 'given', rank: 'superintendent', officer: 'Supt 0000 Invented' };

    const projector = story.service.app.get(Projector);
    await projector.stop();
    const order = { kind: 'spo', origin: 'application', courtType: 'magistrates', protectedPersonIds: [theirs] };
    await essex.tells(`/perpetrators/${respondent}/orders`, {
      ...{ ...order, locality: 'uk' },
      ...draftJson({ made: '2026-03-02 10:00', until: '2028-03-01' }),
    });
    expect((await solicitor.reads<{ items: readonly object[] }>(`/perpetrators/${respondent}/orders`)).items).toEqual([]);

    expect(await solicitor.isTold(`/drafts/${draft}/filing`, { filedOn: '2026-03-02' })).toBe('not-ready');
    expect(await solicitor.isTold(`/drafts/${unasked}/authorisation`, {})).toBe('not-ready');
    expect(await authoriser.isTold(`/drafts/${asked}/authorise`, decision)).toBe('orders-unweighed');
    expect(await solicitor.isTold(`/drafts/${draft}/orders-in-force`, { shown: [], reason: 'Nothing was shown' })).toBe('orders-changed');
    expect((await solicitor.sees(`/drafts/${draft}/check`)).main).toContain('Nobody has compared the conditions with it yet');
    // What the page shows is what is decided on: it can be weighed at once.
    await solicitor.does(`/drafts/${draft}/orders-in-force`, { reason: 'Essex was asked: both can be obeyed' });
    await keptAgain(projector);
    expect((await solicitor.sees(`/drafts/${draft}`)).main).toContain('Conditions Complete');
  });
});

describe('Words that would tell the respondent where a protected person is', () => {
  const gate = 'He rings 07700 900777 nightly';
  const refusal =
    'The application would tell the respondent where a protected person can be reached. Mend what is listed, or tick that the court’s copy needs it';
  let respondent: string;
  let protects: string;

  beforeAll(async () => {
    respondent = await perpetrator(solicitor, { given: 'Otto', family: 'Contrived', born: '1980-01-01' });
    protects = await protectedPerson(solicitor, respondent, { given: 'Ada', family: 'Samplewright' }, { phone: '07700 900777' });
  });

  it('are filed from the page only on purpose, and it stays with the application by whom', async () => {
    const draft = await drafted(solicitor, { respondent, protects, necessity: gate });
    await authorised(solicitor, authoriser, draft, { knowingly: 'yes' });
    const filing = { filedOn: day('2026-03-02') };
    expect(await solicitor.isRefused(`/drafts/${draft}/check`, filing)).toEqual([refusal]);
    const filed = await solicitor.does(`/drafts/${draft}/check`, { ...filing, knowingly: 'yes' });
    expect(filed.main).toContain(
      'Why an order is necessary: a protected person’s telephone number. Legal team, Kent, said that the court’s copy needs it',
    );
    const history = (await story.desk('officer.kent').sees(`/perpetrators/${respondent}`)).main;
    expect(history).toContain('Filed on purpose with a protected person’s telephone number');
    expect(history).not.toContain('07700');
  });

  it('are filed by a program only on purpose; nothing is kept of it where nothing is given away', async () => {
    const draft = await drafted(solicitor, { respondent, protects, necessity: gate });
    await authorised(solicitor, authoriser, draft, { knowingly: 'yes' });
    expect(await solicitor.isTold(`/drafts/${draft}/filing`, { filedOn: '2026-03-02' })).toBe('gives-away');
    expect(await solicitor.isTold(`/drafts/${draft}/filing`, { filedOn: '2026-03-02', knowingly: false })).toBe('gives-away');
    await solicitor.tells(`/drafts/${draft}/filing`, { filedOn: '2026-03-02', knowingly: true });
    expect(await solicitor.reads(`/applications/${draft}`)).toMatchObject({
      givenAway: { by: { role: 'legal' }, found: [{ section: 'necessity', gives: 'telephone' }] },
    });
    const harmless = await drafted(solicitor, { respondent, protects });
    await authorised(solicitor, authoriser, harmless);
    await solicitor.tells(`/drafts/${harmless}/filing`, { filedOn: '2026-03-02', knowingly: true });
    expect(await solicitor.reads(`/applications/${harmless}`)).not.toHaveProperty('givenAway');
  });
});

describe('A hearsay notice', () => {
  it('is said to be too late where its 21 days have passed, to whoever writes, authorises and files it', async () => {
    const respondent = await perpetrator(solicitor, { given: 'Silas', family: 'Contrived', born: '1970-10-10' });
    const protects = await protectedPerson(solicitor, respondent, { given: 'Vera', family: 'Madeupton' });
    const draft = await drafted(solicitor, { respondent, protects });
    const hearsay = { relied: 'yes', what: 'What she told the officer', why: 'She is afraid of him' };
    await solicitor.does(`/drafts/${draft}/hearsay`, { ...hearsay, hearingOn: day('2026-03-24') });
    const pages = async () => {
      const asked = await solicitor.sees(`/drafts/${draft}/hearsay`);
      return [asked.main, (await solicitor.sees(`/drafts/${draft}/check`)).main];
    };
    for (const page of await pages()) expect(page).not.toContain('serve it at once');
    expect((await solicitor.sees(`/drafts/${draft}/check`)).main).toContain('Notice to be served by 3 Mar 2026');
    await solicitor.does(`/drafts/${draft}/hearsay`, { ...hearsay, hearingOn: day('2026-03-20') });
    for (const page of await pages()) expect(page).toContain('The hearsay notice was to be served by 27 Feb 2026: serve it at once');
    await solicitor.does(`/drafts/${draft}/authorisation`, {});
    expect((await authoriser.sees(`/drafts/${draft}/authorise`)).main).toContain('was to be served by 27 Feb 2026');
  });
  it('waits on the work list and on the application after the filing, until its service is recorded', async () => {
    const respondent = await perpetrator(solicitor, { given: 'Silas', family: 'Madeupson', born: '1970-10-10' });
    const protects = await protectedPerson(solicitor, respondent, { given: 'Vera', family: 'Contrived' });
    const draft = await drafted(solicitor, { respondent, protects });
    await solicitor.does(`/drafts/${draft}/hearsay`, { relied: 'yes', what: 'What she told the officer', why: 'She is afraid of him' });
    await authorised(solicitor, authoriser, draft);
    await solicitor.tells(`/drafts/${draft}/filing`, { filedOn: '2026-03-02' });
    const page = async () => (await solicitor.sees(`/applications/${draft}`)).main;
    const served = `/applications/${draft}/hearsay-served`;
    const onWorkList = async () => (await solicitor.sees('/work')).html.querySelectorAll('a').map((link) => link.getAttribute('href'));
    expect(await page()).toContain('list that hearing');
    await solicitor.does(`/applications/${draft}/hearings/new`, {
      ...{ courtName: 'Testville', at: moment('2026-04-20 10:00'), purpose: 'final' },
    });
    expect(await page()).toContain('It is to be served by 30 Mar 2026, for the hearing on 20 Apr 2026');
    expect(await onWorkList()).toContain(served);
    expect(await solicitor.isRefused(served, { on: day('2025-03-02'), how: 'By post' })).toEqual([
      'It cannot be served before the application was begun. Check the day',
    ]);
    await solicitor.does(served, { on: day('2026-03-02'), how: 'On his solicitor by post' });
    expect(await page()).toContain('Notice of hearsay was served on 2 Mar 2026: On his solicitor by post');
    expect(await page()).not.toContain('is not recorded as served');
    expect(await onWorkList()).not.toContain(served);
  });
});
