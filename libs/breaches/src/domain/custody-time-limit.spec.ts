import { describe, expect, it } from '@jest/globals';
import { clockAt } from '#calendar';
import { breachClocks } from './breach-clocks.js';
import type { BreachFact } from './events.js';
import { breachReported, charged, convicted, dropped, given, of, remanded } from './example-facts.js';

// Remanded in custody by a court on 2 July 2026: 56 days later is Thursday 27 August, 182 days later Thursday 31 December.
const limitAt = (now: string, ...facts: readonly BreachFact[]) =>
  breachClocks(given(breachReported(), ...facts), []).flatMap((clock) => {
    const standing = clock.what === 'custody-time-limit' ? clockAt(clock, now) : null;
    return standing === null ? [] : [standing];
  });
const shown = (now: string, ...facts: readonly BreachFact[]) =>
  limitAt(now, ...facts).map(({ state, dueBy, words }) => [state, dueBy, words]);
const days = (...facts: readonly BreachFact[]) => limitAt('2026-07-03T09:00:00.000Z', ...facts).map(({ state, dueBy }) => [state, dueBy]);
const byPolice: BreachFact = { type: 'RemandDecided', data: { ...of, at: '2026-07-01T12:00:00.000Z', by: 'police', how: 'custody' } };

describe('the custody time limit after a charge', () => {
  it('is that of the magistrates’ court first, with the day at the Crown Court, which is due once the first has passed', () => {
    const facts = [charged, remanded('custody')];
    expect(shown('2026-08-27T09:00:00.000Z', ...facts)).toEqual([
      [
        'due',
        '2026-08-27',
        'Ask the prosecutor whether the trial begins within the custody time limit, or longer custody is asked for. Sent to the Crown Court, it is that of the Crown Court: 31 Dec 2026',
      ],
    ]);
    expect(shown('2026-08-28T09:00:00.000Z', ...facts)).toEqual([
      [
        'due',
        '2026-12-31',
        'The custody time limit of the magistrates’ court ended with 27 Aug 2026, unless the case was sent to the Crown Court or a court extended it: ask the prosecutor, and record bail or the outcome',
      ],
    ]);
    expect(shown('2027-01-01T09:00:00.000Z', ...facts).map(([state, dueBy]) => [state, dueBy])).toEqual([['overdue', '2026-12-31']]);
    expect(limitAt('2026-07-03T09:00:00.000Z', ...facts)[0]?.why).toMatch(
      /^Prosecution of Offences .* \(to be confirmed by the force solicitor\): 56 calendar days, .* by a court on record, on 2 Jul 2026;/,
    );
  });

  it('names no Crown Court where only magistrates try it, and is overdue after their limit', () => {
    const summary: BreachFact = {
      type: 'Charged',
      data: { ...of, at: '2026-07-01T10:00:00.000Z', offenceCodes: ['PH97006'], test: 'full-code' },
    };
    expect(shown('2026-08-28T09:00:00.000Z', summary, remanded('custody'))).toEqual([
      ['overdue', '2026-08-27', expect.stringContaining('The custody time limit ended with 27 Aug 2026, unless a court extended it')],
    ]);
  });

  it('runs for nobody on bail, and ends with bail, an outcome or no further action', () => {
    expect(days(charged)).toEqual([]);
    expect(days(charged, remanded('bail'))).toEqual([]);
    for (const end of [remanded('bail-with-conditions', '2026-07-10T10:00:00.000Z'), convicted, dropped])
      expect(days(charged, remanded('custody'), end).map(([state]) => state)).toEqual(['done']);
  });

  it('goes on where a court remands anew, leaves out the days on bail, and counts from the court once it follows the police', () => {
    const again = (at: string) => remanded('custody', `${at}T10:00:00.000Z`);
    expect(days(charged, remanded('custody'), again('2026-07-30'))).toEqual([['due', '2026-08-27']]);
    const bail = remanded('bail', '2026-07-06T10:00:00.000Z');
    // Nine days on bail, 7 to 15 July: 5 September is a Saturday, and the limit is the Friday before it.
    expect(days(charged, remanded('custody'), bail, again('2026-07-16'))).toEqual([['due', '2026-09-04']]);
    expect(days(charged, byPolice)).toEqual([['due', '2026-08-26']]);
    expect(days(charged, byPolice, remanded('custody'))).toEqual([['due', '2026-08-27']]);
  });
});
