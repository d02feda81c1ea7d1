import { describe, expect, it } from '@jest/globals';
import { changesThen } from './changes-today.js';
import { conditionsInForceAt } from './in-force.js';
import type { OrderFact } from './events.js';
import * as s from './specimens.js';

const today = s.on('2026-05-14', '12:00');
const made = s.orderMade({ made: s.on('2026-05-14'), conditions: [s.version('area', 1)] });
const changing = (...facts: readonly OrderFact[]) => conditionsInForceAt(s.orderOf(...facts), today).map(changesThen);

describe('a condition on a day whose hour is not recorded', () => {
  it('has no old words where the order was only made on it', () => {
    expect(conditionsInForceAt(s.orderOf(made), today)).toMatchObject([{ is: 'time-needed' }]);
    expect(changing(made)).toEqual([false]);
  });

  it('has old and new words where it was reworded or taken out on it', () => {
    const before = s.orderMade({ made: s.on('2026-05-01', '10:00'), conditions: [s.version('area', 1)] });
    const version = s.version('area', 2);
    expect(changing(before, s.orderVaried('v', s.on('2026-05-14'), { changes: [{ change: 'reworded', version }] }))).toEqual([true]);
    const removed = { change: 'removed', conditionId: 'area' } as const;
    expect(changing(before, s.orderVaried('v', s.on('2026-05-14'), { changes: [removed] }))).toEqual([true]);
  });
});
