import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellWhen } from './support/breaches.js';
import { eventually } from './support/eventually.js';
import { noContact, obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { history } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

interface Waiting {
  readonly items: readonly { readonly id: string; readonly asKind: string; readonly records: readonly { readonly id: string }[] }[];
}

const home = { addresses: [{ lines: '7 Nowhere Street', postcode: 'ZZ1 1ZZ' }] };

let story: Story;
let kent: Desk;
let essex: Desk;
let hidden: string;
let seen: string;

const waiting = async (desk: Desk): Promise<Waiting['items']> => (await desk.reads<Waiting>('/links')).items;
const pairWith = (items: Waiting['items'], id: string) => items.find(({ records }) => records.some((record) => record.id === id));

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [kent, essex] = [story.desk('legal.kent'), story.desk('officer.essex')];
}, 60_000);
afterAll(() => story.end());

describe('Records that may be linked', () => {
  it('of twins are shown as of relatives, and nothing is linked', async () => {
    const nigel = await perpetrator(kent, { given: 'Nigel', family: 'Nonesuch', born: '1990-01-31' }, home);
    const neville = await perpetrator(essex, { given: 'Neville', family: 'Nonesuch', born: '1990-01-31' }, home);
    const found = await eventually(async () => pairWith(await waiting(kent), nigel), Boolean);
    expect(found?.records.map(({ id }) => id).toSorted()).toEqual([nigel, neville].toSorted());
    expect(found?.asKind).toBe('relatives');
    expect((await kent.sees('/links')).main).toContain('May be a relative');
    expect((await kent.sees(`/links/${found?.id}`)).main).toContain('May be a relative');
    expect((await kent.sees(`/perpetrators/${nigel}`)).main).not.toContain('One person, 2 records');
  });

  it('are there only for those who may see both, also on the history, the count and by address', async () => {
    hidden = await perpetrator(kent, { given: 'Sham', family: 'Exampleson', born: '1981-07-09' }, { ...home, policeForce: '46' });
    seen = await perpetrator(essex, { given: 'Sham', family: 'Exampleson', born: '1981-07-09' });
    const found = await eventually(async () => pairWith(await waiting(kent), hidden), Boolean);
    const pair = found?.id ?? '';
    expect(pairWith(await waiting(essex), seen)).toBeUndefined();
    expect(await essex.tries(`/links/${pair}`)).toBe(404);
    expect(history(await essex.sees(`/perpetrators/${seen}`)).join()).not.toContain('another record');
    expect(history(await kent.sees(`/perpetrators/${seen}`)).join()).toContain('another record');
    expect((await kent.sees(`/perpetrators/${seen}/card`)).main).toContain('Another record, of Kent, may be of this person.');
    expect((await essex.sees(`/perpetrators/${seen}/card`)).main).not.toContain('Another record');
    await kent.does(`/links/${pair}`, {}, 'Same person');
    expect((await kent.sees(`/perpetrators/${seen}`)).main).toContain('One person, 2 records');
    const page = await essex.sees(`/perpetrators/${seen}`);
    expect(page.main).not.toMatch(/One person|another record|Kent/);
    expect((await essex.sees(`/perpetrators/${seen}/card`)).main).not.toMatch(/One person|Kent/);
    const told = await essex.tries(`/api/v1/links/${pair}`);
    expect(told).toBe(404);
  });

  it('are decided by the API as by the page, once', async () => {
    const one = await perpetrator(kent, { given: 'Ada', family: 'Samplewright', born: '1975-05-05' });
    await perpetrator(essex, { given: 'Ada', family: 'Samplewright', born: '1975-05-05' });
    const found = await eventually(async () => pairWith(await waiting(kent), one), Boolean);
    expect(await kent.isTold(`/links/${found?.id}`, { decision: 'different' })).toBe('no-reason');
    expect(await kent.isRefused(`/links/${found?.id}`, {}, 'Not the same')).toEqual(['Enter why they are not the same person']);
    const different = { decision: 'different', reason: 'Their fingerprints differ' };
    await kent.tells(`/links/${found?.id}`, different);
    expect((await kent.sees(`/perpetrators/${one}`)).main).toContain('Their fingerprints differ');
    const decided = 'Declined 20 Jun 2026 at 12:00, Lee Fictional (Kent): Their fingerprints differ';
    expect((await kent.sees(`/links/${found?.id}`)).main).toContain(decided);
    expect((await essex.sees(`/links/${found?.id}`)).main).toContain(decided);
    expect(await kent.isTold(`/links/${found?.id}`, different)).toBe('already-declined');
    expect(await kent.isTold(`/links/${found?.id}/undo`, { reason: 'None' })).toBe('not-linked');
    await kent.tells(`/links/${found?.id}`, { decision: 'same' });
    expect(await kent.isTold(`/links/${found?.id}`, { decision: 'same' })).toBe('already-linked');
  });

  it('are told of on both steps of a report, with the orders in force on the other record, until it is decided', async () => {
    const officer = story.desk('officer.kent');
    const bound = await perpetrator(officer, { given: 'Barnabas', family: 'Placeholder', born: '1984-02-11' });
    const victim = await protectedPerson(officer, bound, { given: 'Nora', family: 'Nonesuch' });
    const sealed = { made: '2026-06-01 10:00', until: '2028-05-31', conditions: [noContact] };
    await obtain(kent, bound, { filed: '2026-05-20', sealed, protects: [victim] });
    const twice = await perpetrator(officer, { given: 'Barnabas', family: 'Placeholder', born: '1984-02-11' });
    const pair = await eventually(async () => pairWith(await waiting(kent), twice), Boolean);
    const told = 'Another record, of Kent, may be of this person. 1 order is in force on it.';
    const found = await officer.does('/search', { name: 'Barnabas Placeholder' }, 'Search');
    expect(found.all('.ow-hit').filter((hit) => hit.includes(told))).toHaveLength(1);
    expect(found.find('.ow-hit a[href^="/links/"]')).toContain('Compare them');
    expect((await officer.sees(`/perpetrators/${twice}/breaches/new`)).main).toContain(told);
    expect((await tellWhen(officer, twice, { when: '2026-06-20 10:00', kinds: ['message'] })).main).toContain(told);
    const kept = { at: '2026-06-20T09:00:00.000Z', kinds: ['message'], account: 'A letter', reporter: 'protected-person', keep: true };
    const { id } = await officer.tells<{ id: string }>(`/perpetrators/${twice}/breaches`, kept);
    await kent.tells(`/links/${pair?.id}`, { decision: 'same' });
    expect((await officer.sees(`/perpetrators/${twice}/breaches/new`)).main).not.toContain('Another record');
    const flagged = 'turned out to have been in force when this happened';
    const page = await eventually(
      async () => (await officer.sees(`/breaches/${id}`)).main,
      (main) => main.includes(flagged),
    );
    expect(page).toContain(flagged);
  });

  it('are told of as soon as one is recorded, and not of somebody else, or to who may not see the other', async () => {
    const enter = (desk: Desk, given: string, day = '7') =>
      desk.does('/perpetrators/new', { ...{ given, family: 'Specimen', sex: 'unknown' }, dateOfBirth: { day, month: '8', year: '1979' } });
    const first = await enter(essex, 'Orlo');
    expect(first.main).toContain('The person is recorded');
    expect(first.main).not.toContain('may be of this person: compare');
    const again = await enter(kent, 'Orlo');
    expect(again.main).toContain(
      'The person is recorded. Another record, of Essex, may be of this person: compare them on this page or under Links',
    );
    expect((await enter(kent, 'Wilhelmina', '9')).main).not.toContain('may be of this person: compare');
    await perpetrator(kent, { given: 'Zebulon', family: 'Specimen', born: '1966-02-03' }, { policeForce: '46' });
    const unseen = await essex.does('/perpetrators/new', {
      ...{ given: 'Zebulon', family: 'Specimen', sex: 'unknown' },
      dateOfBirth: { day: '3', month: '2', year: '1966' },
    });
    expect(unseen.main).not.toContain('may be of this person');
  });

  it('are not for managers', async () => {
    expect(await story.desk('manager.kent').tries('/links')).toBe(403);
  });
});

