import { describe, expect, it } from '@jest/globals';
import { arrested, breachReported, contactKept, given, now, of, outcome, victim } from '../domain/example-facts.js';
import type { BreachFact } from '../domain/events.js';
import { victimUpdates } from '../domain/victim-updates.js';
import { tellVictim, type TellVictimDetails } from './tell-victim.js';

const details: TellVictimDetails = { updateId: 'u-1', protectedPersonId: victim, at: '2026-06-09T09:00:00.000Z', of: 'arrest' };
const when = (over: Partial<TellVictimDetails> = {}, breach = given(breachReported(), arrested)) =>
  outcome(() => tellVictim(breach, { ...details, ...over }, now));

describe('telling a victim', () => {
  it('of a development', () => {
    expect(when()).toEqual([{ type: 'VictimTold', data: { ...of, ...details } }]);
  });

  it('with the note that somebody wrote, whether they were told or not', () => {
    const note = { personal: { note: { about: [victim], value: 'She asked for a copy' } } };
    expect(when({ note: 'She asked for a copy' })).toMatchObject([{ type: 'VictimTold', ...note }]);
    const untold = { decision: 'not-told', role: 'supervisor', notTold: 'not-traced' } as const;
    expect(when({ ...untold, note: 'She asked for a copy' })).toMatchObject([{ type: 'VictimNotTold', ...note }]);
  });

  it('of the decision on the report, also of contact that was only kept', () => {
    expect(when({ of: 'report-decision' }, given(contactKept()))).toHaveLength(1);
  });

  it('of a development of the same minute whose seconds are known, which stops its clock', () => {
    const late: BreachFact = { type: 'ArrestMade', data: { ...of, at: '2026-06-09T09:00:45.000Z' } };
    const facts = when({}, given(breachReported(), late)) as BreachFact[];
    expect(facts).toHaveLength(1);
    expect(victimUpdates(given(breachReported(), late, ...facts))).toMatchObject([{ toldAt: details.at }]);
    expect(when({ at: '2026-06-09T08:59:00.000Z' }, given(breachReported(), late))).toBe('told-before-it-happened');
  });

  it('by a way or at a time that their plan does not allow only for a reason, and by no way that is not named, which is kept', () => {
    const plan = { never: ['letter'] as const, days: 'every-day' as const, from: '09:00', until: '15:00' };
    const by = (more: Partial<TellVictimDetails>) =>
      outcome(() => tellVictim(given(breachReported(), arrested), { ...details, ...more }, now, plan));
    expect(by({ channel: 'letter', against: null })).toBe('channel-is-never');
    expect(by({ channel: 'letter', against: '  ' })).toBe('channel-is-never');
    expect(by({ channel: 'phone-call', against: null })).toHaveLength(1);
    expect(by({ channel: 'letter' })).toHaveLength(1);
    expect(by({ against: null })).toBe('channel-needed');
    expect(by({ channel: 'phone-call', against: null, at: '2026-06-10T02:32:00.000Z' })).toBe('time-is-unsafe');
    expect(by({ channel: 'phone-call', against: 'She rang us', at: '2026-06-10T02:32:00.000Z' })).toHaveLength(1);
    expect(by({ channel: 'letter', against: 'She asked for it' })).toMatchObject([
      { personal: { note: { about: [victim], value: 'Told otherwise than their contact plan says: She asked for it' } } },
    ]);
  });

  it('refuses what did not happen, or had not yet, and anyone the incident does not concern', () => {
    expect(when({ of: 'charge' })).toBe('nothing-to-tell');
    expect(when({ at: '2026-06-08T22:09:00.000Z' })).toBe('told-before-it-happened');
    expect(when({ protectedPersonId: 'v-9' })).toBe('not-a-protected-person-here');
  });
});
