import { type Fact, type Projection, type Recorded, type StreamType, parseStreamName } from '#event-sourcing';
import { type CaseFact, cases, type CaseState } from '#cases';
import { type BreachFact, type BreachState, breaches } from '#breaches';
import { type ApplicationFact, type ApplicationState, type OrderFact, type OrderState, applications, isMilestone, orders } from '#orders';
import { links } from '#people';
import type { HistoryFact } from '../sentences/index.js';
import { HISTORY_FACT_TYPES, isTelling, perpetratorOf } from './history-fact.js';

/** Everything known of one perpetrator's cases, orders, applications and breaches, as the facts left it: what the page's head is made from. */
export interface PerpetratorSummary {
  readonly cases: Readonly<Record<string, CaseState>>;
  readonly orders: Readonly<Record<string, OrderState>>;
  readonly applications: Readonly<Record<string, ApplicationState>>;
  readonly breaches: Readonly<Record<string, BreachState>>;
  /** In the order they first appeared on the record. */
  readonly protectedPersonIds: readonly string[];
  /** Forces whose people recorded anything, by CJS code, in the order they first did, with the day of the first fact each recorded. */
  readonly forces: readonly { readonly force: string; readonly since: string }[];
}

export interface PerpetratorSummaryLine {
  /** The perpetrator's id. */
  readonly id: string;
  readonly doc: PerpetratorSummary;
}

export const EMPTY_SUMMARY: PerpetratorSummary = {
  cases: {},
  orders: {},
  applications: {},
  breaches: {},
  protectedPersonIds: [],
  forces: [],
};

/** The summary after one more fact. The live page reads it prepared; `as known on` folds the person's own facts up to a day. */
export function summarise(summary: PerpetratorSummary, event: Pick<Recorded, 'stream' | 'fact' | 'envelope'>): PerpetratorSummary {
  const { category, id } = parseStreamName(event.stream);
  // That two records may be, or are, of one person is nothing that happened on either.
  if (category === links.category) return summary;
  const seen = {
    ...summary,
    // Who keeps in touch with a protected person has nothing on the perpetrator for it, and would tell where they live.
    forces:
      isTelling(event.fact.type) || isByPolicy(event.envelope)
        ? summary.forces
        : withForce(summary.forces, event.envelope.force, event.envelope.recordedAt),
    protectedPersonIds: withPeople(summary.protectedPersonIds, event.fact as HistoryFact),
  };
  switch (category) {
    case orders.category:
      return { ...seen, orders: evolved(orders, seen.orders, id, event.fact as OrderFact) };
    case applications.category:
      // An application that is still prepared has no standing yet.
      if (isMilestone(event.fact)) return seen;
      return { ...seen, applications: evolved(applications, seen.applications, id, event.fact as ApplicationFact) };
    case cases.category:
      return { ...seen, cases: evolved(cases, seen.cases, id, event.fact as CaseFact) };
    case breaches.category:
      return { ...seen, breaches: evolved(breaches, seen.breaches, id, event.fact as BreachFact) };
    default:
      return seen;
  }
}

/**
 * The summaries of the records of one person as one. The record on which something came first leads, whichever page it is read from. A
 * force that has a part in several has been there since the first.
 */
export function mergeSummaries(summaries: readonly PerpetratorSummary[]): PerpetratorSummary {
  const [only] = summaries;
  if (only && summaries.length === 1) return only;
  const first = ({ forces }: PerpetratorSummary): string => forces[0]?.since ?? '9999';
  const inOrder = [...summaries].sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
  const forces = inOrder.flatMap((summary) => summary.forces).sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  return {
    cases: Object.assign({}, ...inOrder.map((summary) => summary.cases)) as PerpetratorSummary['cases'],
    orders: Object.assign({}, ...inOrder.map((summary) => summary.orders)) as PerpetratorSummary['orders'],
    applications: Object.assign({}, ...inOrder.map((summary) => summary.applications)) as PerpetratorSummary['applications'],
    breaches: Object.assign({}, ...inOrder.map((summary) => summary.breaches)) as PerpetratorSummary['breaches'],
    protectedPersonIds: [...new Set(inOrder.flatMap((summary) => summary.protectedPersonIds))],
    forces: forces.filter(({ force }, nth) => forces.findIndex((other) => other.force === force) === nth),
  };
}

export const perpetratorSummaries: Projection<PerpetratorSummaryLine> = {
  name: 'perpetrator-summaries',
  table: 'histories.perpetrator_summary',
  version: 10,
  reads: HISTORY_FACT_TYPES,
  rows(event) {
    const id = perpetratorOf(event);
    return id === null ? [] : [id];
  },
  evolve: (row, event, id) => ({ id, doc: summarise(row?.doc ?? EMPTY_SUMMARY, event) }),
};

function evolved<S, F extends Fact>(type: StreamType<S, F>, states: Readonly<Record<string, S>>, id: string, fact: F): Record<string, S> {
  return { ...states, [id]: type.evolve(states[id] ?? type.initial, fact) };
}

/** What follows from recorded facts by itself bears the force of the fact that it follows from, which need have no part in this person. */
function isByPolicy({ by }: Recorded['envelope']): boolean {
  return by.startsWith('policy:');
}

function withForce(forces: PerpetratorSummary['forces'], force: string, at: string): PerpetratorSummary['forces'] {
  return forces.some((known) => known.force === force) ? forces : [...forces, { force, since: at }];
}

function withPeople(known: readonly string[], fact: HistoryFact): readonly string[] {
  const named = 'protectedPersonIds' in fact.data ? fact.data.protectedPersonIds : [];
  const fresh = named.filter((id) => !known.includes(id));
  return fresh.length === 0 ? known : [...known, ...fresh];
}
