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

/** Whether he was charged with it. */
export function isCharged(breach: BreachState): boolean {
  return breach.steps.some((one) => one.is === 'charge');
}

/** Whether he was arrested for it and nothing says that he was released, charged, or bailed or remanded after a charge, since: police custody. */
export function isInCustody(breach: BreachState): boolean {
  const last = breach.steps.findLast(({ is }) => is === 'arrest' || is === 'release' || is === 'charge' || is === 'remand');
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
 * What holds him for it now, as far as the record says. `not-recorded`: he was charged, `since` when, and nobody has recorded on what bail he was
 * let go, or that he was remanded: bail from before a charge ends with it (PACE 1984 s.37; after it s.38 and the Bail Act 1976).
 */
export interface Held {
  readonly is: 'bail-conditions' | 'remanded' | 'not-recorded';
  readonly since: Instant;
}

/**
 * Bail with conditions, or remand, for it; null where neither is recorded. Before a charge conditions stand until another release or the charge,
 * after it until it is decided anew; until nothing more is done about it, or a court has given its outcome.
 */
export function heldFor(breach: BreachState): Held | null {
  if (isConcluded(breach) || breach.status === 'no-further-action' || breach.status === 'out-of-court' || isInCustody(breach)) return null;
  const last =
    breach.steps.findLast((one) => one.is === 'remand') ?? breach.steps.find((one) => one.is === 'charge') ?? lastRelease(breach);
  switch (last?.is) {
    case 'release':
    case 'remand':
      if (last.how === 'custody') return { is: 'remanded', since: last.at };
      return last.how === 'bail-with-conditions' ? { is: 'bail-conditions', since: last.at } : null;
    case 'charge':
      return { is: 'not-recorded', since: last.at };
    default:
      return null;
  }
}

function lastRelease({ steps }: BreachState): BreachState['steps'][number] | undefined {
  return steps.findLast((one) => one.is === 'release');
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
