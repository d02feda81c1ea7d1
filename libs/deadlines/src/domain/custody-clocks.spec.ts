import { describe, expect, it } from '@jest/globals';
import type { BreachFact } from '#breaches';
import type { ApplicationFact } from '#orders';
import {
  application,
  breach,
  breachReported,
  charged,
  determined,
  filed,
  found,
  ofBreach,
  ofOrder,
  order,
  orderMade,
} from './example-facts.js';
import { clocks } from './clocks.js';

const at = (instant: string) => ({ ...ofBreach, at: instant });
const arrested: BreachFact = { type: 'ArrestMade', data: at('2026-06-09T21:10:00.000Z') };
const bailed: BreachFact = { type: 'ReleasedFromCustody', data: { ...at('2026-06-10T10:00:00.000Z'), how: 'bail' } };
const shown = (today: string, what: Parameters<typeof found>[1], ...facts: readonly BreachFact[]) =>
  found(today, what, { breaches: [breach(breachReported(), ...facts)] }).map(({ state, dueBy, words }) => [state, dueBy, words]);

describe('detention without charge', () => {
  it('ends after 24 hours by the minute, until release or charge', () => {
    const limit = (today: string) => shown(today, 'custody', arrested)[0];
    expect(limit('2026-06-09')).toEqual(['due', '2026-06-10', 'Charge or release within 24 hours of the arrest']);
    expect(limit('2026-06-11')).toEqual([
      'overdue',
      '2026-06-10',
      'The custody limit has passed: release now or charge, unless a superintendent extended it, to 36 hours at most; record that, the release or the charge',
    ]);
    expect(limit('2026-06-14')?.[0]).toBe('overdue');
    expect(shown('2026-06-11', 'custody', arrested, bailed)[0]?.[0]).toBe('done');
    expect(shown('2026-06-11', 'custody', arrested, charged)[0]?.[0]).toBe('done');
  });

  it('shows a later limit only once what extended it is recorded: 36 hours, a warrant for its own hours, its extension', () => {
    const morning: BreachFact = { type: 'ArrestMade', data: at('2026-03-23T10:00:00.000Z') };
    const extended = (by: 'superintendent' | 'warrant' | 'warrant-extension', given: string, until: string): BreachFact => ({
      type: 'DetentionExtended',
      data: { ...at(given), extensionId: `by-${by}`, by, until },
    });
    const superintendent = extended('superintendent', '2026-03-24T08:00:00.000Z', '2026-03-24T22:00:00.000Z');
    const warrant = extended('warrant', '2026-03-24T20:00:00.000Z', '2026-03-26T01:00:00.000Z');
    const more = extended('warrant-extension', '2026-03-25T20:00:00.000Z', '2026-03-27T10:00:00.000Z');
    const limitAt = (now: string, ...facts: readonly BreachFact[]) =>
      clocks({ orders: [], applications: [], breaches: [breach(breachReported(), morning, ...facts)] }, now).flatMap(
        ({ what, words, dueAt }) => (what === 'custody' ? [`${words} | ${dueAt}`] : []),
      )[0];
    expect(limitAt('2026-03-24T10:00:00.000Z')).toBe('Charge or release within 24 hours of the arrest | 2026-03-24T10:00:00.000Z');
    expect(limitAt('2026-03-24T10:00:00.001Z')).toMatch(
      /^The custody limit has passed: .* unless a superintendent.*2026-03-24T10:00:00.000Z/,
    );
    expect(limitAt('2026-03-24T22:00:00.000Z', superintendent)).toBe(
      'Charge or release within the limit extended by a superintendent | 2026-03-24T22:00:00.000Z',
    );
    expect(limitAt('2026-03-24T22:00:00.001Z', superintendent)).toMatch(
      /has passed: .* unless a court gave a warrant, to 72.*2026-03-24T22:00:00.000Z/,
    );
    expect(limitAt('2026-03-25T10:00:00.000Z', superintendent, warrant)).toBe(
      'Charge or release within the limit of the warrant of a court | 2026-03-26T01:00:00.000Z',
    );
    expect(limitAt('2026-03-26T01:00:00.001Z', superintendent, warrant)).toMatch(/has passed: .* to 96 hours.*2026-03-26T01:00:00.000Z/);
    expect(limitAt('2026-03-27T10:00:00.000Z', superintendent, warrant, more)).toBe(
      'Charge or release within the limit of a warrant that the court extended | 2026-03-27T10:00:00.000Z',
    );
  });

  it('after breach of a notice is a clock to a court instead, without the Sunday', () => {
    const notice = order(orderMade({ kind: 'dvpn', end: { is: 'fixed', lastDay: '2026-06-30' } }));
    const saturday: BreachFact = { type: 'ArrestMade', data: at('2026-06-13T21:10:00.000Z') };
    const situation = { orders: [notice], breaches: [breach(breachReported(), saturday)] };
    expect(found('2026-06-14', 'bring-to-court', situation).map(({ dueBy, dueAt }) => [dueBy, dueAt])).toEqual([
      ['2026-06-15', '2026-06-15T21:10:00.000Z'],
    ]);
    expect(found('2026-06-14', 'custody', situation)).toEqual([]);
  });

  it('runs beside the clock to a court when a notice and an order whose breach is a crime were both broken', () => {
    const notice = order(orderMade({ orderId: 'o-2', kind: 'dvpn', end: { is: 'fixed', lastDay: '2026-06-30' } }));
    const both = breachReported({
      allegations: ['o-1', 'o-2'].map((orderId) => ({
        ...{ allegationId: `al-${orderId}`, orderId, conditionId: null, conditionVersionId: null, offenceCode: null },
      })),
    });
    const situation = { orders: [order(orderMade()), notice], breaches: [breach(both, arrested)] };
    expect(found('2026-06-10', 'custody', situation)).toHaveLength(1);
    expect(found('2026-06-10', 'bring-to-court', situation)).toHaveLength(1);
  });
});

