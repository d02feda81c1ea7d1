import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#calendar';
import type { OrderFact } from '#orders';
import { clocks } from './clocks.js';
import { court, day, found, noon, ofOrder, order, orderMade } from './example-facts.js';

const proposal = { ...ofOrder, proposalId: 'pr-1' };
const proposed: OrderFact = {
  type: 'VariationProposed',
  data: { ...proposal, asks: 'renewal', because: 'order-ends', by: 'u-1' },
  personal: { reason: { about: [], value: null } },
};
const filed: OrderFact = { type: 'VariationFiled', data: { ...proposal, filedOn: '2026-10-12', court } };
const decided = (outcome: 'refused' | 'withdrawn'): OrderFact => ({
  type: 'VariationDecided',
  data: { ...proposal, outcome, at: day('2026-11-20'), court, because: 'evidence' },
});

const ending = (lastDay: LocalDate, made: LocalDate = '2024-12-11') => orderMade({ made: day(made), end: { is: 'fixed', lastDay } });
const review = (today: LocalDate, ...facts: readonly OrderFact[]) =>
  found(today, 'review-before-end', { orders: [order(...facts)] }).map(({ state, dueBy, urgent, words }) => ({
    state,
    dueBy,
    urgent,
    words,
  }));

describe('the day by which a renewal is to be filed', () => {
  it('stays where it is when it has passed: the review is overdue by it to the last day of the order', () => {
    for (const today of ['2026-10-16', '2026-11-11', '2026-11-12', '2026-11-22', '2026-11-26', '2026-12-10']) {
      expect([today, review(today, ending('2026-12-10'))]).toEqual([
        today,
        [
          {
            ...{ state: 'overdue', dueBy: '2026-10-15', urgent: true },
            words: expect.stringMatching(/^SPO ends 10 Dec 2026: the renewal was to be filed by 15 Oct 2026 and none is filed/),
          },
        ],
      ]);
    }
    expect(review('2026-10-15', ending('2026-12-10'))).toMatchObject([{ state: 'due', dueBy: '2026-10-15' }]);
    expect(review('2026-11-22', ending('2027-01-01'))).toMatchObject([{ state: 'overdue', dueBy: '2026-11-06' }]);
    expect(review('2026-12-11', ending('2026-12-10'))).toEqual([]);
  });

  it('is the 28th day before the end, or the last, where the end was set after the day before', () => {
    expect(review('2026-11-12', ending('2026-12-10', '2026-10-20'))).toMatchObject([{ state: 'due', dueBy: '2026-11-12' }]);
    expect(review('2026-11-13', ending('2026-12-10', '2026-10-20'))).toMatchObject([{ state: 'overdue', dueBy: '2026-11-12' }]);
    expect(review('2026-12-10', ending('2026-12-10', '2026-11-20'))).toMatchObject([{ state: 'due', dueBy: '2026-12-10', urgent: true }]);
  });

  it('is kept by filing: from then on the court is to hear it before the order ends', () => {
    expect(review('2026-11-22', ending('2026-12-10'), proposed)).toMatchObject([{ state: 'overdue' }]);
    expect(review('2026-11-11', ending('2026-12-10'), proposed, filed)).toMatchObject([{ state: 'waiting' }]);
    expect(review('2026-11-22', ending('2026-12-10'), proposed, filed)).toMatchObject([
      { state: 'due', dueBy: '2026-12-10', urgent: true, words: expect.stringContaining('filed 12 Oct 2026 is not decided') },
    ]);
  });

  it('is no more after the court refused: what protects after the last day is to be seen; and is again after the application was withdrawn', () => {
    expect(review('2026-11-22', ending('2026-12-10'), proposed, filed, decided('refused'))).toEqual([
      {
        ...{ state: 'due', dueBy: '2026-12-10', urgent: true },
        words: expect.stringContaining('refused the renewal on 20 Nov 2026, see whether an appeal or a fresh application is needed'),
      },
    ]);
    expect(review('2026-11-22', ending('2026-12-10'), proposed, filed, decided('withdrawn'))).toMatchObject([{ state: 'overdue' }]);
  });
});

