import type { Instant } from '#calendar';
import { personal } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import { peopleOf } from '../domain/progress.js';
import type { BreachFact, Occurred } from '../domain/events.js';
import { assertPossible, type OccurredRefusal } from '../domain/occurred.js';
import { reported } from '../domain/standing.js';

export interface AddendumDetails {
  readonly addendumId: string;
  /** A better answer to when it happened, if that is what was learned; the first answer stays beside it. */
  readonly occurred: Occurred | null;
  readonly text: string;
}

export type AddAddendumRefusal = 'not-reported' | OccurredRefusal;

/** Something learned later. It stands beside what was recorded first and moves no allegation. */
export function addAddendum(breach: BreachState, { addendumId, occurred, text }: AddendumDetails, now: Instant): BreachFact[] {
  const of = reported(breach);
  if (occurred !== null) assertPossible(occurred, now, now);
  return [{ type: 'AddendumRecorded', data: { ...of, addendumId, occurred }, personal: { text: personal(peopleOf(breach), text) } }];
}
