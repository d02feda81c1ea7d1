import { type CaseState, lastOutcome, openedCases } from '#cases';
import type { Hold } from '#people';
import { type ApplicationState, inForceAt, type Moment, type OrderState, waitsForCourt } from '#orders';
import type { BreachState } from '../domain/breach.js';
import { isOpen } from '../domain/progress.js';

/** What is recorded of one person. */
export interface Involvement {
  readonly cases: readonly CaseState[];
  readonly orders: readonly OrderState[];
  readonly applications: readonly ApplicationState[];
  readonly breaches: readonly BreachState[];
}

/** It waits for a court, at first instance or on appeal, or it is still prepared for one. */
function isWanted(application: ApplicationState): boolean {
  return application.is === 'not-filed' ? application.draft?.is === 'drafting' : waitsForCourt(application);
}

/**
 * What holds a person's data: an order that binds somebody now, an application that is prepared or waits, a breach that nobody has decided, or that
 * was charged and waits for the court, an investigation without an outcome.
 */
export function holdsOn({ cases, orders, applications, breaches }: Involvement, now: Moment): Hold[] {
  const held: readonly (readonly [Hold, boolean])[] = [
    ['order-in-force', orders.some((order) => inForceAt(order, now).is !== 'not-in-force')],
    ['breach-open', breaches.some((breach) => isOpen(breach) || breach.status === 'charged')],
    ['application-pending', applications.some(isWanted)],
    ['case-open', openedCases(cases).some((one) => lastOutcome(one) === null)],
  ];
  return held.filter(([, holds]) => holds).map(([hold]) => hold);
}
