import { describe, expect, it } from '@jest/globals';
import { orderVaried, order, orderMade, version } from '../domain/example-orders.js';
import { allegation, breachReported, charged, now, of, victim } from '../domain/example-facts.js';
import type { BreachFact } from '../domain/events.js';
import { breachRecord, type BreachRow } from './breach-record.js';
import { breachView } from './breach-view.js';

const envelope = { by: 'u-1', force: '46', recordedAt: '2026-06-10T10:00:00.000Z', commandId: 'x', digest: 'x', correlationId: 'x' };
const row = (fact: BreachFact, before: BreachRow | null = null): BreachRow =>
  breachRecord.evolve(
    before,
    { ...{ id: 'e', stream: 'breach-b-1', revision: 0n, position: '1', schemaVersion: 1 }, fact, envelope },
    'b-1',
  )!;
const account = (text: string) => {
  const fact = breachReported();
  return { ...fact, personal: { account: { about: ['p-1', victim], value: text } } } as BreachFact;
};
const known = [{ id: victim, letter: 'A', name: null, hide: ['Nora Nonesuch', 'Nora', 'Nonesuch'] }];
const spo = order(
  orderMade('o-1'),
  orderVaried('o-1', { on: '2026-07-03', at: null }, [{ change: 'reworded', version: version('c-1', 'c-1-2') }]),
);

describe('a breach for one reader', () => {
  it('shows the pinned wording by its version, whatever came later', () => {
    const view = breachView(row(breachReported()), [spo], known, now, true);
    expect(view.allegations[0]).toMatchObject({
      order: 'Stalking protection order of 14 May 2026',
      condition: 'Condition 1 (version 1): No direct contact',
      wording: 'Not to',
    });
  });

  it('says the duty to notify by its offence', () => {
    const notified = breachReported({
      allegations: [{ ...allegation, conditionId: null, conditionVersionId: null, offenceCode: 'ST19004' }],
    });
    expect(breachView(row(notified), [spo], known, now, true).allegations[0]).toMatchObject({
      condition: expect.stringContaining('new home address'),
      wording: null,
      maximum: expect.stringContaining('5 years'),
      arrest: expect.stringContaining('PACE'),
    });
  });

  it('says of a charge that nobody recorded before it that an excuse was asked for', () => {
    const reported = row(breachReported({ reasonableExcuse: 'not-asked' }));
    const saidOf = (one: BreachRow) => breachView(one, [spo], known, now, true).excuse.text;
    const interviewed: BreachFact = { type: 'InterviewHeld', data: { ...of, at: now, underCaution: true } };
    expect(saidOf(reported)).toBe('Not asked yet');
    expect(saidOf(row(charged, reported))).toBe('Not recorded as asked before the charge');
    expect(saidOf(row(charged, row(interviewed, reported)))).toBe('Not asked yet');
    expect(saidOf(row(charged, row(breachReported({ reasonableExcuse: 'none-offered' }))))).toBe('None offered');
  });

  it('tells what was done in the order in which it happened, whenever it was keyed', () => {
    const arrest: BreachFact = { type: 'ArrestMade', data: { ...of, at: '2026-06-10T08:00:00.000Z' } };
    const charge: BreachFact = { ...charged, data: { ...charged.data, at: '2026-06-10T09:00:00.000Z' } } as BreachFact;
    const view = breachView(row(arrest, row(charge, row(breachReported()))), [spo], known, now, true);
    const place = (word: string) => view.timeline.findIndex(({ title }) => title.startsWith(word));
    expect(view.timeline[place('Charge')]).toMatchObject({ is: 'Charged', at: '2026-06-10T09:00:00.000Z', codes: { test: 'full-code' } });
    expect([place('Reported') >= 0, place('Arrest') < place('Charge')]).toEqual([true, true]);
  });

  it('hides the name of a protected person in free text, whole words only', () => {
    const view = breachView(row(account('NORA NONESUCH saw him; Norah did not. Nora called.')), [spo], known, now, true);
    expect(view.account).toBe('protected person A saw him; Norah did not. protected person A called.');
    expect(view.protectedPeople).toEqual([{ id: victim, text: 'Protected person A' }]);
  });

  it('says how much later it was recorded than reported', () => {
    expect(breachView(row(breachReported()), [spo], known, now, true).recordedLate).toBe(2);
  });

  it('tells beforehand which clock an arrest today would start: one working day, from the next', () => {
    const friday = '2026-05-01T21:10:00.000Z';
    expect(breachView(row(breachReported()), [spo], known, friday, true).clockToCome).toBe(
      'An arrest, an interview under caution, a release or a charge starts a clock: tell protected person A within 1 working day. Of one today, by the end of 5 May 2026 (Victims’ Code, right 6).',
    );
  });

  it('still shows what it can when the order is not there', () => {
    expect(breachView(row(breachReported()), [], [], now, true).allegations[0]).toMatchObject({ condition: 'A condition', wording: null });
  });
});
