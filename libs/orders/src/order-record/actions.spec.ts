import { describe, expect, it } from '@jest/globals';
import { viewer } from '#access';
import type { OrderKind } from '../domain/kinds/index.js';
import * as s from '../domain/specimens.js';
import { actionsFor } from './actions.js';

const lawyer = viewer({ userId: 'u', force: s.force, role: 'legal', name: 'A. Specimen' });
const offered = (kind: OrderKind) => {
  const order = s.orderOf(s.orderMade({ kind, made: s.on('2026-05-14'), end: s.until('2028-05-13') }));
  return order.is === 'unmade' ? [] : actionsFor(order, lawyer, s.on('2026-06-01'));
};
const ways = (kind: OrderKind) =>
  offered(kind)
    .filter(({ href }) => /(vary|renew|proposals\/new)$/.test(href))
    .map(({ text }) => text);

describe('what can be done to change an order', () => {
  it('is what the law knows for its kind', () => {
    expect(ways('spo')).toEqual([
      'Ask the court to vary, renew or discharge the order',
      'Record a variation the court has made',
      'Record a renewal the court has made',
    ]);
    expect(ways('dapo')).toEqual(['Ask the court to vary or discharge the order', 'Record a variation the court has made']);
    for (const kind of ['non-molestation', 'pha-injunction', 'restraining-conviction'] as const) {
      expect([kind, ways(kind)]).toEqual([kind, ['Record a variation the court has made']]);
    }
    expect(ways('dvpo')).toEqual([]);
  });

  it('says of each way of varying it when to take it', () => {
    const hints = offered('spo').flatMap(({ hint }) => hint ?? []);
    expect(hints).toEqual([expect.stringContaining('your force wants'), expect.stringContaining('without an application of your force')]);
  });
});
