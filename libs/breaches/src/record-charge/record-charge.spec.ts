import { describe, expect, it } from '@jest/globals';
import { arrested, bailed, breachReported, charged, convicted, given, now, of, outcome } from '../domain/example-facts.js';
import { type ChargeDetails, recordCharge } from './record-charge.js';

const details: ChargeDetails = { at: '2026-07-01T10:00:00.000Z', offenceCodes: ['ST19001'], test: 'full-code' };
const when = (over: Partial<ChargeDetails> = {}, breach = given(breachReported(), arrested, bailed)) =>
  outcome(() => recordCharge(breach, { ...details, ...over }, now));

describe('recording a charge', () => {
  it('names each offence once, others than the breach too', () => {
    expect(when({ offenceCodes: ['ST19001', 'PH97006', 'ST19001'] })).toEqual([
      { type: 'Charged', data: { ...of, ...details, offenceCodes: ['ST19001', 'PH97006'] } },
    ]);
    expect(given(breachReported(), charged).status).toBe('charged');
  });

  it('takes the threshold test only in custody', () => {
    expect(when({ test: 'threshold' })).toBe('threshold-needs-custody');
    expect(when({ test: 'threshold' }, given(breachReported(), arrested))).toHaveLength(1);
  });

  it('may add an offence later, not repeat one, and not follow the outcome', () => {
    expect(when({}, given(breachReported(), charged))).toBe('charged-already');
    expect(when({ offenceCodes: ['PH97006'] }, given(breachReported(), charged))).toHaveLength(1);
    expect(when({}, given(breachReported(), charged, convicted))).toBe('concluded');
  });

  it('refuses no offence and what is no code', () => {
    expect(when({ offenceCodes: [] })).toBe('no-offence');
    expect(when({ offenceCodes: ['breach'] })).toBe('not-an-offence-code');
  });
});
