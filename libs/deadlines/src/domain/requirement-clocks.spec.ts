import { describe, expect, it } from '@jest/globals';
import { addDays } from '#calendar';
import type { OrderFact } from '#orders';
import { dueWork, type DueWork, situationOf } from '../work-list/due-work.js';
import { laidOut, taskRows } from '../work-list/task-rows.js';
import { tasks } from './clocks.js';
import { day, ofOrder, order } from './example-facts.js';
import { LAID_OUT_FOR } from './requirement-clocks.js';
import { signingOn } from './signing-on.fixture.js';
import { dueOn } from './task.js';

/** Made on Thursday 14 May 2026; `days`: on which he signs on. */
const made = (days: string, over: Parameters<typeof signingOn>[1] = {}): OrderFact =>
  signingOn(days, { made: day('2026-05-14'), end: { is: 'fixed', lastDay: '2028-05-13' }, ...over });
const about = (today: string, ...facts: readonly [OrderFact, ...OrderFact[]]) =>
  tasks({ orders: [order(...facts)], applications: [], breaches: [] }, today).filter(({ what }) => what === 'requirement');
/** What is looked at on a day, as `<state> <day due>`; not what is still to come. */
const listed = (today: string, ...facts: readonly [OrderFact, ...OrderFact[]]) =>
  about(today, ...facts)
    .filter(({ opens, done }) => !done && opens !== null && opens <= today)
    .flatMap((task) => dueOn(task, `${today}T12:00:00.000Z`) ?? [])
    .map(({ state, dueBy }) => `${state} ${dueBy}`);
const event = { stream: 'order-o-1', fact: made('tue,fri'), envelope: { recordedAt: '2026-05-14T12:00:00.000Z' } };
const signing = dueWork.evolve(null, event as Parameters<typeof dueWork.evolve>[1], 'p-1:46') as DueWork;

/** What somebody recorded of these days. */
const checked = (...days: readonly string[]): OrderFact => ({
  type: 'RequirementChecked',
  data: { ...ofOrder, checkId: 'k-1', conditionId: 'c-1', versionId: 'c-1-v1', days, result: 'met' },
});

describe('an occasion of which somebody recorded whether it was met', () => {
  it('leaves the list', () => {
    expect(listed('2026-05-20', made('tue,fri'), checked('2026-05-15'))).toEqual(['overdue 2026-05-19', 'due 2026-05-22']);
    const daily = made('mon,tue,wed,thu,fri');
    expect(listed('2026-05-16', daily, checked('2026-05-14'))).toEqual(['overdue 2026-05-15', 'due 2026-05-22']);
    expect(listed('2026-05-16', daily, checked('2026-05-14', '2026-05-15'))).toEqual(['due 2026-05-22']);
  });
});

describe('occasions of which nothing was ever recorded', () => {
  const back = made('mon', { made: day('2026-10-01'), end: { is: 'until-further-order' } });
  const earlier = (today: string, ...facts: readonly OrderFact[]) =>
    about(today, back, ...facts).filter(({ id }) => id.endsWith('@earlier'));

  it('are one task together, whenever the order was recorded, until somebody accounts for them', () => {
    expect(earlier('2026-11-22')).toMatchObject([
      {
        words: 'Account for 5 earlier occasions of requirement 3 of the SPO, 5 Oct to 2 Nov 2026',
        ...{ dueBy: '2026-10-05', opens: '2026-10-20', lapses: null, done: false },
      },
    ]);
    const some = checked('2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26');
    expect(earlier('2026-11-22', some)).toMatchObject([
      { words: 'Account for the earlier occasion of requirement 3 of the SPO on 2 Nov 2026', dueBy: '2026-11-02' },
    ]);
    const all = checked('2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16');
    expect(earlier('2026-11-22', all)).toEqual([]);
  });

  it('are never lost between one laying out and the next', () => {
    for (let today = '2026-10-06'; today < '2026-12-20'; today = addDays(today, 1)) {
      for (const later of [today, addDays(today, LAID_OUT_FOR)]) {
        const standing = about(today, back).filter(
          ({ opens, lapses }) => opens !== null && opens <= later && (lapses === null || lapses >= later),
        );
        expect(standing.map(({ dueBy }) => dueBy)).toContain('2026-10-05');
      }
    }
  });
});

describe('a requirement whose days nobody entered', () => {
  const bare = (over: object = {}): OrderFact => {
    const { type, data } = made('mon') as Extract<OrderFact, { type: 'OrderMade' }>;
    const [condition] = data.conditions;
    return { type, data: { ...data, conditions: condition ? [{ ...condition, ...over }] : [] } };
  };
  const toEnter = (...facts: readonly [OrderFact, ...OrderFact[]]) =>
    tasks({ orders: [order(...facts)], applications: [], breaches: [] }, '2026-06-01').filter(({ what }) => what === 'enter-days');

  it('asks somebody to read the words and enter them, until they are there or the order is over', () => {
    expect(toEnter(bare())).toMatchObject([
      {
        words: 'Read the requirement of condition 3 of the SPO and enter its days by hand',
        dueBy: '2026-05-15',
        lapses: null,
        done: false,
      },
    ]);
    expect(toEnter(bare({ code: 'R-PROG' }))).toEqual([]);
    expect(toEnter(bare({ code: 'R-PROG', wordsOnly: true }))).toHaveLength(1);
    expect(toEnter(bare({ code: 'R-NOTIFY+' }))).toEqual([]);
    expect(toEnter(made('mon'))).toEqual([]);
    const said = made('mon') as Extract<OrderFact, { type: 'OrderMade' }>;
    const wording = 'You must report to Testville police station every Monday';
    const words = { ...said.personal?.['words:c-1-v1'], value: { wording, parameters: {}, locality: null, necessity: null } };
    const ownWords = { ...bare({ code: 'BESPOKE' }), personal: { 'words:c-1-v1': words } } as OrderFact;
    expect(toEnter(ownWords)).toMatchObject([{ words: 'Read the requirement of condition 3 of the SPO and enter its days by hand' }]);
    expect(toEnter(ownWords)[0]?.why).toContain('Correct it to the kind that has such days');
  });

  it('keeps its days on the work list where the words alone count', () => {
    const fact = made('mon') as Extract<OrderFact, { type: 'OrderMade' }>;
    const [condition] = fact.data.conditions;
    const words = fact.personal?.['words:c-1-v1'];
    const kept = {
      ...{ type: fact.type, data: { ...fact.data, conditions: [{ ...condition, wordsOnly: true }] } },
      personal: { 'words:c-1-v1': { ...words, value: { ...words?.value, wording: 'Sign on every Tuesday' } } },
    } as OrderFact;
    expect(listed('2026-05-18', kept)).toEqual(['due 2026-05-18']);
  });
});

