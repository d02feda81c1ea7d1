import { describe, expect, it } from '@jest/globals';
import { type OrderFact, someTimeOn } from '#orders';
import { allegeable } from './allegeable.js';
import type { Occurred } from './events.js';
import { made, ofOrder, order, orderMade, orderQuashed } from './example-orders.js';
import { occurredAt } from './occurred.js';
import { nowRecorded } from '../breach-record/now-recorded.js';
import { standingInWords, standingThen } from './standing-then.js';

const day = (on: string, until = on): Occurred => ({ on, until, at: null });
const court = { type: 'magistrates', name: 'Testville' } as const;
const interim = { kind: 'interim-spo', end: { is: 'fixed', lastDay: '2026-07-31' } } as const;
const now = someTimeOn('2026-09-30');
const told = (occurred: Occurred, ...facts: readonly OrderFact[]) => standingThen(allegeable([order(...facts)], occurred), occurred, now);
const alleged = { orderId: 'o-1', conditionVersionId: 'c-1-1' } as const;
const quashed = [orderMade('o-1'), orderQuashed('o-1', { on: '2026-09-14', at: '2026-09-14T11:00:00.000Z' })] as const;

describe('how orders stood when it happened', () => {
  it('says nothing of an order in force', () => {
    expect(told(day('2026-06-08'), orderMade('o-1'))).toEqual({
      noneInForce: false,
      notInForce: [],
      unsure: [],
      unworded: [],
      overSince: [],
    });
  });

  it('treats what was quashed as in force until then, and says that it is over', () => {
    expect(told(day('2026-06-08'), ...quashed)).toMatchObject({
      noneInForce: false,
      overSince: ['Stalking protection order of 14 May 2026: quashed on appeal on 14 Sep 2026 at 12:00, after it happened'],
    });
    expect(told(occurredAt('2026-09-14T10:59:59.000Z'), ...quashed)).toMatchObject({ noneInForce: false, notInForce: [] });
    expect(told(occurredAt('2026-09-14T11:00:00.000Z'), ...quashed)).toMatchObject({
      noneInForce: true,
      notInForce: ['Stalking protection order of 14 May 2026: quashed on appeal on 14 Sep 2026 at 12:00'],
      overSince: [],
    });
    expect(told(day('2026-09-14'), ...quashed)).toMatchObject({
      noneInForce: false,
      unsure: ['Stalking protection order of 14 May 2026: it began or ended on that day, so the time is needed'],
    });
  });

  it('says that an order has run out since', () => {
    expect(told(day('2026-06-08'), orderMade('o-1', interim)).overSince).toEqual([
      'Interim stalking protection order of 14 May 2026: its last day was 31 Jul 2026, after it happened',
    ]);
  });

  it.each<readonly [string, Occurred, readonly OrderFact[], string]>([
    ['made later', day('2026-05-13'), [orderMade('o-1')], 'made only on 14 May 2026 at 10:00'],
    ['ended', day('2028-05-14'), [orderMade('o-1')], 'its last day was 13 May 2028'],
    [
      'lapsed before it was renewed',
      day('2026-08-01'),
      [
        orderMade('o-1', interim),
        {
          type: 'OrderRenewed',
          data: {
            ...ofOrder('o-1'),
            ...{ renewalId: 'r-1', court, filedOn: '2026-08-05', made: someTimeOn('2026-08-10'), onApplicationOf: 'chief-officer' },
            ...{ end: { is: 'fixed', lastDay: '2026-12-31' }, outOfTime: true },
          },
        },
      ],
      'its last day was 31 Jul 2026',
    ],
    [
      'discharged',
      day('2026-10-02'),
      [
        orderMade('o-1'),
        { type: 'OrderDischarged', data: { ...ofOrder('o-1'), court, at: someTimeOn('2026-10-01'), onApplicationOf: 'respondent' } },
      ],
      'discharged on 1 Oct 2026',
    ],
    [
      'ceased',
      day('2026-07-02'),
      [
        orderMade('o-1', interim),
        {
          type: 'InterimOrderCeased',
          data: { ...ofOrder('o-1'), applicationId: 'app-1', at: someTimeOn('2026-07-01'), outcome: 'granted' },
        },
      ],
      'ended on 1 Jul 2026, when the application was determined',
    ],
  ])('says why an order was not: %s', (_, occurred, facts, words) => {
    const { noneInForce, notInForce } = told(occurred, ...facts);
    expect([noneInForce, ...notInForce]).toEqual([true, expect.stringMatching(new RegExp(`order of 14 May 2026: ${words}$`))]);
  });

  it('is put into words where there is something to say', () => {
    expect(standingInWords(told(day('2026-06-08'), orderMade('o-1')))).toEqual([]);
    expect(standingInWords(told(day('2026-06-08'), ...quashed)).map(({ lead }) => lead)).toEqual([expect.stringMatching(/^In force then/)]);
    expect(standingInWords(told(day('2026-09-15'), ...quashed)).map(({ lead, lines }) => [lead.slice(0, 26), lines.length])).toEqual([
      ['No order was in force then', 0],
      ['Not in force then:', 1],
    ]);
  });

  it('says that a court changed the words by then, or perhaps by then, which are not recorded', () => {
    const lodged: OrderFact = {
      type: 'AppealLodged',
      data: { ...ofOrder('o-1'), appealId: 'ap-1', on: '2026-08-01', by: 'respondent', against: { decision: 'making' } },
    };
    const decided: OrderFact = {
      type: 'AppealDetermined',
      data: { ...ofOrder('o-1'), appealId: 'ap-1', court, at: someTimeOn('2026-09-10'), outcome: 'allowed', result: 'varied' },
    };
    const worded: OrderFact = {
      type: 'OrderVaried',
      data: {
        ...{ ...ofOrder('o-1'), variationId: 'v-1', court, effective: someTimeOn('2026-09-10'), onApplicationOf: 'respondent' },
        ...{ respondentPresent: null, changes: [], end: null, onAppeal: 'ap-1' },
      },
    };
    const waiting = [orderMade('o-1'), lodged, decided] as const;
    const line = 'Stalking protection order of 14 May 2026: changed on appeal on 10 Sep 2026, ask the legal team for the words';
    for (const on of ['2026-09-10', '2026-09-15']) {
      expect(told(day(on), ...waiting).unworded).toEqual([line]);
      expect(standingInWords(told(day(on), ...waiting))).toContainEqual({
        lead: 'In force then in words that are not recorded yet:',
        lines: [line],
      });
      expect(nowRecorded(alleged, day(on), [order(...waiting)])).toContain(
        'changed on appeal on 10 Sep 2026, and its new words are not recorded',
      );
    }
    expect(told(day('2026-09-09'), ...waiting).unworded).toEqual([]);
    expect(nowRecorded(alleged, day('2026-09-09'), [order(...waiting)])).toBeNull();
    expect(told(day('2026-09-15'), ...waiting, worded).unworded).toEqual([]);
    expect(nowRecorded(alleged, day('2026-09-15'), [order(...waiting, worded)])).toBeNull();
  });

  it('knows of a person without any order', () => {
    expect(standingThen([], occurredAt(made.at ?? ''), now)).toEqual({
      noneInForce: true,
      notInForce: [],
      unsure: [],
      unworded: [],
      overSince: [],
    });
  });
});
