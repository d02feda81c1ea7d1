import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from './events.js';
import type { MadeOrder } from './order.js';
import { conditionAloud, linesAloud, saidBeforeReading } from './read-aloud.js';
import * as s from './specimens.js';

describe('what is said before an order is read out', () => {
  it.each([
    ['spo', 'a court made this order, that it binds now, and that a breach is an offence'],
    ['restraining-conviction', 'a court made this order, that it binds now, and that a breach is an offence'],
    ['dvpo', 'a court made this order, that it binds now, and that a breach is contempt of court'],
    ['dvpn', 'the police gave this notice, that it binds now, and that whoever breaches it may be arrested and brought before a court'],
    ['dapn', 'the police gave this notice, that it binds now, and that whoever breaches it may be arrested and brought before a court'],
    ['other', 'a court made this order, that it binds now, and what it says itself of a breach'],
  ] as const)('of %s', (kind, said) => {
    expect(saidBeforeReading({ kind }, '2026-06-08')).toBe(
      `Say that ${said}. Then read each line and each condition, and tick it as you read it.`,
    );
  });
});

describe('what he is told of an order line by line', () => {
  const { on, until } = s;
  const said = (...facts: readonly OrderFact[]) => linesAloud(s.orderOf(...facts) as MadeOrder, s.now).map(({ text }) => text);

  it('is who made it and when, every variation and renewal, until when it lasts and what he has to tell', () => {
    const made = s.orderMade({ end: until('2028-05-13') });
    const varied = s.orderVaried('v1', on('2026-07-03', '14:00'));
    expect(said(made, varied, s.orderRenewed(on('2026-11-05'), until('2030-10-30')))).toEqual([
      'Testville Magistrates made this order on 14 May 2026.',
      'Testville Magistrates varied it, from 3 Jul 2026.',
      'Testville Magistrates renewed it on 5 Nov 2026.',
      'It lasts until the end of 30 Oct 2030.',
      expect.stringContaining('must tell the police at a police station within 3 days, that day counted'),
    ]);
    expect(said(s.orderMade({ kind: 'restraining-conviction', end: { is: 'until-further-order' } }))).toEqual([
      'Testville Magistrates made this order on 14 May 2026.',
      'It lasts until a court ends it.',
    ]);
  });

  it('says the own last day of a condition', () => {
    const order = s.orderOf(s.orderMade({ conditions: [s.version('area', 1, { end: until('2027-01-01') })] })) as MadeOrder;
    const version = order.conditions[0]?.versions[0];
    expect(version && conditionAloud(version, 'Not to enter it.')).toBe(
      '1. Not to enter it. (This one lasts until the end of 1 Jan 2027.)',
    );
  });
});
