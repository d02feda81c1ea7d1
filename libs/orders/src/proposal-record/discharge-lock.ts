import type { LocalDate } from '#calendar';
import { lockedUntil, missingConsents, ownConsents } from '../domain/discharged.js';
import type { Consent, MadeOrder } from '../domain/order.js';
import type { Proposal } from '../domain/variation.js';
import { consenting } from '../give-discharge-consent/give-discharge-consent.dto.js';

/** Until when a discharge that the force asks for needs consents, and whose are recorded (SPA 2019 s.4). */
export interface DischargeLock {
  /** The last day on which it needs them. */
  readonly until: LocalDate;
  readonly given: readonly { readonly who: string; readonly on: LocalDate }[];
  readonly missing: readonly string[];
}

/** Null for what is no discharge, where the law asks for no consent any more on `today` (null: whatever day it is), and once it is decided. */
export function lockOf(order: MadeOrder, { asks, decided }: Proposal, today: LocalDate | null): DischargeLock | null {
  const until = asks === 'discharge' && !decided ? lockedUntil(order) : null;
  if (until === null || (today !== null && until < today)) return null;
  const name = (by: Consent['by']): string => consenting[by];
  return {
    until,
    given: order.consents.map(({ by, on }) => ({ who: name(by), on })),
    missing: missingConsents(order, ownConsents(until)).map(name),
  };
}