describe('a requirement that comes round', () => {
  it('is looked at from each occasion to the next, and a missed one by itself for two weeks more', () => {
    expect(['2026-05-14', '2026-05-15', '2026-05-16', '2026-05-29', '2026-05-30'].map((on) => listed(on, made('tue,fri')))).toEqual([
      ['due 2026-05-15'],
      ['due 2026-05-15'],
      ['overdue 2026-05-15', 'due 2026-05-19'],
      ['overdue 2026-05-15', 'overdue 2026-05-19', 'overdue 2026-05-22', 'overdue 2026-05-26', 'due 2026-05-29'],
      ['overdue 2026-05-15', 'overdue 2026-05-19', 'overdue 2026-05-22', 'overdue 2026-05-26', 'overdue 2026-05-29', 'due 2026-06-02'],
    ]);
    expect(about('2026-05-16', made('tue,fri'))[2]?.words).toMatch(
      /^Check that requirement 3 of the .* was met on 19 May 2026, 18:00 to 20:00$/,
    );
    expect(listed('2028-05-14', made('tue,fri'))).toEqual([
      ...['overdue 2026-05-15', 'overdue 2028-05-02', 'overdue 2028-05-05', 'overdue 2028-05-09', 'overdue 2028-05-12'],
    ]);
    expect(listed('2028-06-01', made('tue,fri'))).toEqual(['overdue 2026-05-15']);
    expect(listed('2028-06-11', made('tue,fri'))).toEqual([]);
  });

  it('is asked for once a week where there are many occasions in it', () => {
    const daily = made('mon,tue,wed,thu,fri');
    expect(['2026-05-14', '2026-05-16', '2026-05-22', '2026-05-23'].map((on) => listed(on, daily))).toEqual([
      ['due 2026-05-15'],
      ['overdue 2026-05-15', 'due 2026-05-22'],
      ['overdue 2026-05-15', 'due 2026-05-22'],
      ['overdue 2026-05-15', 'overdue 2026-05-22', 'due 2026-05-29'],
    ]);
  });

  it('is laid out a few weeks ahead, the same each time, for as long as it goes on', () => {
    const open = made('tue,fri', { end: { is: 'until-further-order' } });
    expect(listed('2036-05-14', open).at(-1)).toBe('due 2036-05-16');
    for (let today = '2026-05-14'; today < '2026-09-01'; today = addDays(today, 1)) {
      const tasksNow = about(today, open);
      expect(tasksNow.length).toBeLessThan(24);
      const later = new Map(about(addDays(today, LAID_OUT_FOR), open).map((task) => [task.id, task]));
      const still = tasksNow.filter(({ lapses, dueBy }) => lapses !== null && lapses >= addDays(today, LAID_OUT_FOR) && dueBy !== null);
      expect(still.map(({ id }) => later.get(id))).toEqual(still);
      expect(tasksNow.at(-1)?.dueBy?.localeCompare(addDays(today, LAID_OUT_FOR + 14))).toBe(1);
    }
  });

  it('is over with the order, but for what was missed before', () => {
    const discharged: OrderFact = {
      type: 'OrderDischarged',
      data: { ...ofOrder, court: { type: 'magistrates', name: 'Testville' }, at: day('2026-06-01'), onApplicationOf: 'chief-officer' },
    };
    expect(listed('2026-06-02', made('tue'), discharged)).toEqual(['overdue 2026-05-19', 'overdue 2026-05-26']);
    expect(about('2026-05-14', made('tue', { end: { is: 'fixed', lastDay: '2026-05-15' } }))).toEqual([]);
  });

  it('is laid out in the rows of the work list, for which only its days and hours are kept', () => {
    expect(JSON.stringify(signing.doc)).not.toMatch(/Testville police|As the court/);
    expect(tasks(situationOf(signing.doc), '2026-06-01').filter(({ what }) => what === 'requirement')).toEqual(
      about('2026-06-01', made('tue,fri')),
    );
    const rows = taskRows(signing, '2026-06-01').filter(({ kind }) => kind === 'requirement');
    expect(rows[0]).toMatchObject({ opens: '2026-05-30', dueBy: '2026-05-15', lapses: '2028-06-10' });
    expect(rows[1]).toMatchObject({ opens: '2026-05-16', dueBy: '2026-05-19', lapses: '2026-06-02' });
    expect(rows.length).toBeLessThan(20);
    expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(1);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('has its rows made again in time, until there is no more to lay out', () => {
    expect(laidOut(signing, '2026-06-01').again).toBe('2026-06-15');
    expect(laidOut(signing, '2028-05-01').again).toBeNull();
  });
});