describe('the steps of a renewal', () => {
  const views: OrderFact = {
    type: 'ViewsConsulted',
    data: { ...proposal, protectedPersonId: 'v-1', on: '2026-11-22', consultation: 'supports', told: 'told-safely' },
  };
  const drafted: OrderFact = {
    type: 'VariationDrafted',
    data: { ...proposal, by: 'u-1', changes: [], end: { is: 'fixed', lastDay: '2028-11-30' } },
  };
  const approved: OrderFact = { type: 'VariationApproved', data: { ...proposal, by: 'u-2' } };
  const filedOn = (on: LocalDate): OrderFact => ({ type: 'VariationFiled', data: { ...proposal, filedOn: on, court } });
  const steps = [[views], [views, drafted], [views, drafted, approved], [views, drafted, approved, filedOn('2026-11-24')]];
  const dueDays = (lastDay: LocalDate, begunOn: LocalDate, made?: LocalDate) =>
    [[], ...steps].map((facts) => {
      const situation = { orders: [order(ending(lastDay, made), proposed, ...facts)], applications: [], breaches: [] };
      return clocks({ ...situation, noted: { 'pr-1': begunOn } }, noon(begunOn)).find(
        ({ what }) => what === 'proposal' || what === 'approve-proposal',
      )?.dueBy;
    });

  it('are due while the order lasts, each in time for the next, on days on which somebody works', () => {
    expect(dueDays('2026-11-30', '2026-11-22')).toEqual(['2026-11-26', '2026-11-26', '2026-11-27', '2026-11-27', '2026-11-30']);
    expect(dueDays('2026-11-24', '2026-11-22')).toEqual(['2026-11-22', '2026-11-22', '2026-11-22', '2026-11-23', '2026-11-24']);
  });

  it('have their usual time where the order lasts longer, and where it had ended before', () => {
    expect(dueDays('2027-05-01', '2026-11-22')).toEqual([...Array<LocalDate>(4).fill('2026-12-04'), '2026-12-22']);
    expect(dueDays('2026-10-30', '2026-11-22').slice(0, 4)).toEqual(Array<LocalDate>(4).fill('2026-12-04'));
  });
});

describe('a refusal of what the force asked of the court', () => {
  const facts = [ending('2026-12-31'), proposed, filed, decided('refused')] as const;
  const limit = (today: LocalDate, ...more: readonly OrderFact[]) =>
    found(today, 'appeal-refusal', { orders: [order(...facts, ...more)] }).map(({ state, dueBy, words }) => [state, dueBy, words]);

  it('can be appealed for as long as that of an order, and late after that', () => {
    const words = 'Appeal against the refusal of the renewal, or record that the force does not';
    expect(limit('2026-11-22')).toEqual([['due', '2026-12-11', words]]);
    expect(limit('2026-12-08')).toEqual([['due', '2026-12-11', `${words}: last days`]]);
    expect(limit('2026-12-12')).toEqual([['overdue', '2026-12-11', expect.stringContaining('has run out')]]);
  });

  it('is settled by an appeal against it, and by nothing against another decision', () => {
    const lodged = (proposalId: string): OrderFact => ({
      type: 'AppealLodged',
      data: {
        ...ofOrder,
        appealId: 'ap',
        on: '2026-11-22',
        by: 'chief-officer',
        against: { decision: 'refusal', of: 'renewal', proposalId },
      },
    });
    expect(limit('2026-11-22', lodged('pr-1'))[0]?.[0]).toBe('done');
    expect(limit('2026-11-22', lodged('pr-2'))[0]?.[0]).toBe('due');
  });

  it('is settled by the decision that the force does not appeal, until the refusal proves to be an error', () => {
    const accepted: OrderFact = { type: 'VariationRefusalAccepted', data: { ...proposal, on: '2026-11-23' } };
    expect(limit('2026-11-24', accepted)[0]?.[0]).toBe('done');
    const error: OrderFact = {
      type: 'EntryRecordedInError',
      data: { ...ofOrder, errorId: 'e', entry: { is: 'proposal-result', id: 'pr-1' }, was: '2026-11-20', at: '2026-11-24T09:00:00.000Z' },
    };
    expect(limit('2026-11-25', accepted, error, decided('refused'))[0]?.[0]).toBe('due');
  });

  it('of an interim order is no decision that SPA 2019 s.7 lets anybody appeal, and is said where the order ends', () => {
    const interim = orderMade({ kind: 'interim-spo', made: day('2026-11-01'), end: { is: 'fixed', lastDay: '2026-12-01' } });
    const situation = { orders: [order(interim, proposed, filed, decided('refused'))] };
    expect(found('2026-11-22', 'appeal-refusal', situation)).toEqual([]);
    expect(found('2026-11-22', 'interim-ends', situation)).toMatchObject([
      { words: 'Interim SPO ends 1 Dec 2026: the court refused to renew it on 20 Nov 2026, see what protects after that', urgent: true },
    ]);
    expect(found('2026-11-22', 'interim-ends', { orders: [order(interim, proposed, filed)] })).toMatchObject([
      { words: expect.stringContaining('check that the application is determined') },
    ]);
  });

  it('asks nothing of what was withdrawn or waits, or was refused in error', () => {
    const withdrawn = { orders: [order(ending('2026-12-31'), proposed, filed, decided('withdrawn'))] };
    const waiting = { orders: [order(ending('2026-12-31'), proposed, filed)] };
    for (const situation of [withdrawn, waiting]) expect(found('2026-11-22', 'appeal-refusal', situation)).toEqual([]);
    const error: OrderFact = {
      type: 'EntryRecordedInError',
      data: { ...ofOrder, errorId: 'e', entry: { is: 'proposal-result', id: 'pr-1' }, was: '2026-11-20', at: '2026-11-21T09:00:00.000Z' },
      personal: { reason: { about: [], value: 'Keyed wrong' } },
    };
    expect(limit('2026-11-22', error)).toEqual([]);
  });
});
