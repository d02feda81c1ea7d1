import { lastDayOfPeriod, type LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { Applicant, Court, OrderFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import { kindRule } from '../domain/kinds/index.js';
import type { Moment } from '../domain/moments.js';
import type { Consent, MadeOrder, OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface DischargeDetails {
  readonly court: Court;
  readonly at: Moment;
  readonly onApplicationOf: Applicant;
  /** Whether the respondent lives in another force's area than that of the chief officer who obtained the order. */
  readonly livesElsewhere: boolean;
  readonly reason: string | null;
}

export type CannotDischarge = NoOrder | BadMoment | 'no-standing' | 'wrong-court' | 'not-in-force' | 'consents-missing';

/** The court discharges the order. Within two years of its making an SPO needs the consents of the Act (SPA 2019 s.4). */
export function dischargeOrder(order: OrderState, details: DischargeDetails, now: Moment): OrderFact[] {
  const made = anOrder(order);
  const { court, at, onApplicationOf, reason } = details;
  const rule = kindRule(made.kind);
  sinceMade(made, at, now);
  if (!rule.mayDischarge.includes(onApplicationOf)) throw refuse<CannotDischarge>('no-standing');
  if (!rule.courts.includes(court.type)) throw refuse<CannotDischarge>('wrong-court');
  if (inForceAt(made, at).is === 'not-in-force') throw refuse<CannotDischarge>('not-in-force');
  const missing = missingConsents(made, details);
  if (missing.length > 0)
    throw refuse<CannotDischarge>('consents-missing', { missing: missing.join(' '), lockedUntil: lockedUntil(made) ?? '' });
  const { orderId, perpetratorId, force, protectedPersonIds } = made;
  const why = reason?.trim() ? { reason: personal([perpetratorId, ...protectedPersonIds], reason.trim()) } : {};
  return [{ type: 'OrderDischarged', data: { orderId, perpetratorId, force, court, at, onApplicationOf }, personal: why }];
}

/** The last day on which a discharge needs consents; null where it never does. */
export function lockedUntil(order: MadeOrder): LocalDate | null {
  const lock = kindRule(order.kind).dischargeLock;
  return lock && lastDayOfPeriod(order.made.on, { years: lock.years });
}

/**
 * The consents a discharge on that day still lacks: of the respondent and of the chief officer who obtained the order; when a chief
 * officer does not apply, also of the one where the respondent lives, if different (to be confirmed by the force solicitor).
 */
export function missingConsents(
  order: MadeOrder,
  { at, onApplicationOf, livesElsewhere }: Pick<DischargeDetails, 'at' | 'onApplicationOf' | 'livesElsewhere'>,
): readonly Consent['by'][] {
  const locked = lockedUntil(order);
  if (locked === null || at.on > locked) return [];
  const needed: Consent['by'][] = ['respondent', 'applying-chief-officer'];
  if (livesElsewhere && onApplicationOf !== 'chief-officer') needed.push('home-chief-officer');
  const given = order.consents.filter((consent) => consent.on <= at.on).map((consent) => consent.by);
  return needed.filter((by) => !given.includes(by));
}
