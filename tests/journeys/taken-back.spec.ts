import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import { fileApplication } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { history } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let manager: Desk;
let respondent: string;
let nora: string;

interface Row {
  readonly what: string;
  readonly dueBy: string;
  readonly state: string;
  readonly next: { readonly href: string };
}

beforeAll(async () => {
  story = await Story.begin('2026-05-04 10:00');
  [solicitor, manager] = [story.desk('legal.kent'), story.desk('manager.kent')];
  const officer = story.desk('officer.kent');
  respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
}, 60_000);
afterAll(() => story.end());

const filing = async () =>
  `/applications/${await fileApplication(solicitor, respondent, { filed: '2026-05-04', protects: [nora], interim: false })}`;
const work = async (what: string): Promise<Row[]> => {
  const parts = await solicitor.reads<Record<string, { readonly items: readonly Row[] }>>(`/work?kind=${what}`);
  const rows = Object.values(parts).flatMap(({ items }) => items ?? []);
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
};
const figures = async () => (await manager.reads<{ readonly total: object }>('/uptake?from=2026-05&to=2026-05')).total;
const said = async () => history(await solicitor.sees(`/perpetrators/${respondent}`)).join('\n');

describe('What was recorded in error on an application', () => {
  it('can be the application itself: it is filed by nobody, waits for no court, and stays on the history with its mark', async () => {
    const [first, twice] = [await filing(), await filing()];
    expect(await figures()).toMatchObject({ filed: 2, pending: 2, inError: 0 });
    expect(await work('application-waits')).toHaveLength(2);
    const form = (await solicitor.sees(twice)).link('Say that something was recorded in error');
    expect(await solicitor.isRefused(form, { entry: 'application', reason: 'Keyed twice' })).toEqual([
      'Select why the application should not be on record',
    ]);
    expect(await story.desk('legal.essex').tries(form)).toBe(403);
    const gone = await solicitor.does(form, { entry: 'application', why: 'twice', reason: 'The post brought it too' });
    expect(gone.main).toContain('Recorded in error: it is recorded twice');
    expect(gone.main).toContain('The post brought it too');
    expect(gone.main).not.toContain('What you can do');
    expect(await figures()).toMatchObject({ filed: 1, pending: 1, inError: 1, withdrawn: 0 });
    expect((await manager.sees('/uptake?from=2026-05&to=2026-05')).main).toContain('Not among these: 1 application recorded in error.');
    expect(await work('application-waits')).toHaveLength(1);
    expect(await said()).toContain('Recorded in error: Application for a stalking protection order by Kent');
    const waiting = (await solicitor.sees(`/perpetrators/${respondent}`)).main;
    expect(waiting).toContain('application1 1 pending');
    expect(await solicitor.isTold(`${twice}/support-withdrawals`, { protectedPersonId: nora, on: '2026-05-04' })).toBe(
      'application-in-error',
    );
    expect(await solicitor.reads(twice)).toMatchObject({ is: 'in-error', error: { why: 'twice', reason: 'The post brought it too' } });
    await solicitor.does(`${first}/end`, { outcome: 'withdrawn', at: moment('2026-05-04 09:00'), reason: 'no-longer-needed' });
  });

  it('can be that somebody no longer supports it, which then counts no more', async () => {
    const application = await filing();
    await solicitor.does(`${application}/support`, { protectedPersonId: nora, on: day('2026-05-04') });
    const form = await solicitor.sees(`${application}/error`);
    expect(form.main).toContain('That Nora Nonesuch no longer supports the application, from 4 May 2026');
    const shown = await solicitor.does(`${application}/error`, { entry: `support:${nora}`, reason: 'It was her sister' });
    expect(shown.main).not.toContain('It goes on.');
    expect(shown.main).toContain(
      'that somebody no longer supported the application on 4 May 2026 was recorded in error. It was her sister',
    );
    expect(await said()).toContain('Recorded in error: ');
    await solicitor.does(`${application}/end`, { outcome: 'withdrawn', at: moment('2026-05-04 09:00'), reason: 'no-longer-needed' });
  });

  it('can be what became of a hearing: it waits for its outcome, and what was directed at it was not', async () => {
    const application = await filing();
    await solicitor.does(`${application}/hearings/new`, { purpose: 'final', at: moment('2026-05-18 10:00'), courtName: 'Testville' });
    story.itIs('2026-05-18 16:00');
    await solicitor.does((await solicitor.sees(application)).link('Record what became of it'), {
      ...{ result: 'adjourned', reason: 'court-time', next: moment('2026-06-08 10:00') },
      directions: [{ to: 'police', by: day('2026-05-20'), words: 'Serve the statement of Nora Nonesuch' }],
    });
    expect((await work('direction')).map(({ dueBy }) => dueBy)).toEqual(['2026-05-20']);
    story.itIs('2026-06-01 09:00');
    const [late] = await work('direction');
    expect(late).toMatchObject({ state: 'overdue', dueBy: '2026-05-20' });
    const settling = { how: 'done', on: day('2026-05-19'), by: 'PC 0000 Sample' };
    const done = await solicitor.does(late?.next.href ?? '', settling);
    expect(done.main).toContain('Done 19 May 2026: PC 0000 Sample');
    expect(await work('direction')).toEqual([]);
    const { html } = await solicitor.sees(`${application}/error`);
    const key = (part: string) => html.querySelector(`input[value^="${part}:"]`)?.getAttribute('value') ?? '';
    await solicitor.does(`${application}/error`, { entry: key('direction-done'), reason: 'Another statement' });
    expect((await work('direction')).map(({ state }) => state)).toEqual(['overdue']);
    const shown = await solicitor.does(`${application}/error`, { entry: key('hearing-outcome'), reason: 'Another case' });
    expect(shown.main).toContain('No outcome recorded');
    expect(shown.main).not.toContain('Serve the statement');
    expect(shown.main).not.toContain('8 Jun 2026 at 10:00');
    expect(await work('direction')).toEqual([]);
    expect((await work('hearing')).map(({ dueBy }) => dueBy)).toEqual([expect.stringMatching(/^2026-05-/)]);
    expect(await said()).toContain('Recorded in error: Hearing adjourned: the court had no time');
  });
});
