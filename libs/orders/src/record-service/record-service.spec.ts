import { describe, expect, it } from '@jest/globals';
import { attemptService } from '../attempt-service/attempt-service.js';
import { knowledgeAt } from '../domain/knowledge.js';
import * as s from '../domain/specimens.js';
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
    expect(recordService(s.orderOf(made, ...facts), { ...service, serviceId: 's2', at: on('2026-05-16') }, s.now)).toHaveLength(1);
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
