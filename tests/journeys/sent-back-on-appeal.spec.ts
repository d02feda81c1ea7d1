import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { moment } from './support/days.js';
import { obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { history, work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let respondent: string;
let order: string;

const on = (kind: string) => work(solicitor).then((all) => all.filter(({ what }) => what === kind));
const page = async () => (await solicitor.sees(order)).main;

beforeAll(async () => {
  story = await Story.begin('2026-03-02 16:00');
  solicitor = story.desk('legal.kent');
  const officer = story.desk('officer.kent');
  respondent = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const nora = await protectedPerson(officer, respondent, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-03-02 10:00', until: '2028-03-01' };
  order = `/orders/${(await obtain(solicitor, respondent, { filed: '2026-02-02', sealed, protects: [nora] })).orderId}`;
  story.itIs('2026-06-01 09:00');
  await solicitor.tells(`${order}/appeals`, { on: '2026-03-10', by: 'respondent', against: 'making' });
}, 60_000);
afterAll(() => story.end());

describe('An appeal that was sent back to the court below', () => {
  it('leaves the order in force, and asks the court below for a day', async () => {
    const [waits] = await on('appeal-waits');
    await solicitor.does(waits?.next.href ?? '', {
      ...{ courtType: 'crown', courtName: 'Testville', at: moment('2026-05-29 12:00'), outcome: 'remitted' },
    });
    expect(await page()).toContain('It waits for the court below; the order stands meanwhile.');
    expect((await solicitor.sees(`/perpetrators/${respondent}`)).main).toContain('1 order in force');
    expect(await on('appeal-waits')).toMatchObject([
      { words: 'Ask the court below when it hears the matter again, or record what it decided' },
    ]);
  });

  it('has a hearing there, and is asked about again when that was held', async () => {
    const listing = { purpose: 'rehearing', at: moment('2026-06-15 10:00'), courtName: 'Testville' };
    await solicitor.does(`${order}/hearings/new`, listing);
    expect(await page()).toContain('what was sent back on appeal');
    expect(await on('appeal-waits')).toEqual([]);
    story.itIs('2026-06-15 16:00');
    await solicitor.does((await solicitor.sees(order)).link('Record what became of it'), { result: 'decided', heard: 'contested' });
    expect(await on('appeal-waits')).toHaveLength(1);
  });

  it('is decided below: the order ends then, and it is told as news of its own', async () => {
    const [waits] = await on('appeal-waits');
    const form = waits?.next.href ?? '';
    expect((await solicitor.sees(form)).main).toContain('It was sent back: record here what the court below decided');
    const outcome = { outcome: 'quashed', at: moment('2026-06-15 11:00') };
    expect(await solicitor.isRefused(form, { ...outcome, at: moment('2026-05-28 11:00') })).toEqual([
      'The court below cannot have decided it before it was sent back. Check the day',
    ]);
    const shown = await solicitor.does(form, outcome);
    expect(shown.main).toContain('Not in force: quashed on appeal on 15 Jun 2026');
    expect(shown.main).toContain('to which it was sent back on 29 May 2026');
    expect(await on('appeal-waits')).toEqual([]);
    const lines = history(await solicitor.sees(`/perpetrators/${respondent}`)).join('\n');
    expect(lines).toContain('The court below decided what was sent back on appeal: quashed');
    const told = await on('tell-of-order');
    expect(told.filter(({ words }) => words.includes('appeal')).length).toBeGreaterThanOrEqual(2);
  });
});
