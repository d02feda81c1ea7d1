import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dischargeOrder } from '../discharge-order/discharge-order.js';
import { entriesOf, entryKey, isInError } from '../domain/in-error.js';
import { conditionsInForceAt, inForceAt } from '../domain/in-force.js';
import { knowledgeAt } from '../domain/knowledge.js';
import { versionWithId } from '../domain/conditions.js';
import type { OrderFact } from '../domain/events.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { recordInError } from './record-in-error.js';

const { on, until } = s;
const keeper = { force: s.force, now: '2026-11-21T09:00:00.000Z' };
const inError = (facts: readonly OrderFact[], key: string, who = keeper) =>
  recordInError(s.orderOf(...facts), { errorId: `error of ${key}`, of: { is: 'entry', key }, reason: 'Of another man' }, who);
const wholly = (facts: readonly OrderFact[], why: 'twice' | null = 'twice') =>
  recordInError(s.orderOf(...facts), { errorId: 'error', of: { is: 'order', why }, reason: 'Keyed twice' }, keeper);
const after = (facts: readonly OrderFact[], ...keys: readonly string[]): MadeOrder =>
  s.orderOf(...keys.reduce((known, key) => [...known, ...inError(known, key)], facts)) as MadeOrder;
const reworded = (id: string, nth: number, day: string): OrderFact =>
  s.orderVaried(id, on(day), { changes: [{ change: 'reworded', version: s.version('contact', nth) }] });

/** What the order says, without what is remembered of mistakes. */
function said(order: MadeOrder): object {
  const { errors: _errors, struck: _struck, ...rest } = order;
  return rest;
}

const appealed: readonly OrderFact[] = [
  {
    type: 'AppealLodged',
    data: {
      ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force },
      ...{ appealId: 'appeal', on: '2026-08-01', by: 'respondent', against: { decision: 'making' } },
    },
  },
];
const quashed: readonly OrderFact[] = [
  {
    type: 'AppealDetermined',
    data: {
      ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, appealId: 'appeal' },
      ...{ court: s.crown, at: on('2026-09-14'), outcome: 'allowed', result: 'quashed' },
    },
  },
  {
    type: 'OrderQuashed',
    data: { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, appealId: 'appeal', court: s.crown, at: on('2026-09-14') },
  },
];

