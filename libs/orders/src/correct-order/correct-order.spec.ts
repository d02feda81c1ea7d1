import { describe, expect, it } from '@jest/globals';
import { readJson } from '#pages';
import { confirmNationalRecord } from '../confirm-national-record/confirm-national-record.js';
import { correctCondition } from '../correct-condition/correct-condition.js';
import type { OrderFact } from '../domain/events.js';
import { conditionsInForceAt, inForceAt } from '../domain/in-force.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { CorrectOrderDto } from './correct-order.dto.js';
import { correctOrder, type Correction } from './correct-order.js';

const { on, until } = s;
const keeper = { force: s.force, now: s.now, dateOfBirth: null as string | null };
const nothing: Correction = { correctionId: 'c1', court: null, made: null, end: null, respondentPresent: null, reason: 'Keyed wrongly' };
const correct = (over: Partial<Correction>, who = keeper) => correctOrder(s.orderOf(s.orderMade()), { ...nothing, ...over }, who);

describe('what is sent to correct an order', () => {
  const sent = (court: object) => {
    const reading = readJson(CorrectOrderDto, { reason: 'Keyed wrongly', respondentPresent: true, ...court });
    return s.refusal(() => reading.ok && reading.value.asDetails());
  };

  it('holds the sort of the court and its name, or neither', () => {
    expect(sent({ courtType: 'crown' })).toBe('court-in-part');
    expect(sent({ courtName: 'Testville' })).toBe('court-in-part');
    const whole = readJson(CorrectOrderDto, { reason: 'Keyed wrongly', courtType: 'crown', courtName: 'Testville' });
    expect(whole.ok && whole.value.asDetails().court).toEqual({ type: 'crown', name: 'Testville' });
  });
});

describe('correcting an order', () => {
  it('moves what began with the order to when it was made', () => {
    const order = s.orderOf(s.orderMade(), ...correct({ made: on('2026-05-13', '10:00'), end: until('2028-05-12') }));
    expect(inForceAt(order, on('2026-05-13', '12:00')).is).toBe('in-force');
    expect(conditionsInForceAt(order, on('2026-05-13', '12:00'))[0]?.is).toBe('in-force');
    expect(inForceAt(order, on('2028-05-13')).is).toBe('not-in-force');
  });

  it.each([
    ['to what it says already', { end: until('2028-05-13'), court: { ...s.maidstone } }, 'nothing-changed'],
    ['to a day to come', { made: on('2026-12-01') }, 'in-the-future'],
    ['to an end the law does not allow', { end: until('2027-01-01') }, 'too-short'],
    ['to a court that cannot make it', { court: { type: 'county', name: 'Testville' } }, 'wrong-court'],
  ] as const)('is refused %s', (_, over, reason) => {
    expect(s.refusal(() => correct(over))).toBe(reason);
  });

  it.each([
    ['service', [s.orderServed(on('2026-05-14', '15:00'))]],
    ['variation', [s.orderVaried('v1', on('2026-05-14', '15:00'))]],
    ['end', [s.orderQuashed(on('2026-05-14', '15:00'))]],
  ])('is refused to a making after its %s', (_, followed) => {
    const order = s.orderOf(s.orderMade(), ...followed);
    const to = (made: ReturnType<typeof on>) =>
      s.refusal(() => correctOrder(order, { ...nothing, made, end: until('2028-05-20') }, keeper));
    expect([to(on('2026-05-15')), to(on('2026-05-14', '15:01'))]).toEqual(['after-what-followed', 'after-what-followed']);
    expect(correctOrder(order, { ...nothing, made: on('2026-05-14', '14:59') }, keeper)).toHaveLength(1);
  });

  it('is refused to a day on which there was no such order, or on which the respondent was too young for it', () => {
    const to = (day: string, dateOfBirth: string | null = null) =>
      s.refusal(() => correct({ made: on(day), end: until('2030-05-13') }, { ...keeper, dateOfBirth }));
    expect([to('2020-01-19'), to('2020-01-20', '2011-02-03'), to('2020-01-20', '2021-02-03')]).toEqual([
      'kind-not-then',
      'too-young',
      'before-birth',
    ]);
    expect(correct({ made: on('2020-01-20'), end: until('2030-05-13') }, { ...keeper, dateOfBirth: '2010-01-20' })).toHaveLength(1);
  });

  it('is for the force that keeps it', () => {
    expect(s.refusal(() => correct({ respondentPresent: true }, { ...keeper, force: '42' }))).toBe('not-your-order');
  });
});

describe('correcting a condition', () => {
  const draft = s.draftCondition('contact', 1, { wording: 'You must not contact A or B by any means' });
  const order = s.orderOf(s.orderMade());

  it('changes the words and neither the id nor the dates', () => {
    const after = s.orderOf(s.orderMade(), ...correctCondition(order, { correctionId: 'c1', draft, reason: 'B was left out' }, keeper));
    const [then] = conditionsInForceAt(after, on('2026-06-01'));
    expect(then).toMatchObject({
      version: {
        plain: { versionId: 'contact-v1' },
        words: { value: { wording: draft.wording } },
        corrections: [{ value: 'B was left out' }],
      },
    });
  });

  it('is refused for the same words, an unknown version and another force', () => {
    const say = (over: Partial<typeof draft>, who = keeper) =>
      s.refusal(() => correctCondition(order, { correctionId: 'c1', draft: { ...draft, ...over }, reason: 'r' }, who));
    expect(say({ wording: ' You must not contact A by any means ' })).toBe('same-words');
    expect(say({ versionId: 'x' })).toBe('no-such-condition');
    expect(say({}, { ...keeper, force: '42' })).toBe('not-your-order');
  });
});

describe('confirming the national record', () => {
  it('is recorded once a day for each state', () => {
    const confirmation = { confirmationId: 'c1', state: 'created', on: '2026-05-15', reference: 'Test 1' } as const;
    const facts = confirmNationalRecord(s.orderOf(s.orderMade()), confirmation, s.now);
    expect(facts).toMatchObject([{ type: 'NationalRecordConfirmed', personal: { reference: { value: 'Test 1' } } }]);
    expect(confirmNationalRecord(s.orderOf(s.orderMade(), ...facts), { ...confirmation, confirmationId: 'c2' }, s.now)).toEqual([]);
    expect(s.refusal(() => confirmNationalRecord(s.orderOf(s.orderMade()), { ...confirmation, on: '2026-05-13' }, s.now))).toBe(
      'before-made',
    );
  });

  it('of the end puts right what set it: the renewal, or the variation, and nothing that set another', () => {
    const renewed = s.orderRenewed(s.on('2026-05-01'), s.until('2028-10-30'));
    const varied = s.orderVaried('v1', s.on('2026-04-01'), { end: s.until('2027-10-30') });
    const end = s.until('2028-12-31');
    const after = (...facts: readonly OrderFact[]) => {
      const known = [s.orderMade({ made: s.on('2026-03-01'), end: s.until('2026-10-30') }), ...facts];
      return s.orderOf(...known, ...correctOrder(s.orderOf(...known), { ...nothing, end }, keeper)) as MadeOrder;
    };
    expect(after(varied, renewed)).toMatchObject({ renewals: [{ end }], variations: [{ end: s.until('2027-10-30') }] });
    expect(after(varied)).toMatchObject({ variations: [{ end }], renewals: [] });
    expect(after().ends).toMatchObject([{ end }]);
  });
});
