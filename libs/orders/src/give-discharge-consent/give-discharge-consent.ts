import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import { kindRule } from '../domain/kinds/index.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import type { Consent, OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface ConsentDetails {
  readonly consentId: string;
  readonly by: Consent['by'];
  readonly on: LocalDate;
}

export type CannotConsent = NoOrder | BadMoment | 'no-consent-needed' | 'order-over';

/** Somebody whose consent the Act asks for agrees to a discharge within two years of the making (SPA 2019 s.4). */
export function giveDischargeConsent(order: OrderState, { consentId, by, on }: ConsentDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  if (kindRule(made.kind).dischargeLock === null) throw refuse<CannotConsent>('no-consent-needed');
  if (made.is === 'over') throw refuse<CannotConsent>('order-over');
  sinceMade(made, someTimeOn(on), now);
  if (made.consents.some((consent) => consent.by === by)) return [];
  const { orderId, perpetratorId, force } = made;
  return [{ type: 'DischargeConsentGiven', data: { orderId, perpetratorId, force, consentId, by, on } }];
}
