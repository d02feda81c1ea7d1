import { describe, expect, it } from '@jest/globals';
import { permissionsOf } from '#access';
import type { ApplicationFact, OrderFact } from '#orders';
import { application, day, determined, filed, found, noon, ofOrder, order, orderMade } from './example-facts.js';
import { nextFor } from './task-kinds.js';
import { tasks } from './clocks.js';
import { dueOn } from './task.js';

const solicitor = { permissions: permissionsOf('legal') };
const of = { applicationId: 'a-1', perpetratorId: 'p-1', force: '46' };
const crown = { type: 'crown', name: 'Testville Crown Court' } as const;
const appealed: ApplicationFact = {
  type: 'RefusalAppealed',
  data: { ...of, appealId: 'ap-1', on: '2026-04-10', by: 'chief-officer', court: crown },
};
const decided = (result: 'confirmed' | 'remitted' | 'order-made', on = '2026-06-01'): ApplicationFact => ({
  type: 'RefusalAppealDecided',
  data: { ...of, appealId: 'ap-1', court: crown, at: day(on), result, orderId: result === 'order-made' ? 'o-1' : null },
});
const refused = [filed(), determined('2026-03-27', 'refused')];
const shown = (today: string, what: Parameters<typeof found>[1], ...facts: readonly ApplicationFact[]) =>
  found(today, what, { applications: [application(...facts)] }).map(({ state, dueBy, urgent, words, force }) => [
    state,
    dueBy,
    urgent,
    words,
    force,
  ]);
const words = 'Appeal against the refusal, or record that the force does not';

describe('the last day of appealing against a refusal', () => {
  it('is the earlier of the two limits, more urgent in the last days, of the force that applied', () => {
    expect(shown('2026-03-28', 'appeal-refusal', ...refused)).toEqual([['due', '2026-04-17', false, words, '46']]);
    expect(shown('2026-04-12', 'appeal-refusal', ...refused)).toEqual([['due', '2026-04-17', true, `${words}: last days`, '46']]);
    const late = 'The time to appeal has run out: ask the court to allow a late appeal, or record that there is none';
    expect(shown('2026-04-18', 'appeal-refusal', ...refused)).toEqual([['overdue', '2026-04-17', true, late, '46']]);
    expect(shown('2026-05-15', 'appeal-refusal', ...refused)).toHaveLength(1);
    expect(shown('2026-05-16', 'appeal-refusal', ...refused)).toEqual([]);
    const [task] = found('2026-03-28', 'appeal-refusal', { applications: [application(...refused)] });
    expect(task?.why).toContain('SPA 2019 s.7: refused 27 Mar 2026. 15 business days end on 21 Apr 2026, 21 days on 17 Apr 2026');
    expect(task?.why).toContain('to be confirmed by the force solicitor');
  });

  it('is done once somebody appealed, or decided that the force does not', () => {
    const accepted: ApplicationFact = {
      type: 'RefusalAccepted',
      data: { ...of, on: '2026-04-02' },
      personal: { reason: { about: ['p-1'], value: 'No' } },
    };
    for (const fact of [appealed, accepted]) expect(shown('2026-05-20', 'appeal-refusal', ...refused, fact)[0]?.[0]).toBe('done');
  });

  it('runs after a refusal alone', () => {
    expect(shown('2026-03-28', 'appeal-refusal', filed(), determined('2026-03-27', 'granted'))).toEqual([]);
    expect(shown('2026-03-28', 'appeal-refusal', filed())).toEqual([]);
  });
});

describe('an appeal against a refusal that waits', () => {
  it('is chased at its court until it is decided', () => {
    const waits = (today: string, ...facts: readonly ApplicationFact[]) => shown(today, 'appeal-waits', ...refused, appealed, ...facts);
    expect(waits('2026-04-11')).toEqual([['due', '2026-05-08', false, 'Ask the court when the appeal will be heard', '46']]);
    expect(waits('2026-05-09')[0]?.[3]).toContain('asked before, still waiting');
    expect(waits('2026-06-02', decided('confirmed'))[0]?.[0]).toBe('done');
  });

  it('has hearings of its own, which no determination of the application ends', () => {
    const listed: ApplicationFact = {
      type: 'HearingListed',
      data: { ...of, hearingId: 'h-1', court: crown, at: day('2026-06-01'), purpose: 'appeal', follows: null },
    };
    expect(shown('2026-05-20', 'hearing', ...refused, appealed, listed)[0]?.slice(0, 2)).toEqual(['due', '2026-06-01']);
    expect(shown('2026-06-03', 'hearing', ...refused, appealed, listed, decided('confirmed'))[0]?.[0]).toBe('done');
  });

  it('waits at the court below again once it was sent back, where nothing is late from before', () => {
    const back = [...refused, appealed, decided('remitted')];
    expect(shown('2026-06-02', 'application-waits', ...back)[0]?.slice(0, 2)).toEqual(['due', '2026-06-29']);
    expect(shown('2026-06-02', 'appeal-refusal', ...back)).toEqual([]);
  });

  it('is settled on the page of the application', () => {
    const [task] = found('2026-04-11', 'appeal-waits', { applications: [application(...refused, appealed)] });
    expect(nextFor('appeal-waits', task!.about, solicitor).href).toBe('/applications/a-1/appeals/ap-1/determine');
  });
});

describe('the words of an order that a court changed on appeal', () => {
  const lodged: OrderFact = {
    type: 'AppealLodged',
    data: { ...ofOrder, appealId: 'ap-1', on: '2026-05-20', by: 'respondent', against: { decision: 'making' } },
  };
  const varied: OrderFact = {
    type: 'AppealDetermined',
    data: { ...ofOrder, appealId: 'ap-1', court: crown, at: day('2026-06-10'), outcome: 'allowed', result: 'varied' },
  };
  const worded: OrderFact = {
    type: 'OrderVaried',
    data: {
      ...{ ...ofOrder, variationId: 'v-1', court: crown, effective: day('2026-06-10'), onApplicationOf: 'respondent' },
      ...{ respondentPresent: null, changes: [], end: null, onAppeal: 'ap-1' },
    },
  };
  const waiting = (today: string, ...facts: readonly OrderFact[]) =>
    tasks({ orders: [order(orderMade(), lodged, ...facts)], breaches: [], applications: [] }, '2026-03-01')
      .filter(({ what }) => what === 'appeal-words')
      .flatMap((task) => dueOn(task, noon(today)) ?? []);

  it('are to be recorded from the decision on, and late from the next day, until somebody does', () => {
    expect(waiting('2026-06-09')).toEqual([]);
    expect(waiting('2026-06-10', varied)).toMatchObject([
      { state: 'due', dueBy: '2026-06-10', words: 'Record how the court worded the order on appeal', force: '46' },
    ]);
    expect(waiting('2026-06-11', varied)).toMatchObject([{ state: 'overdue' }]);
    expect(waiting('2026-06-11', varied, worded)).toEqual([]);
  });

  it('are asked for at the form that names the appeal', () => {
    const [task] = waiting('2026-06-10', varied);
    expect(nextFor('appeal-words', task!.about, solicitor).href).toBe('/orders/o-1/vary?appeal=ap-1');
  });

  it('are not asked for where the order has ended since', () => {
    const ended: OrderFact = {
      type: 'OrderDischarged',
      data: { ...ofOrder, court: crown, at: day('2026-06-12'), onApplicationOf: 'respondent' },
    };
    expect(waiting('2026-06-13', varied, ended)).toEqual([]);
  });
});
