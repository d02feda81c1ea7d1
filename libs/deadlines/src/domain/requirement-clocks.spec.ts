import { describe, expect, it } from '@jest/globals';
import { addDays } from '#calendar';
import { personal } from '#event-sourcing';
import { isWeekday, type OrderFact, weekdayNames } from '#orders';
import { dueWork, type DueWork, situationOf } from '../work-list/due-work.js';
import { taskRows } from '../work-list/task-rows.js';
import { tasks } from './clocks.js';
import { day, ofOrder, order, orderMade } from './example-facts.js';
import { dueOn } from './task.js';

const sign = { conditionId: 'c-1', versionId: 'c-1-v1', number: 3, code: 'R-SIGN', library: 2, category: 'requirement' } as const;
const spokenDays = (days: string) =>
  days
    .split(',')
    .map((one) => (isWeekday(one) ? weekdayNames[one] : one))
    .join(', ');

/** Made on Thursday 14 May 2026; `days`: on which he signs on. */
function made(days: string, over: Parameters<typeof orderMade>[0] = {}): OrderFact {
  const parameters = { station: 'Testville police station', days, hours: '18:00-20:00' };
  const wording = `Sign on at Testville police station on ${spokenDays(days)} between 18:00 and 20:00`;
  const words = personal(['p-1'], { wording, parameters, locality: null, necessity: null });
  const conditions = [{ ...sign, locality: 'uk', end: null } as const];
  const fact = orderMade({ made: day('2026-05-14'), end: { is: 'fixed', lastDay: '2028-05-13' }, ...over, conditions });
  return { ...fact, personal: { 'words:c-1-v1': words } } as OrderFact;
}
const about = (...facts: readonly [OrderFact, ...OrderFact[]]) =>
  tasks({ orders: [order(...facts)], applications: [], breaches: [] }).filter(({ what }) => what === 'requirement');
const next = (today: string, ...facts: readonly [OrderFact, ...OrderFact[]]) =>
  about(...facts).map((task) => dueOn(task, `${today}T12:00:00.000Z`)?.dueBy ?? null);

describe('a requirement that comes round', () => {
  it('is one task that goes from each occasion to the next, to the last', () => {
    const [task, ...more] = about(made('tue,fri'));
    expect([task?.opens, task?.dueBy, more]).toEqual(['2026-05-14', '2026-05-15', []]);
    expect(['2026-05-14', '2026-05-15', '2026-05-16', '2026-05-20', '2028-05-13'].map((on) => next(on, made('tue,fri')))).toEqual([
      ['2026-05-15'],
      ['2026-05-15'],
      ['2026-05-19'],
      ['2026-05-22'],
      ['2028-05-12'],
    ]);
    expect(task && dueOn(task, '2026-05-16T12:00:00.000Z')).toMatchObject({
      state: 'due',
      words: expect.stringMatching(/^Check that requirement 3 of the .* was met on 19 May 2026, 18:00 to 20:00$/),
    });
    expect(next('2028-06-01', made('tue,fri'))).toEqual([null]);
  });

  it('is asked for once a week where there are many occasions in it', () => {
    const daily = made('mon,tue,wed,thu,fri');
    expect(['2026-05-14', '2026-05-16', '2026-05-22', '2026-05-23'].map((on) => next(on, daily))).toEqual([
      ['2026-05-15'],
      ['2026-05-22'],
      ['2026-05-22'],
      ['2026-05-29'],
    ]);
    expect(about(daily)[0]?.steps?.length).toBeLessThan(110);
  });

  it('asks somebody to look at it where it goes on without an end, and is over with the order', () => {
    const open = made('tue', { end: { is: 'until-further-order' } });
    const late = addDays('2026-05-14', 5 * 366 + 30);
    const [task] = about(open);
    const then = task && dueOn(task, `${late}T12:00:00.000Z`);
    expect(then).toMatchObject({ state: 'overdue', words: expect.stringContaining('it goes on without an end') });
    const discharged: OrderFact = {
      type: 'OrderDischarged',
      data: { ...ofOrder, court: { type: 'magistrates', name: 'Testville' }, at: day('2026-06-01'), onApplicationOf: 'chief-officer' },
    };
    expect(about(open, discharged).map(({ done }) => done)).toEqual([true]);
    expect(about(made('tue', { end: { is: 'fixed', lastDay: '2026-05-15' } }))).toEqual([]);
  });

  it('is laid out in the rows of the work list, for which only its days and hours are kept', () => {
    const event = { stream: 'order-o-1', fact: made('tue,fri'), envelope: { recordedAt: '2026-05-14T12:00:00.000Z' } };
    const row = dueWork.evolve(null, event as Parameters<typeof dueWork.evolve>[1], 'p-1:46') as DueWork;
    expect(JSON.stringify(row.doc)).not.toMatch(/Testville police|As the court/);
    expect(tasks(situationOf(row.doc)).filter(({ what }) => what === 'requirement')).toEqual(about(made('tue,fri')));
    const rows = taskRows(row, '2026-06-01').filter(({ kind }) => kind === 'requirement');
    expect(rows[0]).toMatchObject({ opens: '2026-05-30', dueBy: '2026-06-02', lapses: '2026-06-02' });
    expect(rows.filter(({ opens, lapses }) => opens <= '2026-06-01' && (lapses === null || lapses >= '2026-06-01'))).toHaveLength(1);
  });
});
