import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import fc from 'fast-check';
import { conditionLibrary } from '../condition-library.js';
import type { ConditionVersionPlain, ConditionWords, OrderFact } from '../events.js';
import type { OrderState } from '../order.js';
import * as s from '../specimens.js';
import type { Clause, Placed } from './clause.js';
import { conflicts, type Drafting, mustBeAnswered } from './conflicts.js';
import { between } from './judge.js';
import { toldConflict } from './words.js';

const essex = '42';
let made = 0;

function clause(
  code: ConditionVersionPlain['code'],
  parameters: Record<string, string> = {},
  over: Partial<ConditionWords> = {},
  library = 2,
): Clause {
  made += 1;
  const category = code.startsWith('R-') ? 'requirement' : 'prohibition';
  const plain = s.version(`condition-${made}`, 1, { code, category, library, number: 1 });
  const words = { wording: s.saying({ code, library }, parameters), parameters, locality: null, necessity: null, ...over };
  return { plain, words: personal([s.perpetratorId], words) };
}

function order(orderId: string, clauses: readonly Clause[], over: Parameters<typeof s.orderMade>[0] = {}): OrderState {
  const fact = s.orderMade({ orderId, force: essex, applicationId: null, conditions: clauses.map(({ plain }) => plain), ...over });
  const personalParts = Object.fromEntries(clauses.map(({ plain, words }) => [`words:${plain.versionId}`, words]));
  return s.orderOf({ ...fact, personal: personalParts } as OrderFact);
}

function draft(conditions: readonly Clause[], over: Partial<Drafting> = {}): Drafting {
  const of = { kind: 'spo', force: s.force, applicationId: s.applicationId, protectedPersonIds: [s.protectedA] } as const;
  return { ...of, conditions, inPlaceOf: [], ...over };
}

const at = s.on('2026-06-01');
const whys = (mine: Clause, theirs: Clause) =>
  conflicts(draft([mine], { kind: 'other' }), [order('essex', [theirs])], at).map(({ why }) => why);

describe('what stands between two conditions', () => {
  const centre = clause('EX-AREA', { area: 'Testville centre' });
  const sign = (station: string, days = 'tue', hours = '18:00-20:00') => clause('R-SIGN', { station, days, hours });

  it('is a place to be in an area to stay out of', () => {
    expect(whys(sign('Testville police station'), centre)).toEqual(['place-in-area']);
    expect(whys(centre, sign('Testville police station'))).toEqual(['place-in-area']);
    expect(whys(sign('Mockham police station'), centre)).toEqual(['place-not-judged']);
    expect(whys(clause('R-PROG', { provider: 'The Example Programme' }), centre)).toEqual(['read-together']);
  });

  it('is none where the times never meet', () => {
    const atNight = clause('EX-AREA', { area: 'Testville centre', hours: '22:00-06:00' });
    const onMondays = clause('EX-AREA', { area: 'Testville centre', days: 'mon' });
    expect(whys(sign('Testville police station'), atNight)).toEqual([]);
    expect(whys(sign('Testville police station'), onMondays)).toEqual([]);
    expect(whys(sign('Testville police station', 'tue', '23:00-23:30'), atNight)).toEqual(['place-in-area']);
  });

  it('is two places at one time', () => {
    expect(whys(sign('Testville police station'), sign('Mockham police station', 'tue', '19:00-21:00'))).toEqual(['two-places-at-once']);
    expect(whys(sign('Testville police station'), sign('Mockham police station', 'wed'))).toEqual(['same-other-limits']);
    expect(whys(sign('Testville police station'), clause('R-PROG', { provider: 'P', place: 'Mockham' }))).toEqual(['times-not-judged']);
  });

  it('is contact that one allows and the other forbids, direct or through others', () => {
    const save = clause('NC-DIR', { exceptions: 'solicitor' });
    expect(whys(save, clause('NC-DIR'))).toEqual(['contact-exception']);
    expect(whys(clause('NC-IND'), save)).toEqual(['contact-exception']);
    expect(whys(save, clause('NC-DIR', { exceptions: 'solicitor' }))).toEqual(['same']);
    expect(whys(clause('NC-DIR', { exceptions: 'child-contact' }), clause('NC-DIR'))).toEqual(['child-contact']);
    expect(whys(clause('AP-DIST', {}, { wording: 'Keep 100 metres away, save when a child is handed over' }), clause('NC-DIR'))).toEqual([
      'child-contact',
    ]);
  });

  it('is for a reader where the words except what the blanks do not say', () => {
    const words = clause('NC-DIR', {}, { wording: 'You must not contact A save with the consent of the court' });
    expect(whys(words, clause('NC-DIR'))).toEqual(['read-together']);
    expect(whys(clause('NC-DIR', { exceptions: 'Through a solicitor' }, {}, 1), clause('NC-DIR'))).toEqual(['read-together']);
  });

  it('is for a reader with a condition outside the library, all of them told together', () => {
    const found = conflicts(draft([clause('BESPOKE')], { kind: 'other' }), [order('essex', [clause('SURV'), clause('PUB')])], at);
    expect(found).toMatchObject([{ why: 'read-together', severity: 'must-be-answered', theirs: [{}, {}] }]);
    expect(whys(clause('SEARCH'), clause('BESPOKE'))).toEqual(['read-together']);
  });

  it('is nothing between conditions about different people, unless two forces may have recorded one person twice', () => {
    const about = (id: string, parameters: Record<string, string> = {}) => clause('NC-DIR', { persons: id, ...parameters });
    expect(whys(about(s.protectedA), about(s.protectedA))).toEqual(['same']);
    expect(whys(about(s.protectedA), about(s.protectedB))).toEqual([]);
    expect(whys(about(s.protectedA, { exceptions: 'solicitor' }), about(s.protectedB))).toEqual(['read-together']);
    const own = order('kent', [about(s.protectedB)], { force: s.force });
    expect(conflicts(draft([about(s.protectedA, { exceptions: 'solicitor' })], { kind: 'other' }), [own], at)).toEqual([]);
  });
});