describe('Records that were never offered', () => {
  let zed: string;
  let barnaby: string;
  let pair: string;

  beforeAll(async () => {
    zed = await perpetrator(kent, { given: 'Zed', family: 'Otherwise', born: '1969-01-02' });
    barnaby = await perpetrator(essex, { given: 'Barnaby', family: 'Placeholder', born: '1977-07-17' });
  });

  it('are found from the page of one, compared line by line, and linked with a reason', async () => {
    const found = await kent.does(`/perpetrators/${zed}/link`, { name: 'Placeholder' });
    expect(found.main).toContain('Compare with PLACEHOLDER, Barnaby');
    const compare = found.html.querySelectorAll('.ow-hit a').map((link) => link.getAttribute('href'));
    expect(compare).toContain(`/perpetrators/${zed}/link/${barnaby}`);
    const page = await kent.sees(`/perpetrators/${zed}/link/${barnaby}`);
    expect(page.main).toContain('not alike enough to be offered');
    expect(page.main).toContain('Against Given name: different');
    expect(await kent.isRefused(`/perpetrators/${zed}/link/${barnaby}`, {})).toEqual(['Enter why these are one person']);
    const linked = await kent.does(`/perpetrators/${zed}/link/${barnaby}`, { reason: 'Fingerprints taken on arrest' });
    pair = linked.at.split('/').at(-1) ?? '';
    expect(linked.main).toContain('Undo the link');
    const there = await kent.sees(`/perpetrators/${zed}`);
    expect(there.main).toContain('One person, 2 records');
    expect(history(there).join()).toContain('Linked with another record: one person');
    expect(there.main).toContain('Fingerprints taken on arrest');
  });

  it('lead to the page of the pair once something was decided', async () => {
    const client = await kent.client();
    expect((await client.get(`/perpetrators/${barnaby}/link/${zed}`)).location).toBe(`/links/${pair}`);
    expect(await kent.tries(`/perpetrators/${zed}/link/${zed}`)).toBe(404);
    expect(await kent.tries(`/perpetrators/${zed}/link/00000000-0000-4000-8000-000000000000`)).toBe(404);
  });

  it('can be taken apart by a reader when one was restricted since, and are not there for others', async () => {
    await kent.does(`/perpetrators/${zed}/restriction`, { basis: 'risk-of-harm' });
    expect(await essex.tries(`/links/${pair}`)).toBe(404);
    expect(await essex.isTold(`/links/${pair}/undo`, { reason: 'None' }).catch(() => 'not there')).toBe('not there');
    expect((await essex.sees(`/perpetrators/${barnaby}`)).main).not.toMatch(/One person|See the link/);
    await kent.does(`/links/${pair}`, { reason: 'The prints were of somebody else' }, 'Undo the link');
    expect((await kent.sees(`/perpetrators/${zed}`)).main).not.toContain('One person, 2 records');
  });

  it('can be taken apart after one was erased', async () => {
    const erased = await perpetrator(kent, { given: 'Dex', family: 'Mockman', born: '1950-05-05' });
    const { at } = await kent.does(`/perpetrators/${erased}/link/${barnaby}`, { reason: 'He said so himself' });
    const erasure = { basis: 'court-order', authority: 'Order 99/2026' };
    await story.desk('administrator').tells(`/perpetrators/${erased}/erasure`, erasure);
    await story.desk('administrator.second').tells(`/erasures/${erased}`, { seen: 'yes' });
    const page = await kent.sees(at);
    expect(page.main).toMatch(/Erased record.*nothing left to compare/);
    expect(page.main).not.toContain('Mockman');
    expect((await kent.sees(`/perpetrators/${barnaby}`)).main).toContain('See the link, or undo it');
    await kent.does(at, { reason: 'The erased record was of somebody else' }, 'Undo the link');
    const there = await kent.sees(`/perpetrators/${barnaby}`);
    expect(there.main).not.toMatch(/One person|See the link/);
    expect(history(there).join()).toContain('Link with another record undone');
  });
});
