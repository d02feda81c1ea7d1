import { describe, expect, it } from '@jest/globals';
import { dayOfWeek } from '#calendar';
import { personal } from '#event-sourcing';
import fc from 'fast-check';
import type { ConditionVersionPlain, OrderFact } from './events.js';
import { obligationsOf, occasionsBetween, weekdayOf } from './obligations.js';
import { weekdays } from './condition-library.js';
import * as s from './specimens.js';

const plain = (code: ConditionVersionPlain['code'], over: Partial<ConditionVersionPlain> = {}): ConditionVersionPlain =>
  s.version('duty', 1, { code, category: 'requirement', library: 2, ...over });

function owed(version: ConditionVersionPlain, parameters: Record<string, string>, ...after: readonly OrderFact[]) {
  const made: OrderFact = {
    ...s.orderMade({ conditions: [version] }),
    personal: { [`words:${version.versionId}`]: personal([s.perpetratorId], { ...s.words(s.saying(version, parameters)), parameters }) },
  } as OrderFact;
  const order = s.orderOf(made, ...after);
  const first = order.is === 'unmade' ? undefined : order.conditions[0]?.versions[0];
  if (order.is === 'unmade' || !first) throw new Error('The specimen has no condition');
  return obligationsOf(first, order);
}

describe('what a requirement obliges to', () => {
  it('is a last day for what is handed in, none after the order ended', () => {
    const surrender = { list: 'One telephone', station: 'Testville police station', deadline: '2026-05-28' };
    expect(owed(plain('R-SURR'), surrender)).toMatchObject([{ is: 'by-day', day: '2026-05-28', number: 1, code: 'R-SURR' }]);
    const [handedIn] = owed(plain('R-SURR'), surrender);
    const between = (from: string, to: string) => handedIn && occasionsBetween(handedIn, from, to);
    expect([between('2026-05-28', '2026-05-28'), between('2026-05-14', '2026-12-31')]).toEqual([['2026-05-28'], ['2026-05-28']]);
    expect([between('2026-05-29', '2026-12-31'), between('2026-05-14', '2026-05-27')]).toEqual([[], []]);
    expect(owed(plain('R-SURR'), surrender, s.orderDischarged(s.on('2026-05-20')))).toEqual([]);
  });

  it('is days of the week for what is attended, as many as there are, within the order and its own end', () => {
    const [sign] = owed(plain('R-SIGN', { end: s.until('2026-06-30') }), {
      station: 'Testville police station',
      days: 'tue,fri',
      hours: '18:00-20:00',
    });
    expect(sign).toMatchObject({ is: 'on-days', first: '2026-05-14', last: '2026-06-30', hours: { from: '18:00', to: '20:00' } });
    expect(sign && occasionsBetween(sign, '2026-05-01', '2026-05-26')).toEqual(['2026-05-15', '2026-05-19', '2026-05-22', '2026-05-26']);
    const [programme] = owed(plain('R-PROG'), { provider: 'The Example Programme', days: 'mon', first: '2026-06-01', sessions: '2' });
    expect(programme && occasionsBetween(programme, '2026-01-01', '2028-01-01')).toEqual(['2026-06-01', '2026-06-08']);
    expect(programme && occasionsBetween(programme, '2026-06-02', '2028-01-01')).toEqual(['2026-06-08']);
  });

  it('is said to have no day where the days are not recorded, never left out', () => {
    expect(owed(plain('R-PROG'), { provider: 'The Example Programme' })).toMatchObject([{ is: 'undated', lacksDays: false }]);
    expect(owed(plain('R-SIGN'), { station: 'Testville' })).toMatchObject([{ is: 'undated', lacksDays: true }]);
    expect(owed(plain('R-SIGN', { library: 1 }), { times: 'Tuesdays' })).toMatchObject([{ is: 'undated' }]);
    expect(owed(plain('BESPOKE'), {})).toMatchObject([{ is: 'undated' }]);
    expect(owed(plain('R-NOTIFY+'), { of: 'vehicle', hours: '48' })).toMatchObject([{ is: 'when-it-happens' }]);
  });

  it.each([
    ['You must attend Testville police station every Tuesday at 18:00', true],
    ['You must report to your supervising officer weekly', true],
    ['You must give up the tracker by 1 June 2026', true],
    ['You must hand in your keys within seven days of this order', true],
    ['You must sign in twice a week', true],
    ['You must tell the police before you take a job', false],
    ['You must answer the door to a constable', false],
    ['You must tell the police of a new vehicle within 48 hours', false],
  ])('in words of the court’s own may have days that nobody entered: %s', (wording, has) => {
    const version = plain('BESPOKE');
    const made: OrderFact = {
      ...s.orderMade({ conditions: [version] }),
      personal: { [`words:${version.versionId}`]: personal([s.perpetratorId], { ...s.words(wording), parameters: {} }) },
    } as OrderFact;
    const order = s.orderOf(made);
    const first = order.is === 'unmade' ? undefined : order.conditions[0]?.versions[0];
    expect(first && order.is !== 'unmade' && obligationsOf(first, order)).toMatchObject([{ is: 'undated', lacksDays: has }]);
  });

  it('is nothing for a prohibition', () => {
    expect(owed(plain('NC-DIR', { category: 'prohibition' }), {})).toEqual([]);
  });

  it('falls only on its days of the week, each once, and never more often than it says', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }), fc.integer({ min: 1, max: 30 }), (days, sessions) => {
        const [programme] = owed(plain('R-PROG'), { provider: 'The Example Programme', days: days.join(','), sessions: `${sessions}` });
        const all = programme ? occasionsBetween(programme, '2026-05-14', '2027-12-31') : [];
        expect(all).toHaveLength(sessions);
        expect(all.every((day) => days.includes(weekdayOf(day)) && dayOfWeek(day) > 0)).toBe(true);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