describe('what was recorded in error', () => {
  it('leaves an order in force that was said to be discharged', () => {
    const facts = [s.orderMade(), s.orderDischarged(on('2026-10-01'))];
    expect(inForceAt(s.orderOf(...facts), on('2026-11-01'))).toEqual({ is: 'not-in-force', because: 'discharged' });
    expect(inForceAt(after(facts, 'discharge'), on('2026-11-01')).is).toBe('in-force');
  });

  it('leaves the later of two endings where the earlier was none', () => {
    const facts = [s.orderMade(), s.orderDischarged(on('2026-07-01')), s.orderQuashed(on('2026-09-14'))];
    const order = after(facts, 'discharge');
    expect(inForceAt(order, on('2026-08-01')).is).toBe('in-force');
    expect(inForceAt(order, on('2026-09-15'))).toEqual({ is: 'not-in-force', because: 'quashed' });
  });

  it('takes back a variation with its words, its end and what served it, and keeps the words to be read', () => {
    const ofVariation = { variationId: 'wider' };
    const varied = s.orderVaried('wider', on('2026-07-03'), {
      changes: [
        { change: 'reworded', version: s.version('contact', 2) },
        { change: 'added', version: s.version('area') },
      ],
      end: until('2030-01-01'),
    });
    const facts = [s.orderMade(), varied, s.orderServed(on('2026-07-10'), { served: ofVariation })];
    const order = after(facts, 'variation:wider');
    expect(conditionsInForceAt(order, on('2026-11-01'))).toMatchObject([
      { conditionId: 'contact', version: { plain: { versionId: 'contact-v1' } } },
    ]);
    expect(inForceAt(order, on('2028-06-01'))).toEqual({ is: 'not-in-force', because: 'ended' });
    expect(knowledgeAt(order, ofVariation, on('2026-11-01'))).toEqual({ shownBy: 'nothing' });
    expect([versionWithId(order, 'contact-v2'), versionWithId(order, 'area-v1')]).toMatchObject([{ by: ofVariation }, { by: ofVariation }]);
    expect(order.services).toEqual([]);
  });

  it('takes back the decision of an appeal with what the court did on it, and leaves the appeal', () => {
    const order = after([s.orderMade(), ...appealed, ...quashed], 'appeal-decision:appeal');
    expect(inForceAt(order, on('2026-11-01')).is).toBe('in-force');
    expect(order.appeals).toMatchObject([{ appealId: 'appeal', determined: null }]);
    expect(entriesOf(order).map(entryKey)).toEqual(['appeal:appeal']);
    expect(after([s.orderMade(), ...appealed], 'appeal:appeal').appeals).toEqual([]);
  });

  it('takes back the words that the court gave the order on the appeal', () => {
    const { orderId, perpetratorId, force } = s;
    const decided: OrderFact = {
      type: 'AppealDetermined',
      data: {
        ...{ orderId, perpetratorId, force, appealId: 'appeal', court: s.crown, at: on('2026-09-14') },
        ...{ outcome: 'allowed', result: 'varied' },
      },
    };
    const onAppeal = s.orderVaried('on appeal', on('2026-09-14'), {
      changes: [{ change: 'reworded', version: s.version('contact', 2) }],
      end: until('2030-01-01'),
      onAppeal: 'appeal',
    });
    const facts = [s.orderMade(), ...appealed, decided, onAppeal, reworded('another', 3, '2026-10-01')];
    const order = after(facts, 'appeal-decision:appeal');
    const wordsOn = (day: string) =>
      conditionsInForceAt(order, on(day)).flatMap((one) => (one.is === 'in-force' ? [one.version.plain.versionId] : []));
    expect([wordsOn('2026-09-15'), wordsOn('2026-10-02')]).toEqual([['contact-v1'], ['contact-v3']]);
    expect([order.variations.map(({ variationId }) => variationId), order.struck.length, order.ends.length]).toEqual([['another'], 1, 1]);
    expect(inForceAt(order, on('2029-01-01')).is).toBe('not-in-force');
  });

  it('leaves out the decision of an appeal that undid a discharge, and no other', () => {
    const { orderId, perpetratorId, force } = s;
    const lodged = (appealId: string, decision: 'discharge' | 'making'): OrderFact => ({
      type: 'AppealLodged',
      data: { orderId, perpetratorId, force, appealId, on: '2026-08-01', by: 'chief-officer', against: { decision } },
    });
    const decided = (appealId: string, result: 'set-aside' | 'confirmed'): OrderFact => ({
      type: 'AppealDetermined',
      data: { orderId, perpetratorId, force, appealId, court: s.crown, at: on('2026-09-14'), outcome: 'allowed', result },
    });
    const facts = [s.orderMade(), s.orderDischarged(on('2026-07-20')), lodged('undid', 'discharge'), decided('undid', 'set-aside')];
    const order = s.orderOf(...facts, lodged('other', 'making'), decided('other', 'confirmed')) as MadeOrder;
    expect(entriesOf(order).map(entryKey)).toEqual(['appeal-decision:other']);
  });

  it('is not what is recorded anew afterwards, on the same day too', () => {
    const discharged = s.orderDischarged(on('2026-10-01'));
    const order = after([s.orderMade(), discharged], 'discharge');
    expect(isInError(order, discharged, '2026-10-01T12:00:00.000Z')).toBe(true);
    expect(isInError(order, discharged, '2026-11-21T09:00:01.000Z')).toBe(false);
  });

  it('leaves him not served, where the service was of another order', () => {
    const order = after([s.orderMade(), s.orderServed(on('2026-05-16'))], 'service:service-2026-05-16');
    expect(knowledgeAt(order, 'order', on('2026-11-01'))).toEqual({ shownBy: 'nothing' });
  });

  it('is the order as if that had never been recorded, whatever else was', () => {
    const others: Readonly<Record<string, OrderFact>> = {
      'service:service-2026-05-16': s.orderServed(on('2026-05-16')),
      'variation:a': reworded('a', 2, '2026-07-03'),
      'variation:b': reworded('b', 3, '2026-08-20'),
      'renewal:renewal-2028-05-01': s.orderRenewed(on('2028-05-01'), until('2030-05-01')),
      discharge: s.orderDischarged(on('2026-10-01')),
      quashing: s.orderQuashed(on('2026-09-14')),
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(others)), fc.nat(), (keys, nth) => {
        const taken = keys[nth % Math.max(keys.length, 1)];
        if (taken === undefined) return;
        const facts = [s.orderMade(), ...keys.map((key) => others[key]!)];
        const without = [s.orderMade(), ...keys.filter((key) => key !== taken).map((key) => others[key]!)];
        expect(said(after(facts, taken))).toEqual(said(s.orderOf(...without) as MadeOrder));
      }),
    );
  });

  it('is refused of what is not on record, a second time, and by another force', () => {
    const facts = [s.orderMade(), s.orderDischarged(on('2026-10-01'))];
    expect(s.refusal(() => inError(facts, 'service:none'))).toBe('no-such-entry');
    expect(s.refusal(() => inError([...facts, ...inError(facts, 'discharge')], 'discharge'))).toBe('no-such-entry');
    expect(s.refusal(() => inError(facts, 'discharge', { ...keeper, force: '42' }))).toBe('not-your-order');
    // It ceased with its application: that is put right there.
    const interim = [s.orderMade({ orderId: s.interimId, kind: 'interim-spo' }), s.interimCeased(on('2026-06-01'))];
    expect(s.refusal(() => inError(interim, 'cessation'))).toBe('no-such-entry');
  });
});

