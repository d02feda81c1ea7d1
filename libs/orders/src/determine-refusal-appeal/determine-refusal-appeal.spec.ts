import { describe, expect, it } from '@jest/globals';
import { acceptRefusal } from '../accept-refusal/accept-refusal.js';
import { type AppealAgainstRefusal, appealRefusal } from '../appeal-refusal/appeal-refusal.js';
import { ceasingToo } from '../domain/ceasing.js';
import { determineApplication, type NotGrantedDetails } from '../determine-application/determine-application.js';
import { applications, type ApplicationState, type FiledApplication } from '../domain/application.js';
import { appealableOf } from '../domain/appeals.js';
import type { ApplicationFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import { kindRule } from '../domain/kinds/index.js';
import { notificationDuties } from '../domain/notification.js';
import type { MadeOrder } from '../domain/order.js';
import { refusalAppealRule, waitsForCourt } from '../domain/refusal-appeals.js';
import * as s from '../domain/specimens.js';
import { listHearing } from '../list-hearing/list-hearing.js';
import { makeInterim } from '../make-interim/make-interim.js';
import { determineRefusalAppeal, type NoOrderOnAppeal, type OrderOnAppeal } from './determine-refusal-appeal.js';

const { on } = s;
const ended: NotGrantedDetails = {
  outcome: 'refused',
  at: on('2026-05-14', '11:40'),
  court: s.maidstone,
  reason: 'not-necessary',
  contested: true,
  note: null,
};
const determined = (over: Partial<NotGrantedDetails> = {}, ...before: readonly ApplicationFact[]) =>
  s.applicationOf(
    ...[s.applicationFiled(), ...before],
    ...determineApplication(s.applicationOf(s.applicationFiled(), ...before), [], { ...ended, ...over }, s.now).application,
  );
const refused = determined();
const lodging: AppealAgainstRefusal = { appealId: 'a1', on: '2026-05-20', by: 'chief-officer', court: s.crown, grounds: 'Wrong test' };
const and = (application: ApplicationState, ...facts: readonly ApplicationFact[]) =>
  facts.reduce((state, fact) => applications.evolve(state, fact), application) as FiledApplication;
const lodged = and(refused, ...appealRefusal(refused, lodging, s.now));
const made: OrderOnAppeal = {
  appealId: 'a1',
  result: 'order-made',
  orderId: s.orderId,
  draft: s.orderDraft({ court: s.crown, made: on('2026-07-06', '12:00'), end: s.until('2028-07-05') }),
  note: null,
};
const decided: NoOrderOnAppeal = { appealId: 'a1', result: 'confirmed', at: on('2026-07-06'), court: s.crown, note: 'See judgment' };

describe('an appeal against the refusal of an application', () => {
  it('is lodged by the chief officer at the Crown Court, and the refusal stands while it waits (SPA 2019 s.7)', () => {
    expect(refusalAppealRule(refused as FiledApplication)).toEqual({ source: 'SPA 2019 s.7', by: ['chief-officer'], courts: ['crown'] });
    expect(lodged).toMatchObject({
      is: 'determined',
      determination: { outcome: 'refused' },
      appeals: [{ by: 'chief-officer', determined: null }],
    });
    expect(lodged.appeals[0]?.grounds).toEqual({ about: [s.perpetratorId, s.protectedA], value: 'Wrong test' });
    expect([waitsForCourt(refused as FiledApplication), waitsForCourt(lodged)]).toEqual([false, true]);
  });

  it('is known to the law only from the day of the Act, and only of our own kind of order', () => {
    expect(kindRule('spo').appeals('2020-01-19')).toBeNull();
    expect(kindRule('restraining-conviction').appeals('2026-05-14')?.application).toBeUndefined();
  });

  it.each([
    ['by the respondent', refused, { by: 'respondent' }, 'no-standing'],
    ['in the court that refused it', refused, { court: s.maidstone }, 'wrong-court'],
    ['before the refusal', refused, { on: '2026-05-13' }, 'before-refusal'],
    ['ahead of today', refused, { on: '2026-12-01' }, 'in-the-future'],
    ['of an application that was withdrawn', determined({ outcome: 'withdrawn' }), {}, 'not-refused'],
    ['of one that waits', s.applicationOf(s.applicationFiled()), {}, 'not-refused'],
    ['of one that was never filed', s.applicationOf(), {}, 'no-such-application'],
    ['a second time', lodged, { on: '2026-05-21' }, 'appealed-already'],
  ] as const)('is not lodged %s', (_, application, over, reason) => {
    expect(s.refusal(() => appealRefusal(application, { ...lodging, ...over }, s.now))).toBe(reason);
  });

  it('is recorded once when it is sent again', () => {
    expect(appealRefusal(lodged, { ...lodging, appealId: 'a2' }, s.now)).toEqual([]);
  });

  it('goes from the youth court to the Crown Court as well', () => {
    const court = { type: 'youth', name: 'Testville' } as const;
    const filed = s.applicationFiled({ forum: 'youth', court });
    const facts = determineApplication(s.applicationOf(filed), [], { ...ended, court }, s.now).application;
    expect(appealRefusal(s.applicationOf(filed, ...facts), lodging, s.now)).toHaveLength(1);
  });

  it('is heard where it was lodged, and nothing else of the application is heard meanwhile', () => {
    const hearing = { hearingId: 'h1', court: s.crown, at: on('2026-06-22'), purpose: 'appeal', room: null } as const;
    expect(listHearing(lodged, hearing, '2026-05-20')).toHaveLength(1);
    expect(s.refusal(() => listHearing(lodged, { ...hearing, court: s.maidstone }, '2026-05-20'))).toBe('wrong-court');
    expect(s.refusal(() => listHearing(lodged, { ...hearing, purpose: 'directions' }, '2026-05-20'))).toBe('already-determined');
    expect(s.refusal(() => listHearing(refused, hearing, '2026-05-20'))).toBe('no-appeal');
  });
});

describe('what the court does on the appeal', () => {
  it('makes the order: linked both ways, of its own making, and the first court’s refusal stays on record', () => {
    const { application, order } = determineRefusalAppeal(lodged, made, s.now);
    expect(and(lodged, ...application)).toMatchObject({
      is: 'determined',
      determination: { outcome: 'refused', orderId: null },
      appeals: [{ determined: { result: 'order-made', orderId: s.orderId, court: s.crown } }],
    });
    const full = s.orderOf(...order) as MadeOrder;
    expect(full).toMatchObject({ kind: 'spo', origin: 'application', applicationId: s.applicationId, onAppeal: 'a1', replaces: null });
    expect(inForceAt(full, on('2028-07-05')).is).toBe('in-force');
    const served = s.orderOf(...order, s.orderServed(on('2026-07-06', '15:00'))) as MadeOrder;
    expect(notificationDuties(served, '2026-07-07')).toMatchObject([{ about: 'initial', lastDay: '2026-07-08' }]);
  });

  it('stands in place of no interim order, which ceased with the refusal: the first notification is owed', () => {
    const { applicationId, perpetratorId, force } = s;
    const obtained: ApplicationFact = {
      type: 'InterimOrderObtained',
      data: { applicationId, perpetratorId, force, orderId: s.interimId, made: on('2026-03-12') },
    };
    const after = determined({}, obtained);
    const { order } = determineRefusalAppeal(and(after, ...appealRefusal(after, lodging, s.now)), made, s.now);
    expect(order[0]).toMatchObject({ type: 'OrderMade', data: { replaces: null } });
  });

  it('cannot be appealed as the making of an order at first instance can', () => {
    const { order } = determineRefusalAppeal(lodged, made, s.now);
    const making = (state: MadeOrder) => appealableOf(state).some(({ against }) => against.decision === 'making');
    expect(making(s.orderOf(...order) as MadeOrder)).toBe(false);
    expect(making(s.orderOf(s.orderMade()) as MadeOrder)).toBe(true);
  });

  it('leaves the refusal as it is when the appeal is dismissed or abandoned', () => {
    for (const result of ['confirmed', 'abandoned'] as const) {
      const { application, order } = determineRefusalAppeal(lodged, { ...decided, result }, s.now);
      expect(order).toEqual([]);
      const after = and(lodged, ...application);
      expect(after).toMatchObject({ is: 'determined', determination: { outcome: 'refused' } });
      expect(waitsForCourt(after)).toBe(false);
      expect(s.refusal(() => appealRefusal(after, { ...lodging, on: '2026-07-07' }, s.now))).toBe('appealed-already');
    }
  });

  it('sends the application back: it waits again, its refusal is set aside, and the court below determines it after that day', () => {
    const back = and(lodged, ...determineRefusalAppeal(lodged, { ...decided, result: 'remitted' }, s.now).application);
    expect(back).toMatchObject({ is: 'pending', setAside: [{ outcome: 'refused' }], appeals: [{ determined: { result: 'remitted' } }] });
    const again = (over: Partial<NotGrantedDetails>) => determineApplication(back, [], { ...ended, ...over }, s.now);
    expect(s.refusal(() => again({ at: on('2026-07-05') }))).toBe('before-remitted');
    const interim = s.orderDraft({ made: on('2026-07-05'), end: s.until('2026-09-01') });
    expect(s.refusal(() => makeInterim(back, { orderId: s.interimId, draft: interim }, s.now))).toBe('before-remitted');
    const twice = and(back, ...again({ at: on('2026-08-03') }).application);
    expect(appealRefusal(twice, { ...lodging, appealId: 'a2', on: '2026-08-10' }, s.now)).toHaveLength(1);
    expect(s.refusal(() => determineRefusalAppeal(twice, decided, s.now))).toBe('already-determined');
  });

  it('gives no interim order its force back by setting the refusal aside', () => {
    const interim = { orderId: s.interimId, kind: 'interim-spo', made: on('2026-03-12'), end: s.until('2026-04-12') } as const;
    const back = and(lodged, ...determineRefusalAppeal(lodged, { ...decided, result: 'remitted' }, s.now).application);
    const late = s.orderRenewed(on('2026-04-10'), s.until('2026-09-10'));
    expect(ceasingToo(s.orderOf(s.orderMade(interim)), [late], back).map(({ type }) => type)).toEqual([
      'OrderRenewed',
      'InterimOrderCeased',
    ]);
    const after = { ...interim, made: on('2026-07-10'), end: s.until('2026-08-10') } as const;
    expect(ceasingToo(s.orderOf(s.orderMade(after)), [late], back).map(({ type }) => type)).toEqual(['OrderRenewed']);
  });

  it.each([
    ['that nobody lodged', { ...decided, appealId: 'x' }, 'no-such-appeal'],
    ['before it was lodged', { ...decided, at: on('2026-05-19') }, 'before-lodged'],
    ['ahead of today', { ...decided, at: on('2026-12-01') }, 'in-the-future'],
    ['by the court that refused', { ...decided, court: s.maidstone }, 'wrong-court'],
    ['with an order of that court', { ...made, draft: { ...made.draft, court: s.maidstone } }, 'wrong-court'],
    ['with an order that is too short', { ...made, draft: { ...made.draft, end: s.until('2028-07-04') } }, 'too-short'],
  ] as const)('is not recorded %s', (_, outcome, reason) => {
    expect(s.refusal(() => determineRefusalAppeal(lodged, outcome, s.now))).toBe(reason);
  });

  it('is recorded once', () => {
    const after = and(lodged, ...determineRefusalAppeal(lodged, decided, s.now).application);
    expect(s.refusal(() => determineRefusalAppeal(after, decided, s.now))).toBe('already-determined');
  });
});

describe('that the force does not appeal', () => {
  const acceptance = { on: '2026-05-22', reason: 'Counsel advises against it' };

  it('is recorded with its reason, once, and leaves an appeal open', () => {
    const accepted = and(refused, ...acceptRefusal(refused, acceptance, s.now));
    expect(accepted.accepted).toMatchObject({ on: '2026-05-22', reason: { value: 'Counsel advises against it' } });
    expect(acceptRefusal(accepted, acceptance, s.now)).toEqual([]);
    expect(appealRefusal(accepted, { ...lodging, on: '2026-05-23' }, s.now)).toHaveLength(1);
  });

  it.each([
    ['before the refusal', refused, { on: '2026-05-13' }, 'before-refusal'],
    ['ahead of today', refused, { on: '2026-12-01' }, 'in-the-future'],
    ['once somebody appealed', lodged, {}, 'appealed-already'],
    ['of an application that waits', s.applicationOf(s.applicationFiled()), {}, 'not-refused'],
  ] as const)('is not recorded %s', (_, application, over, reason) => {
    expect(s.refusal(() => acceptRefusal(application, { ...acceptance, ...over }, s.now))).toBe(reason);
  });
});
