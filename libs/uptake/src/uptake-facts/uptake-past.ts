import { type LocalDate, londonDate } from '#calendar';
import type { Projection } from '#event-sourcing';
import { type UptakeFact, uptakeFacts } from './uptake-fact.js';

/** A row of `uptake.fact` by its columns, without what the next fact is folded onto. */
export type PastColumns = Readonly<Record<string, string | readonly string[] | null>>;

/** How a row stood when a London day was over on which something was recorded that changed it. */
export interface PastVersion {
  readonly on: LocalDate;
  /** Null: it should never have been on record, and counts no more. */
  readonly row: PastColumns | null;
}

/** One application, order or incident with its own past: one version for each day on which what is recorded of it changed. */
export interface UptakePast {
  /** The name of its stream. */
  readonly id: string;
  readonly versions: readonly PastVersion[];
  /** How it stands now: what the next fact is folded onto. */
  readonly doc: UptakeFact;
}

/**
 * The past of the managers' fact table, for figures over what had been recorded by the end of a day. A table of its own, so that the
 * figures of today read rows that are as narrow as ever.
 */
export const uptakePast: Projection<UptakePast> = {
  name: 'uptake-past',
  table: 'uptake.past',
  version: 4,
  reads: uptakeFacts.reads,
  rows: (event) => uptakeFacts.rows(event),
  evolve(before, event, id) {
    const doc = uptakeFacts.evolve(before?.doc ?? null, event, id);
    const recordedOn = londonDate(event.envelope.recordedAt);
    if (doc === null) return before && { ...before, versions: after(before.versions, recordedOn, null) };
    return { id, versions: after(before?.versions ?? [], recordedOn, columnsOf(doc)), doc };
  },
};

/** Days never go back, also where the clocks of two machines disagree around midnight: a fact is known from the day of the fact before it on. */
function after(versions: readonly PastVersion[], recordedOn: LocalDate, row: PastColumns | null): readonly PastVersion[] {
  const last = versions.at(-1);
  if (!last) return [{ on: recordedOn, row }];
  if (isSame(last.row, row)) return versions;
  return recordedOn > last.on ? [...versions, { on: recordedOn, row }] : [...versions.slice(0, -1), { on: last.on, row }];
}

function isSame(a: PastColumns | null, b: PastColumns | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.keys(b).every((name) => isSameValue(a[name] ?? null, b[name] ?? null));
}

function isSameValue(a: PastColumns[string], b: PastColumns[string]): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, nth) => item === b[nth]);
}

function columnsOf(fact: UptakeFact): PastColumns {
  return {
    id: fact.id,
    what: fact.what,
    record_id: fact.recordId,
    perpetrator_id: fact.perpetratorId,
    force: fact.force,
    on_day: fact.onDay,
    kind: fact.kind,
    in_force: fact.inForce,
    last_day: fact.lastDay,
    served_on: fact.servedOn,
    known_on: fact.knownOn,
    outcome: fact.outcome,
    determined_on: fact.determinedOn,
    allowed_on: fact.allowedOn,
    order_ids: fact.orderIds,
  };
}
