import { describe, expect, it } from '@jest/globals';
import {
  arrested,
  breachReported,
  charged,
  contactKept,
  convicted,
  dropped,
  flagged,
  given,
  interviewed,
  of,
  victim,
} from './example-facts.js';
import type { BreachFact } from './events.js';
import { reportUpdates, victimUpdates } from './victim-updates.js';

const arrestOn = (at: string): BreachFact => ({ type: 'ArrestMade', data: { ...of, at } });
const toldAt = (at: string, about: 'arrest' | 'charge' | 'report-decision' = 'arrest'): BreachFact => ({
  type: 'VictimTold',
  data: { ...of, updateId: `u-${at}`, protectedPersonId: victim, at, of: about },
});
/** Fri 1 May 2026 22:10 in London; Monday is a bank holiday. */
const friday = arrestOn('2026-05-01T21:10:00.000Z');
const early = breachReported({ occurred: { on: '2026-05-01', until: '2026-05-01', at: null } });

describe('clocks of the Victims’ Code', () => {
  it('start with a change of the order, and not with a question about the report', () => {
    const chosen = { ...flagged, data: { ...flagged.data, because: 'wording-uncertain' } } as BreachFact;
    const doubted = { ...flagged, data: { ...flagged.data, because: 'against-the-record' } } as BreachFact;
    const afterAll = { ...flagged, data: { ...flagged.data, because: 'in-force-after-all' } } as BreachFact;
    expect([flagged, chosen, doubted, afterAll].map((flag) => victimUpdates(given(breachReported(), flag)).length)).toEqual([1, 0, 0, 0]);
  });

  it('count one working day under enhanced rights and five otherwise, past the bank holiday', () => {
    expect(victimUpdates(given(early, friday))).toMatchObject([
      { about: 'arrest', protectedPersonId: victim, due: '2026-05-05', toldAt: null },
    ]);
    expect(victimUpdates(given(early, friday), { rightsOf: () => 'standard' })).toMatchObject([{ due: '2026-05-11' }]);
  });

  it('run for each protected person', () => {
    const two = given(breachReported({ protectedPersonIds: [victim, 'v-2'] }), arrested);
    expect(victimUpdates(two).map((update) => update.protectedPersonId)).toEqual([victim, 'v-2']);
  });

  it('do not start with the report, however late it came', () => {
    expect(victimUpdates(given(early))).toEqual([]);
  });

  it('do not start with an interview that was not under caution', () => {
    expect(
      victimUpdates(given(early, { type: 'InterviewHeld', data: { ...of, at: '2026-06-09T08:00:00.000Z', underCaution: false } })),
    ).toEqual([]);
    expect(victimUpdates(given(early, interviewed))).toHaveLength(1);
  });

  it('stop when that person was told of that development, and not before it', () => {
    const before = given(early, toldAt('2026-05-01T21:00:00.000Z'), friday);
    expect(victimUpdates(before)[0]?.toldAt).toBeNull();
    const after = given(early, friday, toldAt('2026-05-02T09:00:00.000Z'), toldAt('2026-05-01T22:00:00.000Z'));
    expect(victimUpdates(after)[0]?.toldAt).toBe('2026-05-01T22:00:00.000Z');
    const ofCharge = given(breachReported(), arrested, charged, toldAt('2026-07-01T12:00:00.000Z', 'charge'));
    expect(victimUpdates(ofCharge).map(({ about, toldAt: at }) => [about, at])).toEqual([
      ['arrest', null],
      ['charge', '2026-07-01T12:00:00.000Z'],
    ]);
  });

  it('are one for several changes of orders of which nobody was told, and another for what comes after that', () => {
    const flag = (flagId: string, at: string): BreachFact => ({ ...flagged, data: { ...flagged.data, flagId, at } }) as BreachFact;
    const two = [
      breachReported({ protectedPersonIds: [victim, 'v-2'] }),
      flag('f-1', '2026-09-14T15:00:00.000Z'),
      flag('f-2', '2026-09-14T16:00:00.000Z'),
    ];
    const told: BreachFact = {
      type: 'VictimTold',
      data: { ...of, updateId: 'u', protectedPersonId: victim, at: '2026-09-15T09:00:00.000Z', of: 'order-change' },
    };
    const left = (...facts: readonly BreachFact[]) =>
      victimUpdates(given(...facts)).map(({ protectedPersonId, due, toldAt: at }) => [protectedPersonId, due, at !== null]);
    expect(left(...two)).toEqual([
      [victim, '2026-09-15', false],
      ['v-2', '2026-09-15', false],
    ]);
    const later = flag('f-3', '2026-09-16T10:00:00.000Z');
    expect(left(...two, told, later)).toEqual([
      [victim, '2026-09-15', true],
      ['v-2', '2026-09-15', false],
      [victim, '2026-09-15', true],
      [victim, '2026-09-17', false],
    ]);
  });

  it('run from the receipt of an outcome and from the recording of a change of the order', () => {
    const updates = victimUpdates(given(breachReported(), charged, convicted, flagged));
    expect(updates.map(({ about, due }) => [about, due])).toEqual([
      ['charge', '2026-07-02'],
      ['court-outcome', '2026-09-03'],
      ['order-change', '2026-09-15'],
    ]);
  });
});

describe('our own clock of a report that nobody has decided', () => {
  const report = breachReported({ occurred: { on: '2026-05-01', until: '2026-05-01', at: null }, reportedAt: '2026-05-01T21:10:00.000Z' });

  it('gives one working day, or five, from the report', () => {
    expect(reportUpdates(given(report))).toEqual([
      {
        protectedPersonId: victim,
        about: 'report-decision',
        since: '2026-05-01T21:10:00.000Z',
        due: '2026-05-05',
        toldAt: null,
        instead: null,
      },
    ]);
    expect(reportUpdates(given(report), { rightsOf: () => 'standard' })).toMatchObject([{ due: '2026-05-11' }]);
  });

  it('is met by telling, and over once a step has a clock of its own or nothing is alleged', () => {
    expect(reportUpdates(given(report, toldAt('2026-05-02T09:00:00.000Z', 'report-decision')))).toMatchObject([
      { toldAt: '2026-05-02T09:00:00.000Z' },
    ]);
    expect(reportUpdates(given(report, friday))).toEqual([]);
    expect(reportUpdates(given(report, dropped))).toEqual([]);
    expect(reportUpdates(given(contactKept()))).toEqual([]);
  });

  it('runs from the recording where that was later, and is met by what was said before it', () => {
    const late = { recordedAt: '2026-11-02T11:00:00.000Z' };
    expect(reportUpdates(given(report), late)).toMatchObject([{ since: late.recordedAt, due: '2026-11-03', toldAt: null }]);
    expect(reportUpdates(given(report), { ...late, rightsOf: () => 'standard' })).toMatchObject([{ due: '2026-11-09' }]);
    expect(reportUpdates(given(report, toldAt('2026-05-02T09:00:00.000Z', 'report-decision')), late)).toMatchObject([
      { toldAt: '2026-05-02T09:00:00.000Z' },
    ]);
    // Recorded within the minute of the report, as a feed may: the report it is.
    expect(reportUpdates(given(report), { recordedAt: '2026-05-01T21:09:00.000Z' })).toMatchObject([{ since: '2026-05-01T21:10:00.000Z' }]);
  });

  it('leaves what the Code counts from a police step where it was, however late that was recorded', () => {
    expect(victimUpdates(given(report, friday), { recordedAt: '2026-11-02T11:00:00.000Z' })).toMatchObject([{ due: '2026-05-05' }]);
  });
});
