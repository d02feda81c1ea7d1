import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from '../domain/events.js';
import { entriesOf } from '../domain/in-error.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { entryInWords } from './entry-words.js';

const of = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force };
const consent = (by: 'respondent' | 'applying-chief-officer' | 'home-chief-officer'): OrderFact => ({
  type: 'DischargeConsentGiven',
  data: { ...of, consentId: `consent of ${by}`, by, on: '2026-07-06' },
});

describe('what can be said to be in error', () => {
  it('tells consents of one day apart by who gave them', () => {
    const order = s.orderOf(s.orderMade(), consent('respondent'), consent('applying-chief-officer')) as MadeOrder;
    expect(entriesOf(order).map((entry) => entryInWords(order, entry))).toEqual([
      'Consent of the respondent to a discharge on 6 Jul 2026',
      'Consent of the chief officer who obtained the order to a discharge on 6 Jul 2026',
    ]);
  });
});
