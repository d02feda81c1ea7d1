import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import { fileApplication } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

interface Row {
  readonly id: string;
  readonly what: string;
  readonly words: string;
  readonly dueBy: string;
  readonly next: { readonly href: string };
}

let story: Story;
let solicitor: Desk;
let officer: Desk;
let application: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-04 10:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  const respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
  application = `/applications/${await fileApplication(solicitor, respondent, { filed: '2026-05-04', protects: [nora], interim: false })}`;
}, 60_000);
afterAll(() => story.end());

const page = async (desk = solicitor) => (await desk.sees(application)).main;
const next = async () => (await solicitor.sees(application)).link('Record what became of it');
const work = async (...kinds: readonly string[]): Promise<Row[]> => {
  const parts = await solicitor.reads<Record<string, { readonly items: readonly Row[] }>>('/work');
  const rows = Object.values(parts).flatMap(({ items }) => (items ?? []).filter(({ what }) => kinds.includes(what)));
  // A row may stand in two parts.
  return [...new Map(rows.map((row) => [row.id, row])).values()];
};

describe('A hearing', () => {
  it('is listed, and is what the application waits for', async () => {
    const [waits] = await work('application-waits');
    const listing = { purpose: 'final', at: moment('2026-05-18 10:00'), courtName: 'Testville', room: 'Court 2' };
    expect(await solicitor.isRefused(waits?.next.href ?? '', { ...listing, at: moment('2026-05-01 10:00') })).toEqual([
      'The hearing cannot be before the application was filed. Check the day',
    ]);
    const christmas = { ...listing, at: moment('2026-12-25 10:00') };
    expect(await solicitor.isRefused(waits?.next.href ?? '', christmas)).toEqual([
      '25 Dec 2026 is a bank holiday, when courts rarely sit. Change the day, or tick that the hearing is on it',
    ]);
    const told = { purpose: 'final', at: { on: '2026-12-25' }, courtType: 'magistrates', courtName: 'Testville' };
    expect(await solicitor.isTold(`${application}/hearings`, { ...told, sureOf: '2026-12-24' })).toBe('day-unlikely');
    await solicitor.does(waits?.next.href ?? '', listing);
    expect(await page()).toContain("18 May 2026 at 10:00, Testville (magistrates' court), Court 2: the final hearing To come");
    expect(await solicitor.isRefused(waits?.next.href ?? '', listing)).toEqual([expect.stringContaining('listed already')]);
    expect((await work('application-waits', 'hearing')).map(({ what, dueBy }) => [what, dueBy])).toEqual([['hearing', '2026-05-18']]);
  });

  it('is neither decided before its day nor anybody’s to record but the legal team’s of its force', async () => {
    const form = await next();
    expect(await solicitor.isRefused(form, { result: 'decided' })).toEqual([expect.stringContaining('still to come')]);
    expect([await officer.tries(form), await story.desk('legal.essex').tries(form)]).toEqual([403, 403]);
  });

  it('is adjourned with a reason and directions to a later day, which is listed with it', async () => {
    story.itIs('2026-05-18 16:00');
    const form = await next();
    expect(await solicitor.isRefused(form, { result: 'adjourned', next: moment('2026-06-08 10:00') })).toEqual([
      'Select why it was adjourned',
    ]);
    const adjourned = { result: 'adjourned', reason: 'evidence-not-ready', next: moment('2026-06-08 10:00') };
    expect(await solicitor.isRefused(form, { ...adjourned, next: moment('2026-05-18 09:00') })).toEqual([
      'It goes on later than it was listed. Check the day and the time',
    ]);
    const directions = [{ to: 'police', by: day('2026-05-29'), words: 'Serve the statement of Nora Nonesuch' }];
    await solicitor.does(form, { ...adjourned, directions });
    expect(await page()).toContain('It was adjourned: evidence was not ready');
    expect(await page()).toContain('By the end of 29 May 2026, the police: Serve the statement of Nora Nonesuch');
    expect(await page()).toContain('8 Jun 2026 at 10:00');
    expect(await solicitor.isRefused(form, { result: 'vacated' })).toEqual([expect.stringContaining('recorded already')]);
    expect((await work('hearing', 'direction')).map(({ what, dueBy }) => [what, dueBy])).toEqual([
      ['direction', '2026-05-29'],
      ['hearing', '2026-06-08'],
    ]);
  });

  it('whose day has passed asks for what became of it', async () => {
    story.itIs('2026-06-10 09:00');
    expect(await page()).toContain('No outcome recorded');
    const [missed] = await work('hearing');
    expect([missed?.words, missed?.dueBy]).toEqual([
      expect.stringContaining('Record what became of the hearing of 8 Jun 2026'),
      '2026-06-09',
    ]);
    await solicitor.does(missed?.next.href ?? '', {
      ...{ result: 'directions', heard: 'contested' },
      directions: [{ to: 'respondent', by: day('2026-06-24'), words: 'Answer in writing' }],
    });
    expect(await page()).toContain('The court gave directions and nothing else, contested');
    expect((await work('application-waits')).length).toBe(1);
  });

  it('ends with the decision, in which the hearing is named', async () => {
    story.itIs('2026-07-01 16:00');
    await solicitor.does(`${application}/hearings/new`, { purpose: 'final', at: moment('2026-07-01 14:00'), courtName: 'Testville' });
    await solicitor.does(`${application}/hearings/new`, { purpose: 'final', at: moment('2026-07-08 14:00'), courtName: 'Testville' });
    const granting = (await solicitor.sees(await next())).link('record that it was granted');
    expect(granting).toContain('?hearing=');
    const sealed = { courtName: 'Testville', made: moment('2026-07-01 14:30'), end: { is: 'fixed', lastDay: day('2028-06-30') } };
    const condition = { number: '1', code: 'NC-DIR', wording: 'Not to contact the protected person by any means' };
    const granted = await solicitor.does(granting, { ...sealed, heard: 'contested', conditions: [condition] });
    expect(granted.main).toContain('on an application');
    expect(await page()).toContain('The court decided, contested');
    expect(await page()).not.toContain('No outcome recorded');
    expect(await work('hearing', 'application-waits')).toEqual([]);
  });

  it('that stands listed for a later day than the decision is no longer needed, and can still be recorded as vacated', async () => {
    expect(await page()).toMatch(/8 Jul 2026 at 14:00.+?No longer needed.+?The application was granted before this day/);
    expect(await page()).not.toContain('To come');
    const form = (await solicitor.sees(application)).link('Record that it was taken out of the list');
    await solicitor.does(form, { result: 'vacated' });
    expect(await page()).toContain('It was not held');
    expect(await page()).not.toContain('Record that it was taken out');
  });
});