describe('an order that was recorded in error', () => {
  const facts = [s.orderMade(), s.orderServed(on('2026-05-16'))];
  const order = s.orderOf(...facts, ...wholly(facts)) as MadeOrder;

  it('bound nobody at any time, on the day it was said to be made as little as after', () => {
    for (const day of ['2026-05-13', '2026-05-14', '2026-05-15', '2026-11-21', '2029-01-01']) {
      expect(inForceAt(order, on(day))).toEqual({ is: 'not-in-force', because: 'recorded-in-error' });
      expect(conditionsInForceAt(order, on(day)).map(({ is }) => is)).toEqual(['not-in-force']);
    }
  });

  it('stays so whatever is said to have ended it', () => {
    const ended = s.orderOf(...facts, s.orderDischarged(on('2026-05-15')), ...wholly(facts)) as MadeOrder;
    expect(inForceAt(ended, on('2026-05-14', '12:00'))).toEqual({ is: 'not-in-force', because: 'recorded-in-error' });
  });

  it('takes nothing more', () => {
    const details = {
      court: s.maidstone,
      at: on('2026-11-01'),
      onApplicationOf: 'respondent',
      livesElsewhere: false,
      reason: null,
    } as const;
    expect(s.refusal(() => dischargeOrder(order, details, s.now))).toBe('order-in-error');
    expect(s.refusal(() => wholly([...facts, ...wholly(facts)]))).toBe('order-in-error');
    expect(entriesOf(order)).toEqual([]);
  });

  it('is said why', () => {
    expect(s.refusal(() => wholly(facts, null))).toBe('why-needed');
    expect(wholly(facts)).toMatchObject([{ type: 'OrderRecordedInError', data: { why: 'twice', at: '2026-11-21T09:00:00.000Z' } }]);
  });
});
