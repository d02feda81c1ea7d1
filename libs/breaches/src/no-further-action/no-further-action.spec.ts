import { describe, expect, it } from '@jest/globals';
import { allegation, breachReported, charged, contactKept, dropped, given, now, of, outcome, victim } from '../domain/example-facts.js';
import { noFurtherAction, type NoFurtherActionDetails } from './no-further-action.js';

const details: NoFurtherActionDetails = { at: '2026-07-01T10:00:00.000Z', reason: 'not-aware-of-order', note: null };
const when = (over: Partial<NoFurtherActionDetails> = {}, breach = given(breachReported())) =>
  outcome(() => noFurtherAction(breach, { ...details, ...over }, now));

describe('deciding on no further action', () => {
  it('has a reason and keeps the incident with its allegations', () => {
    expect(when()).toEqual([{ type: 'NoFurtherAction', data: { ...of, at: details.at, reason: 'not-aware-of-order' }, personal: {} }]);
    expect(given(breachReported(), dropped)).toMatchObject({
      status: 'no-further-action',
      isBreach: true,
      allegations: [{ ...allegation, withdrawn: null }],
    });
  });

  it('explains another reason in words, which are personal', () => {
    expect(when({ reason: 'other' })).toBe('note-needed');
    expect(when({ reason: 'other', note: 'Moved abroad' })).toMatchObject([
      { personal: { note: { about: ['p-1', victim], value: 'Moved abroad' } } },
    ]);
  });

  it('is decided once, not after a charge, and not of contact that was only kept', () => {
    expect(when({}, given(breachReported(), dropped))).toBe('decided-already');
    expect(when({}, given(breachReported(), charged))).toBe('decided-already');
    expect(when({}, given(contactKept()))).toBe('nothing-alleged');
  });
});