describe('the orders beside a draft', () => {
  it('are told of as a whole where the Act asks that they fit', () => {
    const others = [order('spo', [clause('SURV')]), order('interim', [clause('SURV')], { kind: 'interim-spo', applicationId: 'another' })];
    expect(conflicts(draft([]), others, at).map(({ why }) => why)).toEqual(['another-interim', 'another-spo']);
    expect(conflicts(draft([], { kind: 'restraining-conviction' }), others, at)).toEqual([]);
  });

  it('do not count the interim that the full order comes after, nor the order that is varied', () => {
    const interim = order('interim', [clause('BESPOKE')], { kind: 'interim-spo', applicationId: s.applicationId });
    const found = conflicts(draft([clause('NC-DIR')]), [interim], at);
    expect(found.map(({ why }) => why)).toEqual(['interim-of-this-application']);
    expect(mustBeAnswered(found)).toEqual([]);
    expect(conflicts(draft([clause('NC-DIR')], { inPlaceOf: ['interim'] }), [interim], at)).toEqual([]);
  });

  it('count only while they bind, by the wording that binds then', () => {
    const old = clause('NC-DIR', { exceptions: 'solicitor' });
    const over = s.orderOf(s.orderMade({ conditions: [old.plain] }), s.orderDischarged(s.on('2026-05-20')));
    expect(conflicts(draft([clause('NC-DIR')]), [over, s.orderOf()], at)).toEqual([]);
  });

  it('are weighed in the draft itself too', () => {
    const mine = [
      clause('R-SIGN', { station: 'Testville police station', days: 'tue', hours: '18:00-20:00' }),
      clause('EX-AREA', { area: 'Testville' }),
    ];
    expect(conflicts(draft(mine), [], at)).toMatchObject([{ why: 'place-in-area', beside: null }]);
  });
});

