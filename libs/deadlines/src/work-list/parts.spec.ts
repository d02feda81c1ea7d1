import { describe, expect, it } from '@jest/globals';
import { addDays } from '#calendar';
import fc from 'fast-check';
import { noon } from '../domain/example-facts.js';
import type { Lane } from '../domain/task-kinds.js';
import { isOverdue, PARTS, partsFor, standsIn } from './work-list.js';

const today = '2026-11-21';

describe('the parts of the work list', () => {
  it('has each row in one part, on its own day and after its moment', () => {
    const rows = fc.record({
      lane: fc.constantFrom<Lane>('own', 'hearing', 'waiting', 'authorise', 'draft'),
      dueBy: fc.integer({ min: -400, max: 180 }).map((days) => addDays(today, days)),
      dueAt: fc.option(fc.constantFrom('10:00', '14:00')),
      authorises: fc.boolean(),
    });
    fc.assert(
      fc.property(rows, ({ lane, dueBy, dueAt: time, authorises }) => {
        const row = { lane, dueBy, dueAt: time === null ? null : `${dueBy}T${time}:00.000Z`, courtOn: null };
        const parts = partsFor(authorises).filter((part) => part !== 'court' && standsIn(part, row, today, authorises));
        expect(parts).toHaveLength(1);
        const isTheirs = authorises && lane === 'authorise';
        expect(parts.includes('authorise')).toBe(isTheirs);
        expect(parts.includes('overdue')).toBe(dueBy < today && lane !== 'draft' && !isTheirs);
        expect(isOverdue(row, noon(today))).toBe(dueBy < today || (dueBy === today && lane !== 'hearing' && time === '10:00'));
      }),
      { numRuns: 500 },
    );
    const on = (days: number) => ({ lane: 'hearing' as const, dueBy: addDays(today, days), dueAt: null, courtOn: null });
    expect([0, 1, 8, 14, 15].map((days) => PARTS.find((part) => standsIn(part, on(days), today, false)))).toEqual([
      ...['today', 'hearings', 'hearings', 'hearings', 'later'],
    ]);
  });
});
