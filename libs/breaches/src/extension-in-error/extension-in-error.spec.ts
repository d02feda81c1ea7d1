import { describe, expect, it } from '@jest/globals';
import type { BreachFact } from '../domain/events.js';
import { arrested, breachReported, given, now, of, outcome } from '../domain/example-facts.js';
import { custodyLimit } from '../domain/custody-limit.js';
import { isExtensionInError, lastExtensions } from '../domain/extensions.js';
import { extendDetention } from '../extend-detention/extend-detention.js';
import { extensionInError } from './extension-in-error.js';

// Arrested on 8 June at 22:10 UTC.
const extended = (extensionId: string, by: 'superintendent' | 'warrant', at: string, until: string) =>
  ({ type: 'DetentionExtended', data: { ...of, extensionId, by, at, until } }) as const;
const tooLate = extended('x-1', 'superintendent', '2026-06-09T20:00:00.000Z', '2026-06-10T22:10:00.000Z');
const warrant = extended('x-2', 'warrant', '2026-06-10T09:30:00.000Z', '2026-06-11T21:30:00.000Z');
const said = (extensionId: string, ...facts: readonly BreachFact[]) =>
  extensionInError(given(breachReported(), ...facts), { errorId: 'e-1', extensionId, reason: ' Keyed a day too late ' });
const refused = (extensionId: string, ...facts: readonly BreachFact[]) => outcome(() => said(extensionId, ...facts));

describe('an extension of detention that was recorded in error', () => {
  it('lets the limit before it stand, so that an earlier one can be recorded', () => {
    const facts = [breachReported(), arrested, tooLate] as const;
    const earlier = { extensionId: 'x-3', by: 'superintendent', at: tooLate.data.at, until: '2026-06-10T10:10:00.000Z' } as const;
    expect(outcome(() => extendDetention(given(...facts), earlier, now))).toBe('another-authority-first');
    const inError = said('x-1', arrested, tooLate);
    expect(inError).toMatchObject([
      { data: { errorId: 'e-1', was: tooLate.data.until }, personal: { reason: { value: 'Keyed a day too late' } } },
    ]);
    const then = given(...facts, ...inError);
    expect(custodyLimit(then)).toEqual({ at: '2026-06-09T22:10:00.000Z', by: null });
    const anew = extendDetention(then, earlier, now);
    const after = given(...facts, ...inError, ...anew);
    expect(custodyLimit(after)).toEqual({ at: earlier.until, by: 'superintendent' });
    expect([tooLate, ...anew, arrested].map((fact) => isExtensionInError(after, fact))).toEqual([true, false, false]);
  });

  it('is the last one after each arrest, whatever else was done between', () => {
    const again: BreachFact = { type: 'ArrestMade', data: { ...of, at: '2026-07-01T09:00:00.000Z' } };
    const later = extended('x-9', 'superintendent', '2026-07-02T08:00:00.000Z', '2026-07-02T21:00:00.000Z');
    const held: BreachFact = { type: 'InterviewHeld', data: { ...of, at: '2026-06-10T08:00:00.000Z', underCaution: true } };
    const state = given(breachReported(), arrested, tooLate, held, warrant, again, later);
    expect(lastExtensions(state).map(({ extensionId }) => extensionId)).toEqual(['x-2', 'x-9']);
  });

  it('is the last one first, and is said once', () => {
    expect(refused('x-1', arrested, tooLate, warrant)).toBe('no-such-extension');
    const first = said('x-2', arrested, tooLate, warrant);
    expect(custodyLimit(given(breachReported(), arrested, tooLate, warrant, ...first))?.by).toBe('superintendent');
    expect(refused('x-2', arrested, tooLate, warrant, ...first)).toBe('no-such-extension');
    expect(refused('x-1', arrested)).toBe('no-such-extension');
  });

  it('can be said after a release and of an earlier arrest', () => {
    const again: BreachFact = { type: 'ArrestMade', data: { ...of, at: '2026-06-20T10:00:00.000Z' } };
    expect(refused('x-1', arrested, tooLate, again)).toHaveLength(1);
  });
});
