import { describe, expect, it } from '@jest/globals';
import { arrested, bailed, breachReported, contactKept, given, now, of, outcome } from '../domain/example-facts.js';
import type { BreachFact } from '../domain/events.js';
import { custodyLimit } from '../domain/custody-limit.js';
import { type DetentionExtension, extendDetention } from './extend-detention.js';

// Arrested on 8 June at 22:10 UTC.
const superintendent: DetentionExtension = {
  extensionId: 'ext-1',
  by: 'superintendent',
  at: '2026-06-09T20:00:00.000Z',
  until: '2026-06-10T10:10:00.000Z',
};
const warrant: DetentionExtension = {
  extensionId: 'ext-2',
  by: 'warrant',
  at: '2026-06-10T09:30:00.000Z',
  until: '2026-06-11T21:30:00.000Z',
};
const more: DetentionExtension = {
  extensionId: 'ext-3',
  by: 'warrant-extension',
  at: '2026-06-11T20:00:00.000Z',
  until: '2026-06-12T22:10:00.000Z',
};
const fact = (extension: DetentionExtension): BreachFact => ({ type: 'DetentionExtended', data: { ...of, ...extension } });
const when = (extension: DetentionExtension, ...facts: readonly BreachFact[]) =>
  outcome(() => extendDetention(given(breachReported(), ...facts), extension, now));

describe('extending detention', () => {
  it('is for a superintendent, then for a court, and once more for a court', () => {
    expect(when(superintendent, arrested)).toEqual([fact(superintendent)]);
    expect(when(warrant, arrested, fact(superintendent))).toEqual([fact(warrant)]);
    expect(when(more, arrested, fact(superintendent), fact(warrant))).toEqual([fact(more)]);
    expect(when(warrant, arrested)).toBe('another-authority-first');
    expect(when(more, arrested, fact(superintendent))).toBe('another-authority-first');
    expect(when(superintendent, arrested, fact(superintendent))).toBe('another-authority-first');
  });

  it('moves the limit to what was given, and a new arrest begins anew', () => {
    const limit = (...facts: readonly BreachFact[]) => custodyLimit(given(breachReported(), ...facts));
    expect(limit(arrested)).toEqual({ at: '2026-06-09T22:10:00.000Z', by: null });
    expect(limit(arrested, fact(superintendent))).toEqual({ at: superintendent.until, by: 'superintendent' });
    expect(limit(arrested, fact(superintendent), fact(warrant))).toEqual({ at: warrant.until, by: 'warrant' });
    const again: BreachFact = { type: 'ArrestMade', data: { ...of, at: '2026-06-20T10:00:00.000Z' } };
    expect(limit(arrested, fact(superintendent), bailed, again)).toEqual({ at: '2026-06-21T10:00:00.000Z', by: null });
    expect(limit()).toBeNull();
  });

  it('never goes beyond what the law allows from the last moment that the relevant time can be', () => {
    const until = (instant: string, extension: DetentionExtension, ...facts: readonly BreachFact[]) =>
      when({ ...extension, until: instant }, arrested, ...facts);
    expect(until('2026-06-11T10:10:00.000Z', superintendent)).toHaveLength(1);
    expect(until('2026-06-11T10:10:00.001Z', superintendent)).toBe('extended-too-far');
    expect(until('2026-06-11T21:30:00.001Z', warrant, fact(superintendent))).toBe('extended-too-far');
    expect(until('2026-06-09T22:10:00.000Z', superintendent)).toBe('extended-to-the-past');
  });

  it('refuses who is not held, what was authorised before the arrest or lies ahead, and what nobody alleges', () => {
    expect(when(superintendent)).toBe('not-in-custody');
    expect(when(superintendent, arrested, bailed)).toBe('not-in-custody');
    expect(when({ ...superintendent, at: '2026-06-08T22:09:00.000Z' }, arrested)).toBe('authorised-before-arrest');
    expect(when({ ...superintendent, at: '2026-11-21T12:00:00.001Z' }, arrested)).toBe('in-the-future');
    expect(outcome(() => extendDetention(given(contactKept()), superintendent, now))).toBe('nothing-alleged');
  });
});
