import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openForm } from './support/form.js';
import { obtain } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { type Desk, Story } from './support/story.js';

const wording = 'Sign on at Testville police station on Tuesday and Friday between 18:00 and 20:00';

interface Listed {
  readonly what: string;
  readonly dueBy: string;
}

let story: Story;
let officer: Desk;
let order: string;

beforeAll(async () => {
  story = await Story.begin('2026-05-14 16:00');
  const solicitor = story.desk('legal.kent');
  officer = story.desk('officer.kent');
  const quentin = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const nora = await protectedPerson(officer, quentin, { given: 'Nora', family: 'Nonesuch' });
  const parameters = { station: 'Testville police station', days: ['tue', 'fri'], hours: { from: '18:00', to: '20:00' } };
  const conditions = [{ code: 'R-SIGN', category: 'requirement', wording, parameters }];
  order = (
    await obtain(solicitor, quentin, {
      filed: '2026-05-14',
      sealed: { made: '2026-05-14 10:00', until: '2028-05-13', conditions },
      protects: [nora],
    })
  ).orderId;
  story.itIs('2026-05-20 09:00');
}, 60_000);
afterAll(() => story.end());

const page = () => `/orders/${order}/requirements`;
/** The days of what is overdue. */
const waiting = async () => {
  const parts = await officer.reads<Readonly<Record<string, { readonly items?: readonly Listed[] }>>>('/work');
  const items = Object.values(parts).flatMap((part) => part.items ?? []);
  return items.filter(({ what, dueBy }) => what === 'requirement' && dueBy < '2026-05-20').map(({ dueBy }) => dueBy);
};
const occasions = async () =>
  (await officer.sees(page())).html.querySelectorAll('input[name=occasions]').map((box) => box.getAttribute('value') ?? '');

describe('Whether a requirement was met', () => {
  it('is recorded from the order, occasion by occasion, and the occasion leaves the work list', async () => {
    expect(await waiting()).toEqual(['2026-05-15', '2026-05-19']);
    const [friday = '', tuesday] = await occasions();
    expect([friday, tuesday].map((one) => one?.slice(-10))).toEqual(['2026-05-15', '2026-05-19']);
    expect(await officer.isRefused(page(), {})).toEqual(['Select which occasions', 'Select whether it was met']);
    expect(await officer.isRefused(page(), { occasions: [friday], result: 'excused' })).toEqual(['Enter the reason that is accepted']);
    const shown = await officer.does(page(), { occasions: [friday], result: 'met' });
    expect(shown.main).toContain('15 May 2026: requirement 1 met');
    expect(await waiting()).toEqual(['2026-05-19']);
  });

  it('when it was missed leads to a report of a breach with the day and the condition filled in', async () => {
    const [, tuesday = ''] = await occasions();
    const form = await officer.does(page(), { occasions: [tuesday], result: 'missed' });
    expect(form.heading).toContain('Report a breach');
    expect(form.html.querySelector('input[name=kinds][value=missed-requirement]')?.hasAttribute('checked')).toBe(true);
    expect(form.html.querySelector('input[name="on[day]"]')?.getAttribute('value')).toBe('19');
    expect(form.html.querySelector('input[name=alleging]')?.getAttribute('value')).toContain(order);
    expect(await waiting()).toEqual([]);
    const next = await (await openForm(await officer.client(), form.at)).press();
    expect(next.html.querySelectorAll('input[name=alleging][checked]').length).toBe(1);
  });

  it('is the keeping force’s own to say', async () => {
    expect(await story.desk('officer.essex').tries(page())).toBe(403);
  });
});
