import { describe, expect, it } from '@jest/globals';
import type { FiledApplication } from '../domain/application.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { listHearing, listOrderHearing } from '../list-hearing/list-hearing.js';
import { type HearingDetails, recordHearing, recordOrderHearing } from '../record-hearing/record-hearing.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import { entriesOf, entryKey, isInError } from '../domain/in-error.js';
import { settleDirection, type Settlement, settleOrderDirection } from './settle-direction.js';

const hearing = { hearingId: 'h1', court: s.maidstone, at: s.on('2026-06-01', '10:00'), room: null } as const;
const heard: HearingDetails = {
  ...{ hearingId: 'h1', result: 'directions', heard: null, reason: null, next: null, note: null },
  directions: [{ directionId: 'd1', to: 'police', by: '2026-06-15', words: 'Serve a statement' }],
};
const settlement: Settlement = { directionId: 'd1', how: 'done', on: '2026-06-12', by: ' PC 0000 Sample ' };

const filed = [s.applicationFiled()];
const listed = [...filed, ...listHearing(s.applicationOf(...filed), { ...hearing, purpose: 'directions' }, '2026-05-01')];
const directed = [...listed, ...recordHearing(s.applicationOf(...listed), heard, '2026-06-01')];
const settle = (over: Partial<Settlement> = {}) => settleDirection(s.applicationOf(...directed), { ...settlement, ...over }, s.now);

describe('what a court directed', () => {
  it('is done, by whom and when', () => {
    const facts = settle();
    expect(facts).toMatchObject([
      { type: 'DirectionSettled', data: { hearingId: 'h1', how: 'done' }, personal: { by: { value: 'PC 0000 Sample' } } },
    ]);
    const { hearings } = s.applicationOf(...directed, ...facts) as FiledApplication;
    expect(hearings[0]?.directions).toMatchObject([{ settled: { how: 'done', on: '2026-06-12' } }]);
    expect(s.refusal(() => settleDirection(s.applicationOf(...directed, ...facts), settlement, s.now))).toBe('settled-already');
  });

  it.each([
    ['nobody directed it', { directionId: 'd2' }, 'no-such-direction'],
    ['it is dated ahead', { on: '2026-11-22' }, 'in-the-future'],
    ['it is dated before the filing', { on: '2026-03-09' }, 'before-filing'],
  ] as const)('is refused when %s', (_, over, reason) => expect(s.refusal(() => settle(over))).toBe(reason));

  it('about an order is settled, and taken back, alike', () => {
    const made = [s.orderMade()];
    const court = [...made, ...listOrderHearing(s.orderOf(...made), { ...hearing, purpose: 'variation' }, '2026-05-01')];
    const known = [...court, ...recordOrderHearing(s.orderOf(...court), heard, '2026-06-01')];
    const facts = settleOrderDirection(s.orderOf(...known), { ...settlement, how: 'lifted' }, s.now);
    const order = s.orderOf(...known, ...facts) as MadeOrder;
    expect(order.hearings[0]?.directions).toMatchObject([{ settled: { how: 'lifted' } }]);
    expect(entriesOf(order).map(entryKey)).toEqual(['hearing-outcome:h1', 'direction-done:d1']);
    const who = { force: s.force, now: '2026-11-21T09:00:00.000Z' };
    const undo = (key: string) => recordInError(order, { errorId: 'e1', of: { is: 'entry', key }, reason: 'Misread' }, who);
    const undone = s.orderOf(...known, ...facts, ...undo('direction-done:d1')) as MadeOrder;
    expect(undone.hearings[0]?.directions).toMatchObject([{ settled: null }]);
    const waits = s.orderOf(...known, ...facts, ...undo('hearing-outcome:h1')) as MadeOrder;
    expect(waits.hearings).toMatchObject([{ outcome: null, directions: [] }]);
    const marked = [...known, ...facts].map((fact) => isInError(waits, fact, '2026-06-02T09:00:00.000Z'));
    expect([...known, ...facts].map(({ type }, nth) => [type, marked[nth]])).toEqual([
      ['OrderMade', false],
      ['OrderHearingListed', false],
      ['OrderDirectionsGiven', true],
      ['OrderHearingHeld', true],
      ['OrderDirectionSettled', false],
    ]);
  });
});
