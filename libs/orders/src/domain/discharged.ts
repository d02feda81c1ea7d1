import { lastDayOfPeriod, type LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { Applicant, Court, OrderFact } from './events.js';
import { inForceAt } from './in-force.js';
import { kindRule } from './kinds/index.js';
import type { Moment } from './moments.js';
import type { Consent, MadeOrder, OrderState } from './order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from './required.js';

export interface DischargeDetails {
  readonly court: Court;
  readonly at: Moment;
  readonly onApplicationOf: Applicant;
  /** Whether the respondent lives in another force's area than that of the chief officer who obtained the order. */
  readonly livesElsewhere: boolean;
  readonly reason: string | null;
  /** Whether the court did it although a consent that the Act asks for is not recorded: it ends the order until that is set aside. */
  readonly withoutConsent?: boolean;
  /** The proposal of the force that the court granted with it; absent where others asked, or nothing was proposed. */
  readonly proposalId?: string;
}

export type CannotDischarge = NoOrder | BadMoment | 'no-standing' | 'wrong-court' | 'not-in-force' | ConsentsMissing;
export type ConsentsMissing = 'consents-missing';

/**
 * The court discharges the order. Within two years of its making an SPO needs the consents of the Act (SPA 2019 s.4); what a court did all the same is
 * recorded and marked, since it holds until it is set aside.
 */
export function dischargeOrder(order: OrderState, details: DischargeDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const { court, at, onApplicationOf, reason, proposalId } = details;
  dischargeable(made, details, now);
  const missing = details.withoutConsent ? missingConsents(made, details) : [];
  if (!details.withoutConsent) consented(made, details);
  const { orderId, perpetratorId, force, protectedPersonIds } = made;
  const why = reason?.trim() ? { reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()) } : {};
  const asked = { ...(proposalId !== undefined && { proposalId }), ...(missing.length > 0 && { withoutConsent: missing }) };
  return [{ type: 'OrderDischarged', data: { orderId, perpetratorId, force, court, at, onApplicationOf, ...asked }, personal: why }];
}

/** Refuses what a court could not discharge at that moment, whoever consents: who asks, which court, and that the order is in force then. */
export function dischargeable(
  made: MadeOrder,
  { court, at, onApplicationOf }: Pick<DischargeDetails, 'court' | 'at' | 'onApplicationOf'>,
  now: Moment,
): void {
  const rule = kindRule(made.kind);
  sinceMade(made, at, now);
  if (!rule.mayDischarge.includes(onApplicationOf)) throw refuse<CannotDischarge>('no-standing');
  if (!rule.courts.includes(court.type)) throw refuse<CannotDischarge>('wrong-court');
  if (inForceAt(made, at).is === 'not-in-force') throw refuse<CannotDischarge>('not-in-force');
}

/** Refuses with `consents-missing` while the Act asks for consents that are not recorded: which, and until when it asks for them. */
export function consented(made: MadeOrder, asked: Consents): void {
  const missing = missingConsents(made, asked);
  if (missing.length > 0)
    throw refuse<ConsentsMissing>('consents-missing', { missing: missing.join(' '), lockedUntil: lockedUntil(made) ?? '' });
}

/** The last day on which a discharge needs consents; null where it never does. */
export function lockedUntil(order: MadeOrder): LocalDate | null {
  const lock = kindRule(order.kind).dischargeLock;
  return lock && lastDayOfPeriod(order.made.on, { years: lock.years });
}

/** When a discharge is asked for or made, and by whom. */
export type Consents = Pick<DischargeDetails, 'onApplicationOf' | 'livesElsewhere'> & { readonly at: Pick<Moment, 'on'> };

/**
 * The consents a discharge on that day still lacks: of the respondent and of the chief officer who obtained the order; when a chief
 * officer does not apply, also of the one where the respondent lives, if different (to be confirmed by the force solicitor).
 */
export function missingConsents(order: MadeOrder, { at, onApplicationOf, livesElsewhere }: Consents): readonly Consent['by'][] {
  const locked = lockedUntil(order);
  if (locked === null || at.on > locked) return [];
  const needed: Consent['by'][] = ['respondent', 'applying-chief-officer'];
  if (livesElsewhere && onApplicationOf !== 'chief-officer') needed.push('home-chief-officer');
  const given = order.consents.filter((consent) => consent.on <= at.on).map((consent) => consent.by);
  return needed.filter((by) => !given.includes(by));
}

/** The same of a discharge that the force itself asks for on that day. */
export function ownConsents(on: LocalDate): Consents {
  return { at: { on }, onApplicationOf: 'chief-officer', livesElsewhere: false };
}
