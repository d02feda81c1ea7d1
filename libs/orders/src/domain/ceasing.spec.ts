import { describe, expect, it } from '@jest/globals';
import { determineApplication } from '../determine-application/determine-application.js';
import { inForceAt } from './in-force.js';
import * as s from './specimens.js';
import { ceasingToo } from './ceasing.js';

const { on, until } = s;
const determined = s.applicationOf(
  s.applicationFiled(),
  ...determineApplication(
    s.applicationOf(s.applicationFiled()),
    [],
    { outcome: 'refused', at: on('2026-05-14', '11:40'), court: s.maidstone, reason: 'not-necessary', contested: null, note: null },
    s.now,
  ).application,
);
const made = s.orderMade({ orderId: s.interimId, kind: 'interim-spo', made: on('2026-03-12'), end: until('2026-04-12') });
const ranOut = s.orderOf(made);
const renewed = s.orderRenewed(on('2026-04-01'), until('2026-09-12'));

describe('a renewal of an interim order that is recorded after its application was determined', () => {
  it('does not bring the interim back to life', () => {
    const facts = ceasingToo(ranOut, [renewed], determined);
    expect(facts.map(({ type }) => type)).toEqual(['OrderRenewed', 'InterimOrderCeased']);
    const order = s.orderOf(made, ...facts);
    expect(inForceAt(order, on('2026-05-01')).is).toBe('in-force');
    expect(inForceAt(order, on('2026-05-15'))).toEqual({ is: 'not-in-force', because: 'ceased' });
  });

  it('adds nothing while the application waits, nor where the order had run out all the same', () => {
    expect(ceasingToo(ranOut, [renewed], s.applicationOf(s.applicationFiled()))).toEqual([renewed]);
    const short = s.orderRenewed(on('2026-04-01'), until('2026-05-01'));
    expect(ceasingToo(ranOut, [short], determined)).toEqual([short]);
  });
});