describe('bail before a charge', () => {
  it('lasts three, six and nine months, and ends with a decision', () => {
    const until = (today: string, ...more: readonly BreachFact[]) =>
      shown(today, 'bail', arrested, bailed, ...more).map(([state, dueBy]) => [state, dueBy]);
    expect(until('2026-06-10')).toEqual([['due', '2026-09-09']]);
    expect(until('2026-09-10')).toEqual([['due', '2026-12-09']]);
    expect(until('2026-12-10')).toEqual([['due', '2027-03-09']]);
    expect(until('2027-03-10')).toEqual([['overdue', '2027-03-09']]);
    expect(until('2026-09-10', { ...charged, data: { ...charged.data, at: '2026-08-01T10:00:00.000Z' } } as BreachFact)).toEqual([
      ['done', '2026-12-09'],
    ]);
  });

  it('says once the last limit has passed what there is to do then', () => {
    const words = (today: string) => shown(today, 'bail', arrested, bailed).map((one) => one[2]);
    expect(words('2027-03-09')).toEqual([
      'Bail has ended unless it was extended: say so, or decide on a charge by the end of 9 Mar 2027 (9 months, if it was extended again)',
    ]);
    expect(words('2027-03-10')).toEqual([
      'Bail ended with 9 Mar 2027 unless a court extended it; record the charge, or what else was decided',
    ]);
  });

  it('has no clock for who was released under investigation', () => {
    const released: BreachFact = { type: 'ReleasedFromCustody', data: { ...at('2026-06-10T10:00:00.000Z'), how: 'under-investigation' } };
    expect(shown('2026-06-10', 'bail', arrested, released)).toEqual([]);
  });
});

describe('what waits for a court', () => {
  it('is an application until it is determined, and an appeal until it is decided', () => {
    const waits = (...facts: readonly ApplicationFact[]) =>
      found('2026-03-01', 'application-waits', { applications: [application(...facts)] }).map(({ state, dueBy, waitsFor }) => [
        state,
        dueBy,
        waitsFor,
      ]);
    expect(waits(filed())).toEqual([['due', '2026-03-10', 'The court: Testville']]);
    expect(waits(filed(), determined('2026-02-28', 'refused'))[0]?.[0]).toBe('done');
    const again = found('2026-03-11', 'application-waits', { applications: [application(filed())] });
    expect(again.map(({ state, dueBy, words }) => [state, dueBy, words.includes('asked before')])).toEqual([['due', '2026-04-08', true]]);
    const appealed = order(orderMade(), {
      type: 'AppealLodged',
      data: { ...ofOrder, appealId: 'ap-1', on: '2026-03-10', by: 'respondent' },
    });
    expect(
      found('2026-03-11', 'appeal-waits', { orders: [appealed] }).map(({ state, dueBy, about }) => [state, dueBy, about.appealId]),
    ).toEqual([['due', '2026-04-07', 'ap-1']]);
  });
});
