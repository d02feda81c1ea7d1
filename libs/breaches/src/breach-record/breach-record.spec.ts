import { describe, expect, it } from '@jest/globals';
import { forget, type Recorded, subjectsIn } from '#event-sourcing';
import { allegation, breachReported, charged, contactKept, flagged, given, of, victim } from '../domain/example-facts.js';
import type { BreachFact } from '../domain/events.js';
import { type BreachRow, breachRecord } from './breach-record.js';

const recorded = (fact: BreachFact, nth: number): Recorded => ({
  ...{ id: `e-${nth}`, stream: 'breach-b-1', revision: BigInt(nth), position: String(nth), schemaVersion: 1, fact },
  envelope: { by: 'u-1', force: '46', recordedAt: `2026-06-1${nth}T10:00:00.000Z`, commandId: 'x', digest: 'x', correlationId: 'x' },
});
const row = (...facts: readonly BreachFact[]): BreachRow => {
  const made = facts.reduce<BreachRow | null>((before, fact, nth) => breachRecord.evolve(before, recorded(fact, nth), 'b-1'), null);
  if (!made) throw new Error('No row');
  return made;
};

describe('a breach as it is found and shown', () => {
  it('keeps when it happened, was reported and was recorded apart', () => {
    expect(row(breachReported(), charged)).toMatchObject({
      ...{ id: 'b-1', perpetratorId: 'p-1', force: '46', occurredOn: '2026-06-08', occurredUntil: '2026-06-08' },
      ...{
        reportedAt: '2026-06-08T18:00:00.000Z',
        recordedAt: '2026-06-10T10:00:00.000Z',
        status: 'charged',
        orderIds: ['o-1'],
        isBreach: true,
      },
      doc: given(breachReported(), charged),
    });
  });

  it('knows since when it is alleged to be a breach, anew after it was only kept', () => {
    const added: BreachFact = { type: 'AllegationAdded', data: { ...of, allegation, awarenessToShow: false } };
    expect(row(breachReported(), added).allegedAt).toBe('2026-06-10T10:00:00.000Z');
    expect(row(contactKept(), charged).allegedAt).toBeNull();
    expect(row(contactKept(), charged, added, added).allegedAt).toBe('2026-06-12T10:00:00.000Z');
  });

  it('counts flags until they are reviewed', () => {
    const review: BreachFact = {
      type: 'FlagReviewed',
      data: { ...of, flagId: 'f-1', decision: 'stands' },
      personal: { note: { about: ['p-1'], value: '' } },
    };
    expect(row(breachReported(), flagged).openFlags).toBe(1);
    expect(row(breachReported(), flagged, review).openFlags).toBe(0);
    expect(row(contactKept())).toMatchObject({ isBreach: false, orderIds: [], openFlags: 0 });
  });

  it('forgets every word about an erased person, in the log too', () => {
    expect(subjectsIn(row(breachReported()))).toEqual(['p-1', victim]);
    const left = forget(row(breachReported()), victim);
    expect(subjectsIn(left)).toEqual([]);
    expect(JSON.stringify(left)).not.toContain('A text message');
  });
});
