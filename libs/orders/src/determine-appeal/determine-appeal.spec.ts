import { describe, expect, it } from '@jest/globals';
import { inForceAt } from '../domain/in-force.js';
import * as s from '../domain/specimens.js';
import { lodgeAppeal } from '../lodge-appeal/lodge-appeal.js';
import { determineAppeal, type AppealOutcome } from './determine-appeal.js';

const { on } = s;
const made = s.orderMade({ made: on('2026-03-02') });
const lodged = lodgeAppeal(s.orderOf(made), { appealId: 'a1', on: '2026-03-10', by: 'respondent' }, s.now);
const allowed: AppealOutcome = { appealId: 'a1', court: s.crown, at: on('2026-09-14', '15:00'), outcome: 'allowed' };

describe('an appeal', () => {
  it('stays nothing while it waits', () => {
    expect(inForceAt(s.orderOf(made, ...lodged), on('2026-06-08')).is).toBe('in-force');
  });

  it('quashes the order from then on when it is allowed, and rewrites nothing before', () => {
    const facts = determineAppeal(s.orderOf(made, ...lodged), allowed, s.now);
    expect(facts.map((fact) => fact.type)).toEqual(['AppealDetermined', 'OrderQuashed']);
    const order = s.orderOf(made, ...lodged, ...facts);
    expect(inForceAt(order, on('2026-06-08')).is).toBe('in-force');
    expect(inForceAt(order, on('2026-09-14', '15:00'))).toEqual({ is: 'not-in-force', because: 'quashed' });
  });

  it('leaves the order as it is when it is dismissed or abandoned', () => {
    for (const outcome of ['dismissed', 'abandoned'] as const) {
      expect(determineAppeal(s.orderOf(made, ...lodged), { ...allowed, outcome }, s.now).map((fact) => fact.type)).toEqual([
        'AppealDetermined',
      ]);
    }
  });

  it('quashes an order that was discharged later, from the earlier day on, and not one that was discharged before', () => {
    const after = (discharged: string) => {
      const facts = [made, ...lodged, s.orderDischarged(on(discharged))];
      return s.orderOf(...facts, ...determineAppeal(s.orderOf(...facts), allowed, s.now));
    };
    expect(inForceAt(after('2026-10-01'), on('2026-09-20'))).toEqual({ is: 'not-in-force', because: 'quashed' });
    expect(inForceAt(after('2026-09-01'), on('2026-09-20'))).toEqual({ is: 'not-in-force', because: 'discharged' });
  });

  it('is lodged once and decided once', () => {
    expect(lodgeAppeal(s.orderOf(made, ...lodged), { appealId: 'a2', on: '2026-03-10', by: 'respondent' }, s.now)).toEqual([]);
    const decided = s.orderOf(made, ...lodged, ...determineAppeal(s.orderOf(made, ...lodged), allowed, s.now));
    expect(s.refusal(() => determineAppeal(decided, allowed, s.now))).toBe('already-determined');
  });

  it.each([
    ['that nobody lodged', { appealId: 'x' }, 'no-such-appeal'],
    ['before it was lodged', { at: on('2026-03-09') }, 'before-lodged'],
    ['ahead of today', { at: on('2026-12-01') }, 'in-the-future'],
  ] as const)('is not decided %s', (_, over, reason) => {
    expect(s.refusal(() => determineAppeal(s.orderOf(made, ...lodged), { ...allowed, ...over }, s.now))).toBe(reason);
  });
});
