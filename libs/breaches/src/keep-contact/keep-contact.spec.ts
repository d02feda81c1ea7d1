import { describe, expect, it } from '@jest/globals';
import { breachReported, given, now, of, outcome, reportedAt, victim } from '../domain/example-facts.js';
import { keepContact } from './keep-contact.js';

const details = {
  ...of,
  occurred: { on: '2026-08-31', until: '2026-08-31', at: null },
  reportedAt: '2026-09-14T10:00:00.000Z',
  channel: 'in-person',
  reporter: 'protected-person',
  kinds: ['call', 'call'],
  protectedPersonIds: [victim, victim],
  account: 'A silent call',
  place: 'At home',
  why: 'not-alleged',
} as const;

describe('keeping contact that is no breach', () => {
  it('keeps when it happened apart from when it was told, and its words personal', () => {
    const facts = outcome(() => keepContact(given(), details, now, null));
    const { account, place, ...data } = details;
    expect(facts).toEqual([
      {
        type: 'ContactKept',
        data: { ...data, kinds: ['call'], protectedPersonIds: [victim] },
        personal: { account: { about: ['p-1', victim], value: account }, place: { about: ['p-1', victim], value: place } },
      },
    ]);
    expect(given(...(facts as never[]))).toMatchObject({ status: 'kept', isBreach: false, whyKept: 'not-alleged' });
  });

  it('refuses nothing done, a second report under one id, and a report before the act', () => {
    expect(outcome(() => keepContact(given(), { ...details, kinds: [] }, now, null))).toBe('kind-needed');
    expect(outcome(() => keepContact(given(breachReported()), details, now, null))).toBe('reported-already');
    expect(outcome(() => keepContact(given(), { ...details, reportedAt }, now, null))).toBe('reported-before-it-happened');
  });

  it('refuses a day before the person was born', () => {
    const born = (day: string) => outcome(() => keepContact(given(), details, now, day));
    expect([born('2026-09-01'), born('2026-08-31')]).toEqual(['before-birth', [expect.anything()]]);
  });
});
