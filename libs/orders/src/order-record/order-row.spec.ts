import { describe, expect, it } from '@jest/globals';
import { erasedSubject, type Fact, forget, type Recorded, subjectsIn } from '#event-sourcing';
import { applicationRecord, type ApplicationRow } from '../application-record/application-row.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import * as s from '../domain/specimens.js';
import { orderRecord, type OrderRow } from './order-row.js';

const envelope = { by: 'u', force: s.force, recordedAt: '2026-05-14T12:00:00.000Z', commandId: 'c', digest: 'd', correlationId: 'r' };
const recorded = (fact: Fact): Recorded => ({ id: 'e', stream: 's', revision: 0n, position: '1', schemaVersion: 1, fact, envelope });

function orderRow(...facts: readonly OrderFact[]): OrderRow | null {
  return facts.reduce<OrderRow | null>((row, fact) => orderRecord.evolve(row, recorded(fact), s.orderId), null);
}

describe('the row of an order', () => {
  const facts = [s.orderMade(), s.orderServed(s.on('2026-05-15', '09:30')), s.orderRenewed(s.on('2028-05-01'), s.until('2030-05-13'))];

  it('says what lists ask: since when, until when, served when', () => {
    expect(orderRow(...facts)).toMatchObject({
      ...{ id: s.orderId, perpetratorId: s.perpetratorId, force: s.force, kind: 'spo', applicationId: s.applicationId },
      ...{ madeOn: '2026-05-14', endIs: 'fixed', lastDay: '2030-05-13', servedOn: '2026-05-15', endedOn: null, endedBecause: null },
      recordedAt: envelope.recordedAt,
    });
    expect(orderRow(...facts, s.orderQuashed(s.on('2029-01-01')))).toMatchObject({ endedBecause: 'quashed', endedOn: '2029-01-01' });
    expect(orderRow(s.orderMade({ end: { is: 'unknown' } }))).toMatchObject({ endIs: 'unknown', lastDay: null, servedOn: null });
  });

  it('holds what is personal so that it can be forgotten, and keeps the rest', () => {
    const row = orderRow(...facts);
    expect(subjectsIn(row)).toEqual([s.perpetratorId, s.protectedA]);
    const forgotten = forget(row, s.perpetratorId);
    expect(subjectsIn(forgotten)).toEqual([]);
    expect(JSON.stringify(forgotten)).not.toContain('Testville police station');
    expect(forgotten).toMatchObject({ madeOn: '2026-05-14', servedOn: '2026-05-15' });
  });

  it('says which forces noted something on the order of another', () => {
    const elsewhere = { ...recorded(s.orderServed(s.on('2026-05-15'))), envelope: { ...envelope, force: '42' } };
    expect(orderRow(s.orderMade(), s.orderServed(s.on('2026-05-15')))?.notedBy).toEqual({});
    const served = orderRecord.evolve(orderRow(s.orderMade()), elsewhere, s.orderId);
    expect(served?.notedBy).toEqual({ [served?.doc.is === 'standing' ? (served.doc.services[0]?.serviceId ?? '') : '']: '42' });
    expect(served?.notedBy).not.toEqual({});
    expect(orderRecord.evolve(served, recorded(s.orderRenewed(s.on('2028-05-01'), s.until('2030-05-13'))), s.orderId)?.notedBy).toEqual(
      served?.notedBy,
    );
  });

  it('is made of every fact of the stream and of no other', () => {
    expect(orderRecord.rows(recorded(s.orderMade()))).toEqual([s.orderId]);
    expect(orderRecord.reads.some((type) => erasedSubject({ type, data: { personId: 'p' } }))).toBe(false);
    expect(orderRow(s.orderServed(s.on('2026-05-15')))).toBeNull();
  });
});

describe('the row of an application', () => {
  it('says how it ended', () => {
    const determined: ApplicationFact = {
      type: 'ApplicationDetermined',
      data: {
        ...{ applicationId: s.applicationId, perpetratorId: s.perpetratorId, force: s.force, outcome: 'refused', court: s.maidstone },
        ...{ at: s.on('2026-05-14'), contested: null, orderId: null, reason: 'not-necessary' },
      },
    };
    const row = (...made: readonly ApplicationFact[]) =>
      made.reduce<ApplicationRow | null>((before, fact) => applicationRecord.evolve(before, recorded(fact), s.applicationId), null);
    expect(row(s.applicationFiled())).toMatchObject({ filedOn: '2026-03-10', outcome: null, determinedOn: null });
    expect(row(s.applicationFiled(), determined)).toMatchObject({ outcome: 'refused', determinedOn: '2026-05-14' });
    expect(row(determined)).toBeNull();
  });
});
