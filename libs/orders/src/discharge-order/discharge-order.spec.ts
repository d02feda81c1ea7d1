import { describe, expect, it } from '@jest/globals';
import { checksOf } from '../domain/checks.js';
import type { OrderFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { giveDischargeConsent } from '../give-discharge-consent/give-discharge-consent.js';
import { dischargeOrder, type DischargeDetails } from './discharge-order.js';

const { on } = s;
const made = s.orderMade();
const details: DischargeDetails = {
  court: s.maidstone,
  at: on('2026-11-02'),
  onApplicationOf: 'chief-officer',
  livesElsewhere: false,
  reason: null,
};
const consent = (by: 'respondent' | 'applying-chief-officer' | 'home-chief-officer'): OrderFact[] =>
  giveDischargeConsent(s.orderOf(made), { consentId: by, by, on: '2026-11-01' }, s.now);
const discharge = (facts: readonly OrderFact[], over: Partial<DischargeDetails> = {}, now = s.now) =>
  dischargeOrder(s.orderOf(made, ...facts), { ...details, ...over }, now);

describe('discharging an order', () => {
  it('within two years needs the consents of the respondent and the chief officer', () => {
    expect(s.refusal(() => discharge([]))).toBe('consents-missing');
    expect(s.refusal(() => discharge(consent('respondent')))).toBe('consents-missing');
    expect(discharge([...consent('respondent'), ...consent('applying-chief-officer')])).toMatchObject([{ type: 'OrderDischarged' }]);
  });

  it('is recorded all the same where the court did it without them, and marked', () => {
    const facts = discharge(consent('respondent'), { withoutConsent: true });
    expect(facts).toMatchObject([{ type: 'OrderDischarged', data: { withoutConsent: ['applying-chief-officer'] } }]);
    const order = s.orderOf(made, ...consent('respondent'), ...facts) as MadeOrder;
    expect([inForceAt(order, on('2026-11-03')).is, checksOf(order)]).toEqual([
      'not-in-force',
      [expect.stringContaining('without a recorded consent that the Act asks for (SPA 2019 s.4)')],
    ]);
    const both = [...consent('respondent'), ...consent('applying-chief-officer')];
    const [given] = discharge(both, { withoutConsent: true });
    expect(given?.data).not.toHaveProperty('withoutConsent');
    expect(checksOf(s.orderOf(made, ...both, ...discharge(both)) as MadeOrder)).toEqual([]);
  });

  it("on the respondent's application needs the chief officer where he lives as well", () => {
    const two = [...consent('respondent'), ...consent('applying-chief-officer')];
    const over = { onApplicationOf: 'respondent', livesElsewhere: true } as const;
    expect(s.refusal(() => discharge(two, over))).toBe('consents-missing');
    expect(discharge([...two, ...consent('home-chief-officer')], over)).toHaveLength(1);
  });

  it('is free of consents once two years have passed', () => {
    const open = s.orderMade({ end: { is: 'until-further-order' } });
    const late = (day: string) => dischargeOrder(s.orderOf(open), { ...details, at: on(day) }, on('2029-01-01'));
    expect(s.refusal(() => late('2028-05-13'))).toBe('consents-missing');
    expect(late('2028-05-14')).toHaveLength(1);
  });

  it('is open to the protected person under a restraining order only', () => {
    expect(s.refusal(() => discharge([], { onApplicationOf: 'protected-person' }))).toBe('no-standing');
    const restraining = s.orderOf(s.orderMade({ kind: 'restraining-conviction', court: s.crown }));
    expect(dischargeOrder(restraining, { ...details, court: s.crown, onApplicationOf: 'protected-person' }, s.now)).toHaveLength(1);
  });

  it('is refused for an order that is not in force, or no order', () => {
    expect(s.refusal(() => discharge([s.orderQuashed(on('2026-09-14'))]))).toBe('not-in-force');
    expect(s.refusal(() => discharge([], { at: on('2026-05-01') }))).toBe('before-made');
    expect(s.refusal(() => dischargeOrder(s.orderOf(), details, s.now))).toBe('no-such-order');
  });
});

describe('consent to a discharge', () => {
  it('is recorded once for each', () => {
    const again = { consentId: 'again', by: 'respondent', on: '2026-11-01' } as const;
    expect(giveDischargeConsent(s.orderOf(made, ...consent('respondent')), again, s.now)).toEqual([]);
  });

  it('is not asked for other kinds', () => {
    const restraining = s.orderOf(s.orderMade({ kind: 'restraining-conviction' }));
    expect(s.refusal(() => giveDischargeConsent(restraining, { consentId: 'c', by: 'respondent', on: '2026-11-01' }, s.now))).toBe(
      'no-consent-needed',
    );
  });
});
