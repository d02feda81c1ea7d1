import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import {
  checkedIdentifier,
  type IdentifierEntry,
  identifierKey,
  identifierRecorded,
  knownKeys,
  type UnusableIdentifier,
} from '../domain/identifier-entry.js';
import { type CannotChange, changeable, type Changer } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';

export interface NewIdentifier extends IdentifierEntry {
  readonly identifierId: string;
}

export type CannotAddIdentifier = CannotChange | UnusableIdentifier | 'already-known';

/** Adds a number the person is known by. Its check letter must be right. */
export function addIdentifier(
  state: PerpetratorState,
  who: Changer & { readonly today: LocalDate },
  entry: NewIdentifier,
): PerpetratorFact[] {
  const { perpetratorId, identifiers } = changeable(state, who);
  const identifier = checkedIdentifier(entry, who.force, who.today);
  if (knownKeys(identifiers).includes(identifierKey(identifier))) throw refuse<CannotAddIdentifier>('already-known');
  return [identifierRecorded(perpetratorId, entry.identifierId, identifier)];
}
