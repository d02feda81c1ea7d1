import type { Instant, LocalDate } from '#calendar';
import { afterBirths, type BeforeBirth } from '#cases';
import { personal, refuse } from '#event-sourcing';
import type { BreachState, WhyKept } from './breach.js';
import { peopleOf } from './progress.js';
import type { Channel, ContactKind, Occurred, OfBreach, ReporterRole } from './events.js';
import { assertPossible, type OccurredRefusal } from './occurred.js';

/** What is told of any incident, breach or not. */
export interface Incident extends OfBreach {
  readonly occurred: Occurred;
  readonly reportedAt: Instant;
  readonly channel: Channel;
  readonly reporter: ReporterRole;
  readonly kinds: readonly ContactKind[];
  readonly protectedPersonIds: readonly string[];
  readonly account: string;
  readonly place: string | null;
}

/** Contact to be kept, before it has an id. */
export type KeptContact = Omit<Incident, 'breachId' | 'force'> & { readonly why: WhyKept };

export type IncidentRefusal = OccurredRefusal | 'reported-already' | 'kind-needed' | BeforeBirth;

/** The parts that every first report shares, checked. `born`: when the person it is reported of was; null where that is not recorded. */
export function newIncident(breach: BreachState, { account, place, ...told }: Incident, now: Instant, born: LocalDate | null) {
  if (breach.status !== 'none') throw refuse<IncidentRefusal>('reported-already', { breachId: breach.breachId });
  assertPossible(told.occurred, told.reportedAt, now);
  afterBirths(told.occurred.on, [born]);
  if (told.kinds.length === 0) throw refuse<IncidentRefusal>('kind-needed');
  const data = { ...told, kinds: [...new Set(told.kinds)], protectedPersonIds: [...new Set(told.protectedPersonIds)] };
  const about = peopleOf(data);
  return { data, words: { account: personal(about, account), ...(place === null ? {} : { place: personal(about, place) }) }, about };
}
