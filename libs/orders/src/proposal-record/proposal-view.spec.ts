import { describe, expect, it } from '@jest/globals';
import type { ConditionChange, OrderFact } from '../domain/events.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { proposalView } from './proposal-view.js';

const of = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, proposalId: 'p1' };
const reworded = (number: number): ConditionChange => ({ change: 'reworded', version: s.version('contact', number) });
const removed: ConditionChange = { change: 'removed', conditionId: 'area' };
const drafted = (changes: readonly ConditionChange[]): OrderFact => ({
  type: 'VariationDrafted',
  data: { ...of, by: 'author', end: null, changes },
  personal: s.wordsFor([s.version('contact', 2)], 'You must not write to A'),
});
const decided = (outcome: 'granted-as-asked' | 'granted-with-changes'): OrderFact => ({
  type: 'VariationDecided',
  data: { ...of, outcome, at: s.on('2026-07-20', '11:00'), court: s.maidstone, because: null },
  personal: {},
});
const varied = (changes: readonly ConditionChange[]): OrderFact => ({
  type: 'OrderVaried',
  data: {
    ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, variationId: 'p1', court: s.maidstone },
    ...{ effective: s.on('2026-07-20', '11:00'), onApplicationOf: 'chief-officer', respondentPresent: null, changes },
    end: { is: 'fixed', lastDay: '2029-05-13' },
  },
  personal: s.wordsFor([s.version('contact', 3)], 'You must not write to A by day'),
});

/** The proposal for the force's own reader. */
function shown(...facts: readonly OrderFact[]) {
  const proposed: OrderFact = {
    type: 'VariationProposed',
    data: { ...of, asks: 'variation', because: 'other', by: 'author', on: '2026-07-01' },
    personal: undefined as never,
  };
  const order = s.orderOf(
    s.orderMade({ conditions: [s.version('contact'), s.version('area')] }),
    proposed,
    drafted([reworded(2)]),
    ...facts,
  ) as MadeOrder;
  return proposalView(order, order.proposals[0]!, [], '2026-07-21');
}

describe('a proposal to discharge', () => {
  it('asks for consents as long as the law does, filed or not, and no longer', () => {
    const proposed: OrderFact = {
      type: 'VariationProposed',
      data: { ...of, asks: 'discharge', because: 'other', by: 'author', on: '2026-07-01' },
      personal: undefined as never,
    };
    const filed: OrderFact = { type: 'VariationFiled', data: { ...of, filedOn: '2026-07-02', court: s.maidstone }, personal: {} };
    const order = s.orderOf(s.orderMade(), proposed, filed) as MadeOrder;
    const lock = (today: string) => proposalView(order, order.proposals[0]!, [], today).lock;
    expect([lock('2026-07-03')?.missing.length, lock('2028-05-13')?.until, lock('2028-05-14')]).toEqual([2, '2028-05-13', null]);
  });
});

describe('a proposal that the court granted with changes', () => {
  it('is shown in the words that the court ordered, beside those that were asked for', () => {
    const view = shown(decided('granted-with-changes'), varied([reworded(3), removed]));
    expect(view.changes.map(({ after }) => after)).toEqual(['You must not write to A']);
    expect(view.ordered?.clauses.map(({ is, words }) => [is, words])).toEqual(
      expect.arrayContaining([
        ['worded', 'You must not write to A by day'],
        ['taken-out', expect.any(String)],
      ]),
    );
    expect(view.ordered?.end).toEqual({ is: 'fixed', lastDay: '2029-05-13' });
    expect(view.lasts).toBeNull();
  });

  it('is shown once where it is what was asked for, and says until when the order lasts while nothing is decided', () => {
    expect(shown(decided('granted-as-asked'), varied([reworded(3)])).ordered).toBeNull();
    expect(shown()).toMatchObject({ ordered: null, lasts: { is: 'fixed' } });
  });
});

describe('a proposal whose conditions a court changed meanwhile', () => {
  const byRespondent = (variationId: string, changes: readonly ConditionChange[]): OrderFact => ({
    type: 'OrderVaried',
    data: {
      ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, variationId, court: s.maidstone, end: null, changes },
      ...{ effective: s.on('2026-07-10', '12:00'), onApplicationOf: 'respondent', respondentPresent: null },
    },
    personal: s.wordsFor([s.version('contact', 5)], 'You must not write to A at work'),
  });
  const outOfIt: ConditionChange = { change: 'removed', conditionId: 'contact' };
  const inError: OrderFact = {
    type: 'EntryRecordedInError',
    data: {
      ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, errorId: 'e', was: '2026-07-10' },
      ...{ entry: { is: 'variation', id: 'v1' }, at: '2026-07-11T09:00:00.000Z' },
    },
    personal: { reason: { about: [], value: null } },
  };

  it('says which, and since when, until it is drafted again or decided', () => {
    const number = s.version('contact').number;
    expect(shown().overtaken).toEqual([]);
    expect(shown(byRespondent('v1', [removed])).overtaken).toEqual([]);
    expect(shown(byRespondent('v1', [outOfIt])).overtaken).toEqual([
      `Condition ${number}, which this changes, was taken out on 10 Jul 2026`,
    ]);
    expect(shown(byRespondent('v1', [reworded(5)])).overtaken).toEqual([
      `Condition ${number}, which this changes, was reworded on 10 Jul 2026`,
    ]);
    expect(shown(byRespondent('v1', [reworded(5)]), inError).overtaken).toEqual([]);
    expect(shown(byRespondent('v1', [reworded(5)]), drafted([reworded(6)])).overtaken).toEqual([]);
    expect(shown(byRespondent('v1', [outOfIt]), decided('granted-with-changes')).overtaken).toEqual([]);
  });

  it('says that what it changes is on record no more where what brought it was recorded in error', () => {
    const added: ConditionChange = { change: 'added', version: { ...s.version('new', 7), conditionId: 'new' } };
    const again: ConditionChange = { change: 'reworded', version: { ...s.version('new', 8), conditionId: 'new' } };
    const { overtaken } = shown(byRespondent('v1', [added]), drafted([again]), inError);
    expect(overtaken).toEqual([`Condition ${s.version('new', 7).number}, which this changes, is on record no more`]);
  });
});
