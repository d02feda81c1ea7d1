import { describe, expect, it } from '@jest/globals';
import { attemptService } from '../attempt-service/attempt-service.js';
import { knowledgeAt } from '../domain/knowledge.js';
import type { MadeOrder } from '../domain/order.js';
import { theOneThatWaits } from '../domain/served.js';
import * as s from '../domain/specimens.js';
import { renewalToServe } from '../domain/to-serve.js';
import { documentWords } from '../order-record/words.js';
import { evidenceAwareness } from '../evidence-awareness/evidence-awareness.js';
import { recordService, type ServiceDetails } from './record-service.js';

const { on } = s;
const made = s.orderMade({ kind: 'interim-spo', withNotice: false, end: s.until('2026-06-14') });
const service: ServiceDetails = {
  serviceId: 's1',
  served: 'order',
  at: on('2026-05-15', '09:30'),
  method: 'personal',
  proof: 'statement',
  place: 'Testville',
  by: 'PC 0000 Test',
};

describe('serving an order', () => {
  it('is recorded once, a second copy again', () => {
    const facts = recordService(s.orderOf(made), service, s.now);
    expect(facts).toMatchObject([{ type: 'OrderServed', personal: { by: { about: [s.perpetratorId] } } }]);
    expect(recordService(s.orderOf(made, ...facts), { ...service, serviceId: 's2' }, s.now)).toEqual([]);
    expect(
      recordService(s.orderOf(made, ...facts), { ...service, serviceId: 's2', at: on('2026-05-16'), again: true }, s.now),
    ).toHaveLength(1);
  });

  it.each([
    ['before it was made', { at: on('2026-05-14', '11:00') }, 'before-made'],
    ['ahead of today', { at: on('2026-12-01') }, 'in-the-future'],
    ['of a variation nobody knows', { served: { variationId: 'x' } }, 'no-such-variation'],
  ] as const)('is refused %s', (_, over, reason) => {
    expect(s.refusal(() => recordService(s.orderOf(made), { ...service, ...over }, s.now))).toBe(reason);
  });

  it('is refused when there is no order, or after its end', () => {
    expect(s.refusal(() => recordService(s.orderOf(), service, s.now))).toBe('no-such-order');
    expect(s.refusal(() => recordService(s.orderOf(made, s.orderQuashed(on('2026-05-14', '15:00'))), service, s.now))).toBe('order-over');
  });

  it('of a variation cannot come before it', () => {
    const varied = s.orderOf(made, s.orderVaried('v1', on('2026-05-20', '14:00')));
    expect(recordService(varied, { ...service, served: { variationId: 'v1' }, at: on('2026-05-20', '15:00') }, s.now)).toHaveLength(1);
    expect(
      s.refusal(() => recordService(varied, { ...service, served: { variationId: 'v1' }, at: on('2026-05-20', '13:00') }, s.now)),
    ).toBe('before-made');
  });
});

describe('serving what the court changed', () => {
  const served = recordService(s.orderOf(made), service, s.now);
  const renewed = s.orderOf(made, ...served, s.orderRenewed(on('2026-06-12'), s.until('2026-08-14'))) as MadeOrder;
  const later = on('2026-06-20');

  it('waits to be served with its renewal, by name, once it was served before', () => {
    expect(theOneThatWaits(renewed, later)).toBe('order');
    expect(renewalToServe(renewed, later)?.from.on).toBe('2026-06-12');
    expect(renewalToServe(s.orderOf(made, s.orderRenewed(on('2026-06-12'), s.until('2026-08-14'))) as MadeOrder, later)).toBeNull();
    const renewal = { ...service, serviceId: 's2', asRenewed: true };
    expect(s.refusal(() => recordService(renewed, { ...renewal, at: on('2026-06-11') }, s.now))).toBe('not-renewed-yet');
    const both = s.orderOf(
      made,
      ...served,
      s.orderRenewed(on('2026-06-12'), s.until('2026-08-14')),
      ...recordService(renewed, { ...renewal, at: on('2026-06-13') }, s.now),
    ) as MadeOrder;
    expect([renewalToServe(both, later), theOneThatWaits(both, later)]).toEqual([null, null]);
    expect(both.services.map((one) => documentWords(both, one.served, one))).toEqual(['the order', 'the order as renewed on 12 Jun 2026']);
  });

  it('may be served with a variation before it takes effect, not before it was decided', () => {
    const varied = s.orderOf(made, s.orderVaried('v1', on('2026-06-01', '09:00')));
    const serve = (at: string, now: string) => recordService(varied, { ...service, served: { variationId: 'v1' }, at: on(at) }, on(now));
    expect(serve('2026-05-25', '2026-05-26')).toHaveLength(1);
    expect(s.refusal(() => serve('2026-05-13', '2026-05-26'))).toBe('before-made');
    expect(s.refusal(() => serve('2026-05-25', '2026-06-02'))).toBe('before-made');
  });
});

