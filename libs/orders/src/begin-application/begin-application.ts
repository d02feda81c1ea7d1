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

/** What there is already: how many applications are prepared or wait for a court, and whether another is to be begun all the same. */
export interface Beside {
  readonly others: number;
  readonly asWell: boolean;
}

export type CannotBegin = 'already-begun' | 'already-filed' | 'others-live';

/**
 * Begins to prepare an application. The force of whoever begins it is the one that applies. Where there is one already, it is begun only
 * when somebody says so.
 */
export function beginApplication(
  state: ApplicationState,
  beginning: Beginning,
  { userId, role, force }: Writer,
  beside: Beside = { others: 0, asWell: false },
): DraftFact[] {
  if (state.is !== 'not-filed') throw refuse<CannotBegin>('already-filed');
  if (state.draft !== null) throw refuse<CannotBegin>('already-begun');
  if (beside.others > 0 && !beside.asWell) throw refuse<CannotBegin>('others-live');
  return [{ type: 'ApplicationBegun', data: { ...beginning, force, by: { userId, role } } }];
}
