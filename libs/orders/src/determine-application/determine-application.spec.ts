import { describe, expect, it } from '@jest/globals';
import { inForceAt } from '../domain/in-force.js';
import { notificationDuties } from '../domain/notification.js';
import * as s from '../domain/specimens.js';
import { makeInterim } from '../make-interim/make-interim.js';
import { determineApplication, type DeterminationDetails } from './determine-application.js';

const { on, until } = s;
const interimDraft = s.orderDraft({ made: on('2026-03-12', '10:00'), end: until('2026-09-12') });
const interim = makeInterim(s.applicationOf(s.applicationFiled()), { orderId: s.interimId, draft: interimDraft, dateOfBirth: null }, s.now);
const pending = s.applicationOf(s.applicationFiled(), ...interim.application);
const standing = s.orderOf(...interim.order);
const granted: DeterminationDetails = {
  outcome: 'granted',
  orderId: s.orderId,
  draft: s.orderDraft(),
  dateOfBirth: null,
  contested: false,
  note: null,
};
const refused: DeterminationDetails = {
  outcome: 'refused',
  at: on('2026-05-14', '11:40'),
  court: s.maidstone,
  reason: 'not-necessary',
  contested: true,
  note: 'See judgment',
};

const inYouthCourt = { type: 'youth', name: 'Testville' } as const;

describe('an order against a child', () => {
  it.each([
    ['nine years old', '2016-06-15', 'too-young'],
    ['not born yet', '2026-12-15', 'before-birth'],
  ])('is not made against somebody %s, interim or full', (_, dateOfBirth, reason) => {
    const early = { orderId: s.interimId, draft: interimDraft, dateOfBirth };
    expect(s.refusal(() => makeInterim(s.applicationOf(s.applicationFiled()), early, s.now))).toBe(reason);
    expect(s.refusal(() => determineApplication(pending, [], { ...granted, dateOfBirth }, s.now))).toBe(reason);
  });

  it('may be made from the tenth birthday on', () => {
    expect(determineApplication(pending, [], { ...granted, dateOfBirth: '2016-05-14' }, s.now).order).not.toEqual([]);
  });
});

describe('a full order of which it is said that it was heard in his absence', () => {
  const heard = (how: 'in-absence' | 'contested', respondentPresent: boolean | null) =>
    determineApplication(pending, [], { ...granted, heard: how, draft: s.orderDraft({ respondentPresent }) }, s.now).order.length;

  it('is not made with him in court, which would show that he knows of it', () => {
    expect(s.refusal(() => heard('in-absence', true))).toBe('absent-and-present');
    expect([heard('in-absence', false), heard('in-absence', null), heard('contested', true)]).toEqual([1, 1, 1]);
  });
});

describe('an interim order', () => {
  it('is a fact of the order and one of the application', () => {
    expect(standing).toMatchObject({ kind: 'interim-spo', applicationId: s.applicationId, protectedPersonIds: [s.protectedA] });
    expect(pending).toMatchObject({ is: 'pending', interims: [{ orderId: s.interimId }] });
  });

  it.each([
    [
      'after the determination',
      s.applicationOf(s.applicationFiled(), ...determineApplication(pending, [], refused, s.now).application),
      { ...interimDraft, made: on('2026-06-01') },
      'already-determined',
    ],
    ['before the filing', pending, { ...interimDraft, made: on('2026-03-09') }, 'before-filing'],
    ['ahead of today', pending, { ...interimDraft, made: on('2026-12-01') }, 'in-the-future'],
    ['until further order', pending, { ...interimDraft, end: { is: 'until-further-order' } }, 'must-be-fixed'],
    ['without a condition', pending, { ...interimDraft, conditions: [] }, 'no-conditions'],
    ['in the county court', pending, { ...interimDraft, court: { type: 'county', name: 'Testville' } }, 'not-on-application'],
    ['in the Crown Court', pending, { ...interimDraft, court: s.crown }, 'not-on-application'],
    ['in the youth court against an adult, for no reason', pending, { ...interimDraft, court: inYouthCourt }, 'other-forum'],
    [
      'with one clause number twice',
      pending,
      { ...interimDraft, conditions: [s.draftCondition('a'), s.draftCondition('b')] },
      'clause-repeated',
    ],
    [
      'with a condition that outlasts it',
      pending,
      { ...interimDraft, conditions: [s.draftCondition('a', 1, { end: until('2027-01-01') })] },
      'condition-outlasts-order',
    ],
    ['without an application', s.applicationOf(), interimDraft, 'no-such-application'],
  ] as const)('is not made %s', (_, application, draft, reason) => {
    expect(s.refusal(() => makeInterim(application, { orderId: s.interimId, draft, dateOfBirth: null }, s.now))).toBe(reason);
  });
});

