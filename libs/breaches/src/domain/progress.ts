import type { Instant } from '#calendar';
import type { AllegationState, BreachState } from './breach.js';
import type { BreachFact } from './events.js';

/** The allegations that are maintained. */
export function maintained(breach: BreachState): AllegationState[] {
  return breach.allegations.filter((allegation) => allegation.withdrawn === null);
}

/** Whether a court has given its outcome. */
export function isConcluded(breach: BreachState): boolean {
  return breach.steps.some((one) => one.is === 'court-outcome');
}

/** Whether he was arrested for it and nothing says that he was released, or charged, since. */
export function isInCustody(breach: BreachState): boolean {
  const last = breach.steps.findLast((one) => one.is === 'arrest' || one.is === 'release' || one.is === 'charge');
  return last?.is === 'arrest';
}

/** Whether nobody has decided yet how it ends: no charge, disposal, outcome or decision to take no further action. */
export function isOpen(breach: BreachState): boolean {
  switch (breach.status) {
    case 'alleged':
    case 'arrested':
    case 'interviewed':
    case 'on-bail':
    case 'under-investigation':
      return true;
    default:
      return false;
  }
}

/**
 * Since when he is on bail with conditions for it, as far as the record says; null when he is not. They stand until another release, until
 * nothing more is done about it, or until a court has given its outcome.
 */
export function bailConditionsSince(breach: BreachState): Instant | null {
  if (isConcluded(breach) || breach.status === 'no-further-action' || breach.status === 'out-of-court' || isInCustody(breach)) return null;
  const last = breach.steps.findLast((one) => one.is === 'release');
  return last?.is === 'release' && last.how === 'bail-with-conditions' ? last.at : null;
}

/** The people the incident is about: the key of each seals every word of it. */
export function peopleOf(breach: Pick<BreachState, 'perpetratorId' | 'protectedPersonIds'>): [string, ...string[]] {
  return [breach.perpetratorId, ...breach.protectedPersonIds];
}

/**
 * When it was recorded that it is alleged to be a breach, the last time that it was so anew; null while it is only kept. `before`: the
 * incident before the fact; `known`: the answer before it.
 */
export function allegedAt(fact: BreachFact, before: BreachState, recordedAt: Instant, known: Instant | null): Instant | null {
  const isAnew = fact.type === 'AllegationAdded' && maintained(before).length === 0;
  return fact.type === 'BreachReported' || isAnew ? recordedAt : known;
}
