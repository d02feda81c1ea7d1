import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import type { OrderFact } from './events.js';
import { firstServiceOf, isToBeServed, knowledgeAt, needsService, sameDocument, showsIt } from './knowledge.js';
import type { MadeOrder } from './order.js';
import * as s from './specimens.js';

const { on } = s;
const made = (...facts: readonly OrderFact[]) => s.orderOf(...facts) as MadeOrder;
const unmade = s.orderOf();

function awareness(at: ReturnType<typeof on>, of: 'order' | { variationId: string } = 'order'): OrderFact {
  return {
    type: 'AwarenessEvidenced',
    data: {
      orderId: s.orderId,
      perpetratorId: s.perpetratorId,
      force: s.force,
      evidenceId: `evidence-${at.on}`,
      of,
      at,
      basis: 'own-words',
    },
    personal: { detail: personal([s.perpetratorId], 'He spoke of it') },
  };
}

describe('whether he knows of an order', () => {
  it('is shown by nothing until something shows it', () => {
    const served = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-16', '10:00')));
    expect(knowledgeAt(unmade, 'order', on('2026-05-20'))).toEqual({ shownBy: 'nothing' });
    expect(knowledgeAt(served, 'order', on('2026-05-15', '23:59'))).toEqual({ shownBy: 'nothing' });
    expect(knowledgeAt(served, 'order', on('2026-05-16', '09:59'))).toEqual({ shownBy: 'nothing' });
    expect(knowledgeAt(served, 'order', on('2026-05-16', '10:00'))).toMatchObject({ shownBy: 'service', sure: true });
  });

  it('is not shown for sure by a posting that nothing proves, whatever day it is, and is by one that is proved', () => {
    for (const method of ['post', 'left-at-address', 'solicitor', 'other'] as const) {
      const after = (proof: 'none-yet' | 'certificate') =>
        knowledgeAt(s.orderOf(s.orderMade(), s.orderServed(on('2026-05-16'), { method, proof })), 'order', on('2026-05-20'));
      expect(after('none-yet')).toMatchObject({ shownBy: 'service', sure: false, unproved: true });
      expect([showsIt(after('none-yet')), showsIt(after('certificate'))]).toEqual([false, true]);
    }
    const handed = knowledgeAt(
      s.orderOf(s.orderMade(), s.orderServed(on('2026-05-15'), { method: 'post', proof: 'none-yet' }), s.orderServed(on('2026-05-18'))),
      'order',
      on('2026-05-20'),
    );
    expect(handed).toMatchObject({ at: on('2026-05-18'), sure: true });
  });

  it('rests on service before presence, and on presence before other evidence', () => {
    const facts = [s.orderMade({ respondentPresent: true }), awareness(on('2026-05-15')), s.orderServed(on('2026-05-17'))];
    const shownOn = (day: string) => knowledgeAt(s.orderOf(...facts), 'order', on(day)).shownBy;
    expect([shownOn('2026-05-16'), shownOn('2026-05-18')]).toEqual(['presence', 'service']);
    expect(knowledgeAt(s.orderOf(s.orderMade(), awareness(on('2026-05-15'))), 'order', on('2026-05-16'))).toMatchObject({
      shownBy: 'evidence',
      basis: 'own-words',
      sure: true,
    });
  });

  it('rests on what is sure before what may have come too late that day', () => {
    const order = s.orderOf(s.orderMade(), awareness(on('2026-05-15')), s.orderServed(on('2026-05-17')));
    expect(knowledgeAt(order, 'order', on('2026-05-17', '12:00'))).toMatchObject({ shownBy: 'evidence', sure: true });
    const served = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-17')));
    expect(knowledgeAt(served, 'order', on('2026-05-17', '12:00'))).toMatchObject({ shownBy: 'service', sure: false });
  });

  it('is of the order or of one variation, each for itself', () => {
    const of = { variationId: 'wider' };
    const varied = (respondentPresent: boolean, ...more: OrderFact[]) =>
      s.orderOf(s.orderMade(), s.orderServed(on('2026-05-16')), s.orderVaried('wider', on('2026-07-03'), { respondentPresent }), ...more);
    const then = on('2026-07-20');
    expect(knowledgeAt(varied(false), of, then)).toEqual({ shownBy: 'nothing' });
    expect(knowledgeAt(varied(true), of, then)).toMatchObject({ shownBy: 'presence', at: on('2026-07-03') });
    expect(knowledgeAt(varied(true), { variationId: 'another' }, then)).toEqual({ shownBy: 'nothing' });
    const served = s.orderServed(on('2026-07-10'), { served: of });
    expect(knowledgeAt(varied(false, served), of, then)).toMatchObject({ shownBy: 'service', serviceId: 'service-2026-07-10' });
    expect(knowledgeAt(varied(false, served), 'order', then)).toMatchObject({ shownBy: 'service', serviceId: 'service-2026-05-16' });
    expect(knowledgeAt(varied(false, awareness(on('2026-07-08'), of)), of, then)).toMatchObject({ shownBy: 'evidence' });
  });

  it('never goes away as time passes', () => {
    const order = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-16')), s.orderQuashed(on('2026-09-14')));
    expect(knowledgeAt(order, 'order', on('2031-01-01'))).toMatchObject({ shownBy: 'service', sure: true });
  });
});

describe('which document is meant', () => {
  it('is the order itself or the variation with that id', () => {
    const [a, b] = [{ variationId: 'a' }, { variationId: 'b' }];
    expect([sameDocument('order', 'order'), sameDocument(a, { ...a })]).toEqual([true, true]);
    expect([sameDocument('order', a), sameDocument(a, 'order'), sameDocument(a, b)]).toEqual([false, false, false]);
  });
});

describe('whether the order is still to be served', () => {
  it('is so until its first service, whatever was served of its variations', () => {
    const ofVariation = s.orderServed(on('2026-07-10'), { served: { variationId: 'wider' } });
    const varied = [s.orderMade(), s.orderVaried('wider', on('2026-07-03')), ofVariation];
    expect([firstServiceOf(unmade), firstServiceOf(made(...varied))]).toEqual([null, null]);
    expect(isToBeServed(made(...varied))).toBe(true);
    const later = made(...varied, s.orderServed(on('2026-05-20')), s.orderServed(on('2026-05-16')));
    expect([firstServiceOf(later), isToBeServed(later)]).toEqual([on('2026-05-16'), false]);
  });

  it('is so for whoever was in court only where the duty to notify runs from service (SPA 2019 s.9)', () => {
    const present = (kind: 'spo' | 'restraining-conviction', respondentPresent: boolean | null) =>
      needsService(made(s.orderMade({ kind, respondentPresent })));
    expect([present('spo', true), present('spo', false)]).toEqual([true, true]);
    expect([present('restraining-conviction', true), present('restraining-conviction', false)]).toEqual([false, true]);
    expect(present('restraining-conviction', null)).toBe(true);
  });
});
