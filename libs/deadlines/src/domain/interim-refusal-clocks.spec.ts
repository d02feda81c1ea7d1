import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#calendar';
import type { ApplicationFact } from '#orders';
import { application, court, day, filed, found } from './example-facts.js';

const ofApplication = { applicationId: 'a-1', perpetratorId: 'p-1', force: '46' };
const hearing: readonly ApplicationFact[] = [
  { type: 'HearingListed', data: { ...ofApplication, hearingId: 'h-1', court, at: day('2026-11-20'), purpose: 'interim', follows: null } },
  { type: 'HearingHeld', data: { ...ofApplication, hearingId: 'h-1', result: 'interim-refused', heard: null } },
];
const limit = (today: LocalDate, ...facts: readonly ApplicationFact[]) =>
  found(today, 'appeal-refusal', { applications: [application(filed(), ...facts)] }).map(({ state, dueBy, words }) => [
    state,
    dueBy,
    words,
  ]);

describe('the refusal of an interim order', () => {
  it('can be appealed by the force within the time of any refusal, until it says what it does', () => {
    const words = 'Appeal against the refusal of the interim order, or record that the force does not';
    expect(limit('2026-11-22')).toEqual([]);
    expect(limit('2026-11-22', ...hearing)).toEqual([['due', '2026-12-11', words]]);
    expect(limit('2026-12-08', ...hearing)).toEqual([['due', '2026-12-11', `${words}: last days`]]);
    expect(limit('2026-12-12', ...hearing)).toEqual([['overdue', '2026-12-11', expect.stringContaining('has run out')]]);
    const settled: ApplicationFact = {
      type: 'InterimRefusalSettled',
      data: { ...ofApplication, hearingId: 'h-1', how: 'accepted', on: '2026-11-21' },
    };
    expect(limit('2026-11-22', ...hearing, settled)[0]?.[0]).toBe('done');
  });
});