describe('an interim order of a court of the other forum', () => {
  it('is made when somebody says why, and the reason stays with the application', () => {
    const youth = s.applicationOf(s.applicationFiled({ forum: 'youth', court: inYouthCourt }));
    const made = (otherForum: 'sent-there' | null, court = interimDraft.court) =>
      makeInterim(youth, { orderId: s.interimId, draft: { ...interimDraft, court }, otherForum }, s.now).application;
    expect(s.refusal(() => made(null))).toBe('other-forum');
    expect(s.applicationOf(s.applicationFiled({ forum: 'youth' }), ...made('sent-there'))).toMatchObject({
      interims: [{ orderId: s.interimId, otherForum: 'sent-there' }],
    });
    expect(made(null, inYouthCourt)[0]?.data).not.toHaveProperty('otherForum');
    expect(s.refusal(() => made('sent-there', inYouthCourt))).toBe('own-forum');
  });
});

describe('determining an application', () => {
  it('makes the full order in place of the interim, which ceases before its own date', () => {
    const { application, order, interims } = determineApplication(pending, [standing], granted, s.now);
    expect(application).toMatchObject([{ type: 'ApplicationDetermined', data: { outcome: 'granted', orderId: s.orderId, reason: null } }]);
    expect(order).toMatchObject([{ type: 'OrderMade', data: { kind: 'spo', replaces: s.interimId } }]);
    expect(interims).toMatchObject([{ orderId: s.interimId, facts: [{ type: 'InterimOrderCeased', data: { outcome: 'granted' } }] }]);
    const ceased = s.orderOf(...interim.order, ...interims[0]!.facts);
    expect(inForceAt(ceased, on('2026-05-15'))).toEqual({ is: 'not-in-force', because: 'ceased' });
    const full = s.orderOf(...order, s.orderServed(on('2026-05-14', '15:00')));
    expect(notificationDuties(full, '2026-05-20')).toEqual([]);
    expect(inForceAt(full, on('2028-05-13')).is).toBe('in-force');
    expect(inForceAt(full, on('2028-05-14')).is).toBe('not-in-force');
  });

  it('asks why when the youth court and another change places, by the forum of the application', () => {
    const youth = s.applicationOf(s.applicationFiled({ forum: 'youth', court: inYouthCourt }));
    const reason = (application: typeof pending, details: DeterminationDetails) =>
      s.refusal(() => determineApplication(application, [], details, s.now));
    expect(reason(youth, granted)).toBe('other-forum');
    expect(reason(youth, refused)).toBe('other-forum');
    expect(reason(pending, { ...refused, court: inYouthCourt })).toBe('other-forum');
    const said = determineApplication(youth, [], { ...granted, otherForum: 'turned-18' }, s.now);
    expect(said.application).toMatchObject([{ data: { otherForum: 'turned-18' } }]);
    expect(s.applicationOf(s.applicationFiled({ forum: 'youth' }), ...said.application)).toMatchObject({
      determination: { otherForum: 'turned-18' },
    });
    const own = { ...refused, court: inYouthCourt };
    expect(determineApplication(youth, [], own, s.now).application[0]?.data).not.toHaveProperty('otherForum');
    expect(s.refusal(() => determineApplication(youth, [], { ...own, otherForum: 'other' }, s.now))).toBe('own-forum');
  });

  it('is for a magistrates’ court or the youth court, whatever comes of it', () => {
    const reason = (details: DeterminationDetails) => s.refusal(() => determineApplication(pending, [], details, s.now));
    expect(reason({ ...refused, court: s.crown })).toBe('not-on-application');
    expect(reason({ ...granted, draft: s.orderDraft({ court: { type: 'appeal', name: 'Court of Appeal' } }) })).toBe('not-on-application');
  });

  it('ends the interim too when it is refused', () => {
    const { order, interims, application } = determineApplication(pending, [standing], refused, s.now);
    expect(order).toEqual([]);
    expect(interims).toMatchObject([{ facts: [{ type: 'InterimOrderCeased', data: { outcome: 'refused' } }] }]);
    expect(application).toMatchObject([{ data: { outcome: 'refused', reason: 'not-necessary', orderId: null } }]);
  });

  it('leaves an interim alone that had run out, and then replaces nothing', () => {
    const short = s.orderOf(s.orderMade({ orderId: s.interimId, kind: 'interim-spo', made: on('2026-03-12'), end: until('2026-04-12') }));
    const { order, interims } = determineApplication(pending, [short], granted, s.now);
    expect(interims).toEqual([]);
    expect(order).toMatchObject([{ data: { replaces: null } }]);
  });

  it.each([
    [
      'a second time',
      s.applicationOf(s.applicationFiled(), ...determineApplication(pending, [], refused, s.now).application),
      granted,
      'already-determined',
    ],
    ['before the filing', pending, { ...refused, at: on('2026-03-09') }, 'before-filing'],
    ['before the interim was made', pending, { ...refused, at: on('2026-03-11') }, 'before-interim'],
    ['ahead of today', pending, { ...refused, at: on('2026-12-01') }, 'in-the-future'],
    ['with an order that is too short', pending, { ...granted, draft: s.orderDraft({ end: until('2028-05-12') }) }, 'too-short'],
    ['without an application', s.applicationOf(), granted, 'no-such-application'],
  ] as const)('is refused %s', (_, application, details, reason) => {
    expect(s.refusal(() => determineApplication(application, [standing], details, s.now))).toBe(reason);
  });
});
