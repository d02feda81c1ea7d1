import { refuse } from '#event-sourcing';
import type { CannotChange, Changer } from './may-change.js';
import type { PerpetratorRecord, PerpetratorState, Restriction } from './perpetrator.js';

/** An open account of the record's force that may name its readers and lift its restriction, once it is a reader. */
export interface LegalReader {
  readonly id: string;
  readonly userName: string;
}

export type NobodyKeeps = 'no-keeper';

/** Refuses a restriction that nobody who may read the record could ever change or lift: it would be shut to everybody for good. */
export function checkKept(readers: readonly string[], legal: readonly LegalReader[]): void {
  if (legal.some(({ id }) => readers.includes(id))) return;
  const names = legal.slice(0, 3).map(({ userName }) => userName);
  throw refuse<NobodyKeeps>('no-keeper', { names: names.join(' or ') });
}

/** Who asks to change a restriction. */
export interface Keeper extends Changer {
  /** Whether they administer the restricted records of their own force. */
  readonly administers: boolean;
}

export interface RestrictedRecord extends PerpetratorRecord {
  readonly restriction: Restriction;
}

export type CannotChangeRestriction = CannotChange | 'not-restricted';

/**
 * The restricted record, for a named reader or an administrator of the force it belongs to; for anyone else it does not exist.
 * Refuses with `no-such-record`, `erased` or `not-restricted`.
 */
export function restrictedRecord(state: PerpetratorState, who: Keeper): RestrictedRecord {
  if (state.is === 'unknown' || (state.restriction && !mayKeep(state.force, state.restriction, who))) {
    throw refuse<CannotChangeRestriction>('no-such-record');
  }
  if (state.is === 'erased') throw refuse<CannotChangeRestriction>('erased');
  if (!state.restriction) throw refuse<CannotChangeRestriction>('not-restricted');
  return { ...state, restriction: state.restriction };
}

function mayKeep(force: string, { readers }: Restriction, who: Keeper): boolean {
  return readers.includes(who.by) || (who.administers && who.force === force);
}
