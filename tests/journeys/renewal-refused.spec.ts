import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { day, moment } from './support/days.js';
import { obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { work } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let solicitor: Desk;
let order: string;
let proposal: string;

const at = (step = '') => `/orders/${order}/proposals/${proposal}${step}`;
const on = (kind: string) => work(solicitor).then((all) => all.filter(({ what }) => what === kind));

beforeAll(async () => {
  story = await Story.begin('2024-12-11 16:00');
  const officer = story.desk('officer.kent');
  solicitor = story.desk('legal.kent');
  const quentin = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const nora = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2024-12-11 10:00', until: '2026-12-10' };
  order = (await obtain(solicitor, quentin, { filed: '2024-12-02', sealed, protects: [nora] })).orderId;
  await serve(officer, order, '2024-12-11 15:00');
  story.itIs('2026-10-12 09:00');
  const begun = await solicitor.does(`/orders/${order}/proposals/new`, { asks: 'renewal', because: 'order-ends', reason: 'He rang again' });
  proposal = begun.at.split('/').at(-1) ?? '';
  await solicitor.does(at('/views'), { consultation: 'supports', told: 'told-safely' });
  await solicitor.does(at('/changes'), { end: { is: 'fixed', lastDay: day('2028-12-10') } });
  await story.desk('authoriser.kent').does(at('/approval'), { decision: 'approve' });
  await solicitor.does(at('/filing'), { filedOn: day('2026-10-12') });
  story.itIs('2026-11-22 09:00');
  await solicitor.does(at('/result'), { outcome: 'refused', because: 'evidence', at: moment('2026-11-20 10:00'), courtName: 'Testville' });
}, 60_000);
afterAll(() => story.end());

it('A refused renewal says until when it can be appealed, on its page and on the work list, and that the order ends', async () => {
  const page = await solicitor.sees(at());
  expect(page.main).toContain('Lodge the appeal by 11 Dec 2026: the earlier of 15 business days (11 Dec 2026) and 21 days (11 Dec 2026)');
  expect(page.link('Record an appeal')).toBe(`/orders/${order}/appeal`);
  expect(await on('appeal-refusal')).toMatchObject([{ dueBy: '2026-12-11', state: 'due' }]);
  expect(await on('review-before-end')).toMatchObject([{ dueBy: '2026-12-10', words: expect.stringContaining('refused the renewal') }]);
});

it('A refused renewal is left as it is by the force, with why, and is asked about no more', async () => {
  const page = await solicitor.sees(at());
  const [row] = await on('appeal-refusal');
  expect(row?.next.href).toBe(at());
  const form = page.link('record that the force does not appeal');
  expect(await solicitor.isRefused(form, { on: day('2026-11-19'), reason: 'Counsel advised against it' })).toEqual([
    'It cannot be decided before the court refused it. Check the day',
  ]);
  expect(await story.desk('legal.essex').tries(form)).toBe(403);
  const shown = await solicitor.does(form, { on: day('2026-11-21'), reason: 'Counsel advised against it' });
  expect(shown.main).toContain('The force decided on 21 Nov 2026 not to appeal: Counsel advised against it');
  expect(shown.main).not.toContain('Lodge the appeal by');
  expect(await on('appeal-refusal')).toEqual([]);
  expect(await on('review-before-end')).toHaveLength(1);
});

it('A refused renewal that was appealed waits for the court', async () => {
  const against = `refusal-of-renewal:${proposal}`;
  await solicitor.does(`/orders/${order}/appeal`, { on: day('2026-11-22'), by: 'chief-officer', against });
  expect(await on('appeal-refusal')).toEqual([]);
  expect(await on('appeal-waits')).toHaveLength(1);
  expect((await solicitor.sees(at())).main).not.toContain('Lodge the appeal by');
});
