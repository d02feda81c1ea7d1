import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { DraftFact } from '../domain/application-draft/facts.js';
import type { Writer } from '../domain/application-draft/required-draft.js';

export interface Beginning {
  readonly applicationId: string;
  readonly perpetratorId: string;
  readonly begunOn: LocalDate;
  /** The investigation from which it comes; null when it comes from none here. */
  readonly caseId: string | null;
}

export type CannotBegin = 'already-begun' | 'already-filed';

/** Begins to prepare an application. The force of whoever begins it is the one that applies. */
export function beginApplication(state: ApplicationState, beginning: Beginning, { userId, role, force }: Writer): DraftFact[] {
  if (state.is !== 'not-filed') throw refuse<CannotBegin>('already-filed');
  if (state.draft !== null) throw refuse<CannotBegin>('already-begun');
  return [{ type: 'ApplicationBegun', data: { ...beginning, force, by: { userId, role } } }];
}
