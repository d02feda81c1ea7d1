import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { BreachState, ChargingTest } from '../domain/breach.js';
import { isConcluded, isInCustody } from '../domain/progress.js';
import type { BreachFact } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export interface ChargeDetails {
  readonly at: Instant;
  /** CJS codes, for instance `ST19001`; other offences charged with it too. */
  readonly offenceCodes: readonly string[];
  readonly test: ChargingTest;
}

export type RecordChargeRefusal =
  | StandingRefusal
  | 'in-the-future'
  | 'before-it-happened'
  | 'no-offence'
  | 'not-an-offence-code'
  | 'charged-already'
  | 'threshold-needs-custody'
  | 'concluded';

/** A CJS offence code: two letters, two digits of the year of the Act, three of the offence, `A` for an attempt. */
export const CJS_CODE = /^[A-Z]{2}\d{5}[A-Z]?$/;

/** He was charged. The threshold test is for suspects in custody only (Code for Crown Prosecutors). */
export function recordCharge(breach: BreachState, { at, offenceCodes, test }: ChargeDetails, now: Instant): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  const codes = [...new Set(offenceCodes)];
  if (codes.length === 0) throw refuse<RecordChargeRefusal>('no-offence');
  if (!codes.every((code) => CJS_CODE.test(code))) throw refuse<RecordChargeRefusal>('not-an-offence-code');
  if (isConcluded(breach)) throw refuse<RecordChargeRefusal>('concluded');
  const before = breach.steps.flatMap((step) => (step.is === 'charge' ? step.offenceCodes : []));
  if (codes.every((code) => before.includes(code))) throw refuse<RecordChargeRefusal>('charged-already');
  if (test === 'threshold' && !isInCustody(breach)) throw refuse<RecordChargeRefusal>('threshold-needs-custody');
  return [{ type: 'Charged', data: { ...of, at, offenceCodes: codes, test } }];
}
