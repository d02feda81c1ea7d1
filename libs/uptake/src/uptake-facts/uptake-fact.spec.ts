import { describe, expect, it } from '@jest/globals';
import { type Fact, fold } from '#event-sourcing';
import { knowledgeAt, orders, showsIt } from '#orders';
import {
  applicationDetermined,
  applicationFiled,
  breachReported,
  court,
  of,
  orderMade,
  orderServed,
  recorded,
  refusalAppealDecided,
} from './example-facts.js';
import { type UptakeFact, uptakeFacts } from './uptake-fact.js';

function row(stream: string, ...facts: readonly Fact[]): UptakeFact | null {
  return facts.reduce<UptakeFact | null>((before, fact, nth) => uptakeFacts.evolve(before, recorded(stream, fact, nth), stream), null);
}

const ofBreach = { breachId: 'b-1', perpetratorId: 'p-1', force: '46' };

describe('the managers’ row', () => {
  it('of an application is pending until it is determined, whichever way', () => {
    expect(row('application-a-1', applicationFiled())).toMatchObject({
      what: 'application',
      onDay: '2026-02-10',
      outcome: null,
      determinedOn: null,
    });
    const withdrawn = applicationDetermined({ outcome: 'withdrawn', at: { on: '2026-04-01', at: null }, orderId: null });
    expect(row('application-a-1', applicationFiled(), withdrawn)).toMatchObject({ outcome: 'withdrawn', determinedOn: '2026-04-01' });
  });

  it('of a refusal stays refused when the order is made on appeal, with its day, and is pending when it is sent back', () => {
    const refused = [applicationFiled(), applicationDetermined({ outcome: 'refused', at: { on: '2026-04-01', at: null }, orderId: null })];
    const after = (...facts: readonly Fact[]) => {
      const { outcome, determinedOn, allowedOn } = row('application-a-1', ...refused, ...facts)!;
      return [outcome, determinedOn, allowedOn];
    };
    expect(after(refusalAppealDecided('order-made', '2026-06-01'))).toEqual(['refused', '2026-04-01', '2026-06-01']);
    expect(after(refusalAppealDecided('confirmed', '2026-06-01'))).toEqual(['refused', '2026-04-01', null]);
    expect(after(refusalAppealDecided('remitted', '2026-06-01'))).toEqual([null, null, null]);
    const taken: Fact = {
      type: 'RefusalAppealRecordedInError',
      data: {
        ...{ ...of, applicationId: 'a-1', errorId: 'e-1', appealId: 'ap-1', what: 'decision' },
        ...{ was: '2026-06-01', at: '2026-06-10T09:00:00.000Z' },
      },
    };
    for (const result of ['order-made', 'remitted', 'confirmed'] as const)
      expect(after(refusalAppealDecided(result, '2026-06-01'), taken)).toEqual(['refused', '2026-04-01', null]);
    const again = applicationDetermined({ outcome: 'granted', at: { on: '2026-08-01', at: null } });
    expect(after(refusalAppealDecided('remitted', '2026-06-01'), again)).toEqual(['granted', '2026-08-01', null]);
  });

  it('of what was recorded in error is no figure from then on, and pending again where it was a determination', () => {
    const error = { errorId: 'e-1', at: '2026-06-10T09:00:00.000Z' };
    const inError: Fact = { type: 'DeterminationRecordedInError', data: { ...of, applicationId: 'a-1', ...error, was: '2026-03-02' } };
    expect(row('application-a-1', applicationFiled(), applicationDetermined(), inError)).toMatchObject({
      outcome: null,
      determinedOn: null,
    });
    const keyedTwice: Fact = { type: 'ApplicationRecordedInError', data: { ...of, applicationId: 'a-1', ...error, why: 'twice' } };
    expect(row('application-a-1', applicationFiled(), keyedTwice)).toMatchObject({ outcome: 'in-error', determinedOn: null });
    const whole: Fact = { type: 'OrderRecordedInError', data: { ...of, orderId: 'o-1', ...error, why: 'twice' } };
    expect(row('order-o-1', orderMade(), whole)).toBeNull();
    const ended: Fact = {
      type: 'OrderDischarged',
      data: { ...of, orderId: 'o-1', court, at: { on: '2026-05-01', at: null }, onApplicationOf: 'respondent' },
    };
    const entry: Fact = {
      type: 'EntryRecordedInError',
      data: { ...of, orderId: 'o-1', ...error, entry: { is: 'discharge', id: null }, was: '2026-05-01' },
    };
    expect(row('order-o-1', orderMade(), ended)).toMatchObject({ inForce: '{[2026-03-02,2026-05-01)}' });
    expect(row('order-o-1', orderMade(), ended, entry)).toMatchObject({ inForce: '{[2026-03-02,2028-03-02)}' });
  });

  it('of an order says when it was in force, and keeps no words of it', () => {
    const made = row('order-o-1', orderMade());
    expect(made).toMatchObject({
      kind: 'spo',
      onDay: '2026-03-02',
      inForce: '{[2026-03-02,2028-03-02)}',
      lastDay: '2028-03-01',
      servedOn: null,
      knownOn: null,
    });
    expect(JSON.stringify(made)).not.toContain('Not to contact');
  });

  it('of an order ends an interim with the determination of the main application', () => {
    const ceased = {
      type: 'InterimOrderCeased',
      data: { ...of, applicationId: 'a-1', at: { on: '2026-05-14', at: null }, outcome: 'refused' },
    };
    const interim = orderMade({ kind: 'interim-spo', end: { is: 'fixed', lastDay: '2026-06-30' } });
    expect(row('order-o-1', interim, ceased)).toMatchObject({ inForce: '{[2026-03-02,2026-05-14)}' });
  });

  it('of an order keeps service of the order apart from service of a variation and from knowing of it', () => {
    const variation = orderServed('2026-03-05', { served: { variationId: 'v-1' } });
    expect(row('order-o-1', orderMade(), variation)).toMatchObject({ servedOn: null, knownOn: null });
    expect(row('order-o-1', orderMade({ respondentPresent: true }), orderServed('2026-03-06'))).toMatchObject({
      servedOn: '2026-03-06',
      knownOn: '2026-03-02',
    });
    const told = {
      type: 'AwarenessEvidenced',
      data: { ...of, evidenceId: 'e-1', of: 'order', at: { on: '2026-03-04', at: null }, basis: 'told' },
    };
    expect(row('order-o-1', orderMade(), told, orderServed('2026-03-06'))).toMatchObject({ servedOn: '2026-03-06', knownOn: '2026-03-04' });
  });

  it('is served and known from a posting only once that is proved, as knowledge is shown everywhere else', () => {
    const methods = ['post', 'left-at-address', 'solicitor', 'other', 'personal', 'in-court', 'read-by-officer'] as const;
    for (const method of methods)
      for (const proof of ['none-yet', 'certificate'] as const) {
        const facts = [orderMade(), orderServed('2026-03-06', { method, proof })];
        const shown = showsIt(knowledgeAt(fold(orders, facts), 'order', { on: '2026-03-07', at: null })) ? '2026-03-06' : null;
        expect(row('order-o-1', ...facts)).toMatchObject({ servedOn: shown, knownOn: shown });
      }
    const posted = orderServed('2026-03-04', { method: 'post', proof: 'none-yet' });
    expect(row('order-o-1', orderMade(), posted)).toMatchObject({ servedOn: null, knownOn: null });
    const handed = orderServed('2026-03-06');
    expect(row('order-o-1', orderMade(), posted, handed)).toMatchObject({ servedOn: '2026-03-06', knownOn: '2026-03-06' });
  });

  it('of an order moves when its making is corrected', () => {
    const data = { ...of, correctionId: 'k-1', court: null, made: { on: '2026-02-27', at: null }, end: null, respondentPresent: null };
    expect(row('order-o-1', orderMade(), { type: 'OrderCorrected', data })).toMatchObject({
      onDay: '2026-02-27',
      inForce: '{[2026-02-27,2028-03-02)}',
    });
  });

  it('of an incident names the orders alleged against while an allegation is maintained', () => {
    const added = { allegationId: 'al-2', orderId: 'o-2', conditionId: null, conditionVersionId: null, offenceCode: 'SE20002' };
    const two = [breachReported(), { type: 'AllegationAdded', data: { ...ofBreach, allegation: added, awarenessToShow: false } }];
    expect(row('breach-b-1', ...two)).toMatchObject({ what: 'breach', onDay: '2026-06-08', orderIds: ['o-1', 'o-2'] });
    const withdrawn = { type: 'AllegationWithdrawn', data: { ...ofBreach, allegationId: 'al-1' } };
    expect(row('breach-b-1', ...two, withdrawn)).toMatchObject({ orderIds: ['o-2'] });
  });

  it('of contact that nobody alleges to be a breach names none, until somebody does', () => {
    const { allegations: _, ...data } = (breachReported() as Extract<Fact, { type: string }>).data as { allegations: unknown };
    const kept = { type: 'ContactKept', data: { ...data, why: 'not-alleged' } };
    const allegation = { allegationId: 'al-9', orderId: 'o-1', conditionId: 'c-1', conditionVersionId: 'c-1-1', offenceCode: 'ST19001' };
    expect(row('breach-b-1', kept)).toMatchObject({ orderIds: [] });
    expect(row('breach-b-1', kept, { type: 'AllegationAdded', data: { ...ofBreach, allegation, awarenessToShow: true } })).toMatchObject({
      orderIds: ['o-1'],
    });
  });

  it('reads every fact that can change it, and none that stand under another stream', () => {
    expect(uptakeFacts.rows(recorded('order-o-1', orderMade()))).toEqual(['order-o-1']);
    expect(uptakeFacts.reads).toContain('OrderDischarged');
    expect(
      row('order-o-1', orderMade(), {
        type: 'OrderDischarged',
        data: { ...of, court, at: { on: '2026-08-01', at: null }, onApplicationOf: 'respondent' },
      }),
    ).toMatchObject({
      inForce: '{[2026-03-02,2026-08-01)}',
    });
  });
});
