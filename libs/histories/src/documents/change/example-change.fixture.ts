import { said } from '../example-pack.fixture.js';
import type { ChangePack } from './change-pack.js';

/** A made-up application to vary an order, with something in every part. */
export function exampleChange(over: Partial<ChangePack> = {}): ChangePack {
  const clause = { number: 1, category: 'prohibition', locality: null, notes: [] } as const;
  return {
    asks: 'variation',
    isFiled: true,
    order: '8f310000',
    orderName: 'Stalking protection order',
    orderAct: 'Stalking Protection Act 2019 s.2',
    changeAct: 'Stalking Protection Act 2019 s.4',
    isStalkingOrder: true,
    force: 'Kent Police',
    court: { name: said('Testville'), kind: 'Magistrates’ court' },
    reference: said('TV-2026-0002'),
    orderReference: said('TV-2026-0001'),
    madeOn: '2026-05-14',
    madeBy: said('Testville'),
    filedOn: '2026-07-02',
    outOfTime: false,
    basis: { facts: 12, newest: '2026-07-03T09:00:00.000Z', digest: '3f9a1c0db2e44d10' },
    respondent: {
      name: 'Barnaby PLACEHOLDER',
      alsoKnownAs: ['Barney Placeholder'],
      dateOfBirth: '1986-02-03',
      youth: null,
      address: said('1 Elsewhere Road, Testville, ZZ1 1ZZ'),
    },
    protectedPeople: ['Nora Nonesuch'],
    end: { before: 'until the end of 13 May 2028', after: null, isPast: false },
    consents: null,
    because: 'The risk has changed',
    reason: said('He was seen outside twice.'),
    standing: [{ ...clause, wording: said('Not to enter the high street.') }],
    changes: [
      {
        ...{ number: 1, change: 'reworded' },
        before: said('Not to enter the high street.'),
        after: said('Not to enter the high street or the market.'),
        necessity: said('He waits at the market.'),
      },
    ],
    asVaried: [{ ...clause, wording: said('Not to enter the high street or the market.') }],
    chronology: [],
    views: [{ name: 'Nora Nonesuch', on: '2026-06-30', consultation: 'Asked, and supports it', words: said('VIEWS-OF-NORA') }],
    ...over,
  };
}