describe('a failed attempt and other knowledge', () => {
  it('show, or do not show, that he knew', () => {
    const attempt = attemptService(
      s.orderOf(made),
      { attemptId: 'a1', served: 'order', at: on('2026-05-14', '14:00'), method: 'personal', result: 'Nobody in' },
      s.now,
    );
    const awareness = evidenceAwareness(
      s.orderOf(made),
      { evidenceId: 'e1', of: 'order', at: on('2026-05-14', '16:00'), basis: 'own-words', detail: 'He spoke of it' },
      s.now,
    );
    expect(knowledgeAt(s.orderOf(made, ...attempt), 'order', on('2026-05-14', '18:05'))).toEqual({ shownBy: 'nothing' });
    expect(knowledgeAt(s.orderOf(made, ...attempt, ...awareness), 'order', on('2026-05-14', '18:05'))).toMatchObject({
      shownBy: 'evidence',
    });
    expect(awareness[0]).toMatchObject({ personal: { detail: { about: [s.perpetratorId, s.protectedA] } } });
  });

  it('are refused before the order was made', () => {
    const early = on('2026-05-14', '10:00');
    expect(
      s.refusal(() => attemptService(s.orderOf(made), { attemptId: 'a', served: 'order', at: early, method: 'post', result: '' }, s.now)),
    ).toBe('before-made');
    expect(
      s.refusal(() => evidenceAwareness(s.orderOf(made), { evidenceId: 'e', of: 'order', at: early, basis: 'told', detail: '' }, s.now)),
    ).toBe('before-made');
  });
});

describe('what waits to be served', () => {
  const served = s.orderServed(on('2026-05-15', '09:30'));
  const variation = s.orderVaried('v1', on('2026-05-20', '14:00'));
  const later = { ...service, serviceId: 's2', at: on('2026-05-21', '10:00') };
  const record = (order: ReturnType<typeof s.orderOf>, over: Partial<ServiceDetails>) =>
    recordService(order, { ...later, ...over }, s.now).map((fact) => fact.type === 'OrderServed' && fact.data.served);

  it('is meant where nobody says what was served, unless several or none wait', () => {
    expect(record(s.orderOf(made), { served: null })).toEqual(['order']);
    expect(record(s.orderOf(made, served, variation), { served: null })).toEqual([{ variationId: 'v1' }]);
    expect(s.refusal(() => record(s.orderOf(made, variation), { served: null }))).toBe('document-needed');
    expect(s.refusal(() => record(s.orderOf(made, served), { served: null }))).toBe('document-needed');
  });

  it('is not what was served already, unless it is said to be served again', () => {
    const order = s.orderOf(made, served, variation);
    expect(s.refusal(() => record(order, { served: 'order' }))).toBe('served-already');
    expect(record(order, { served: 'order', again: true })).toEqual(['order']);
    expect(record(order, { served: { variationId: 'v1' } })).toEqual([{ variationId: 'v1' }]);
  });

  it('is what was posted without proof, and an order renewed since it was served', () => {
    const posted = s.orderServed(on('2026-05-15'), { method: 'post', proof: 'none-yet' });
    expect(record(s.orderOf(made, posted), { served: 'order' })).toEqual(['order']);
    const renewed = s.orderRenewed(on('2026-05-20'), s.until('2026-08-14'));
    expect(record(s.orderOf(made, served, renewed), { served: 'order' })).toEqual(['order']);
  });
});