describe('a conflict in words', () => {
  const theirs = clause('NC-DIR', { persons: s.protectedB });
  const [found] = conflicts(
    draft([clause('NC-DIR', { persons: s.protectedB, exceptions: 'solicitor' })], { kind: 'other' }),
    [order('essex', [theirs])],
    at,
  );
  const speaking = (name: string) => ({ person: () => name, and: 'or' }) as const;
  const telling = {
    forceName: () => 'Essex Police',
    drafted: speaking('Nora Nonesuch'),
    theirs: speaking('B'),
    clause: (text: string) => text,
  };

  it('names the force, the kind of order and what it says, by the letters the reader may see', () => {
    expect(found && toldConflict(found, { ...telling, blanksOfOthers: true })).toMatchObject({
      order: 'Stalking protection order of Essex Police, made 14 May 2026',
      text: 'One allows contact that the other forbids.',
      drafted: [{ text: 'must not contact or try to contact Nora Nonesuch by any means, except through a solicitor' }],
      theirs: [{ text: 'must not contact or try to contact B by any means' }],
    });
  });

  it('says the words themselves where the blanks say something else, and makes nothing of those blanks', () => {
    const wording = 'You must not enter Mill Lane, nor sign on there';
    const contradicted = clause('EX-AREA', { area: 'Testville' }, { wording });
    const sign = clause('R-SIGN', { station: 'Testville police station', days: 'tue', hours: '18:00-20:00' });
    const [one] = conflicts(draft([sign], { kind: 'other' }), [order('essex', [contradicted])], at);
    expect(one?.why).toBe('read-together');
    expect(one && toldConflict(one, { ...telling, blanksOfOthers: true }).theirs).toEqual([{ number: 1, text: wording }]);
  });

  it('says only what the library says to a reader who may not read more', () => {
    const told = found && toldConflict(found, { ...telling, blanksOfOthers: false });
    expect(told?.theirs).toEqual([{ number: 1, text: 'must not contact or try to contact the protected person by any means' }]);
  });
});

describe('whatever the conditions', () => {
  const values: Readonly<Record<string, readonly string[]>> = {
    exceptions: ['', 'solicitor', 'child-contact', 'solicitor,court', 'other'],
    persons: ['', s.protectedA, s.protectedB],
    area: ['Testville', 'Mockham', 'High Street, Testville'],
    days: ['', 'mon', 'tue', 'tue,fri'],
    hours: ['', '09:00-12:00', '11:00-13:00', '22:00-06:00'],
    station: ['', 'Testville police station', 'Mockham police station'],
    place: ['', 'Testville'],
  };
  const anyClause = fc
    .tuple(
      fc.constantFrom(...conditionLibrary.map(({ code }) => code as ConditionVersionPlain['code'])),
      fc.record(Object.fromEntries(Object.entries(values).map(([name, choices]) => [name, fc.constantFrom(...choices)]))),
      fc.constantFrom('As the court wrote it', 'Save through a solicitor', 'Save to hand over a child'),
      fc.constantFrom(1, 2),
    )
    .map(([code, parameters, wording, library]) => clause(code, parameters, { wording }, library));
  const anyPlaced = fc
    .tuple(anyClause, fc.constantFrom(s.protectedA, s.protectedB), fc.constantFrom(s.force, essex))
    .map(([one, id, force]): Placed => ({ clause: one, protectedPersonIds: [id], force }));

  it('what stands between two is the same from either side', () => {
    fc.assert(
      fc.property(anyPlaced, anyPlaced, (one, other) => expect(between(one, other)).toBe(between(other, one))),
      { numRuns: 2_000 },
    );
  });

  it('a condition never contradicts itself', () => {
    const contradictions = ['contact-exception', 'child-contact', 'place-in-area', 'two-places-at-once'];
    fc.assert(fc.property(anyPlaced, (one) => expect(contradictions).not.toContain(between(one, one))));
  });

  it('the order of the orders does not matter', () => {
    const someOrders = fc
      .array(fc.array(anyClause, { minLength: 1, maxLength: 3 }), { maxLength: 4 })
      .map((all) => all.map((clauses, nth) => order(`order-${nth}`, clauses)));
    fc.assert(
      fc.property(fc.array(anyClause, { maxLength: 3 }), someOrders, fc.infiniteStream(fc.nat()), (mine, orders, random) => {
        const shuffled = orders
          .map((one) => [random.next().value as number, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(conflicts(draft(mine), shuffled, at)).toEqual(conflicts(draft(mine), orders, at));
      }),
    );
  });

  it('a condition outside the library is never passed over beside another order', () => {
    fc.assert(
      fc.property(anyClause, (other) => {
        const found = conflicts(draft([clause('BESPOKE')]), [order('essex', [other])], at);
        expect(mustBeAnswered(found).length).toBeGreaterThan(0);
      }),
    );
  });
});
