import { describe, expect, it } from '@jest/globals';
import { arrested, breachReported, charged, given, of, victim } from '../domain/example-facts.js';
import type { BreachFact, VictimUpdateAbout } from '../domain/events.js';
import { toldOf } from './told.js';

const told = (about: VictimUpdateAbout, at: string, protectedPersonId = victim): BreachFact => ({
  type: 'VictimTold',
  data: { ...of, updateId: `u-${about}`, protectedPersonId, at, of: about },
});
const lines = (now: string, ...facts: readonly BreachFact[]) =>
  toldOf(victim, [given(...facts)], now).map(({ about, toldAt, late }) => [about, toldAt, late]);

describe('what a protected person was told', () => {
  it('begins with what they are still to be told, and says what is late', () => {
    const arrest = told('arrest', '2026-06-09T09:00:00.000Z');
    expect(lines('2026-07-30T10:00:00.000Z', breachReported(), arrested, charged, arrest)).toEqual([
      ['charge', null, true],
      ['arrest', '2026-06-09T09:00:00.000Z', false],
    ]);
    expect(lines('2026-06-20T10:00:00.000Z', breachReported(), arrested, told('arrest', '2026-06-19T09:00:00.000Z'))).toEqual([
      ['arrest', '2026-06-19T09:00:00.000Z', true],
    ]);
  });

  it('keeps what was said of the report before the first step', () => {
    const said = told('report-decision', '2026-06-08T19:00:00.000Z');
    expect(lines('2026-06-08T20:00:00.000Z', breachReported(), said)).toEqual([['report-decision', '2026-06-08T19:00:00.000Z', false]]);
    expect(lines('2026-06-09T08:00:00.000Z', breachReported(), said, arrested)).toEqual([
      ['arrest', null, false],
      ['report-decision', '2026-06-08T19:00:00.000Z', false],
    ]);
  });

  it('is of that person only', () => {
    const other = told('arrest', '2026-06-09T09:00:00.000Z', 'v-2');
    const both = breachReported({ protectedPersonIds: [victim, 'v-2'] });
    expect(lines('2026-06-09T10:00:00.000Z', both, arrested, other)).toEqual([['arrest', null, false]]);
  });
});
