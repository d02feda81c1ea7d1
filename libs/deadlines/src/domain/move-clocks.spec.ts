import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from '#orders';
import { dueWork, type DueWork, situationOf } from '../work-list/due-work.js';
import { tasks } from './clocks.js';
import { day, ofOrder, order, orderMade } from './example-facts.js';
import { dueOn } from './task.js';

const placed = { code: 'EX-AREA', category: 'prohibition', locality: 'uk', end: null } as const;
const area = { ...placed, conditionId: 'c-1', versionId: 'c-1-v1', number: 3 };
const gwent = { 'v-1': { to: '61', on: '2026-06-01' } };
const proposed: OrderFact = {
  type: 'VariationProposed',
  data: { ...ofOrder, proposalId: 'pr-1', asks: 'variation', because: 'protected-person-moved', by: 'u-1' },
  personal: { reason: { about: [], value: null } },
};
const removed: OrderFact = {
  type: 'OrderVaried',
  data: {
    ...ofOrder,
    ...{ variationId: 'x-1', court: { type: 'magistrates', name: 'Testville' }, effective: day('2026-07-01'), end: null },
    ...{ onApplicationOf: 'respondent', respondentPresent: null, changes: [{ change: 'removed', conditionId: 'c-1' }] },
  },
};
const about = (moved: typeof gwent | Record<string, { to: string; on: string }>, made: OrderFact, ...facts: readonly OrderFact[]) =>
  tasks({ orders: [order(made, ...facts)], applications: [], breaches: [], moved }, '2026-06-01').filter(
    ({ what }) => what === 'follow-move',
  );
const withArea = orderMade({ conditions: [area] });

describe('an area that did not follow a protected person', () => {
  it('is for the force that keeps the order, within a time of ours, until a variation is proposed for it', () => {
    const [task, ...more] = about(gwent, withArea);
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      force: '46',
      opens: '2026-06-01',
      dueBy: '2026-06-08',
      done: false,
      why: expect.stringContaining('Our rule'),
    });
    expect(task?.words).toContain('condition 3 names a place');
    expect(task && dueOn(task, '2026-06-09T12:00:00.000Z')?.state).toBe('overdue');
    expect(about(gwent, withArea, proposed).map(({ done }) => done)).toEqual([true]);
  });

  it.each([
    ['nobody moved', {}, withArea, []],
    ['somebody else moved', { 'v-2': { to: '61', on: '2026-06-01' } }, withArea, []],
    ['she came back', { 'v-1': { to: '46', on: '2026-06-01' } }, withArea, []],
    ['no condition names a place', gwent, orderMade({ conditions: [{ ...area, code: 'NC-DIR' }] }), []],
    ['the condition was taken out since', gwent, withArea, [removed]],
    ['the police may not ask for it', gwent, orderMade({ kind: 'restraining-conviction', conditions: [area] }), []],
  ] as const)('is no task where %s', (_, moved, made, facts) => {
    expect(about(moved, made, ...facts)).toEqual([]);
  });

  it('is folded into the row of each force that it may be for', () => {
    const data = { protectedPersonId: 'v-1', to: '61', from: '42', force: '46', perpetratorId: 'p-1' };
    const envelope = { recordedAt: '2026-06-01T23:30:00.000Z' };
    const event = { stream: 'protected-v-1', fact: { type: 'SafeguardingTransferred', data }, envelope } as Parameters<
      typeof dueWork.evolve
    >[1];
    expect(dueWork.rows(event)).toEqual(['p-1:46', 'p-1:42', 'p-1:61']);
    const row: DueWork | null = dueWork.evolve(null, event, 'p-1:46');
    expect(row).toMatchObject({ force: '46', perpetratorId: 'p-1' });
    expect(row && situationOf(row.doc).moved).toEqual({ 'v-1': { to: '61', on: '2026-06-02' } });
  });
});
