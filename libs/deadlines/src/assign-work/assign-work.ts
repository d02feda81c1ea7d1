import { personal, refuse } from '#event-sourcing';
import type { OfTask, WorkFact, WorkState } from '../domain/assigned.js';

export interface AssignDetails {
  /** A user's id; null: back to the team. */
  readonly to: string | null;
  readonly note: string | null;
}

export type CannotAssign = 'not-on-the-list' | 'not-a-colleague' | 'may-not-open-record';

/**
 * Somebody of the force takes the task on, or it goes back to the team. The same again changes nothing. `readers`: those of the colleagues
 * who may open the record of the person it is about. Refuses with `not-a-colleague` and `may-not-open-record`.
 */
export function assignWork(
  state: WorkState,
  of: OfTask,
  { to, note }: AssignDetails,
  colleagues: readonly string[],
  readers: readonly string[],
): WorkFact[] {
  if (to !== null && !colleagues.includes(to)) throw refuse<CannotAssign>('not-a-colleague');
  if (to !== null && !readers.includes(to)) throw refuse<CannotAssign>('may-not-open-record');
  const owner = state.is === 'assigned' ? state.owner : null;
  if (owner === to) return [];
  const why = note?.trim() ? { note: personal([of.perpetratorId], note.trim()) } : {};
  const { taskId, perpetratorId, force, keptBy } = of;
  const task = { taskId, perpetratorId, force, ...(keptBy === undefined ? {} : { keptBy }) };
  if (state.is === 'unassigned' && to !== null) return [{ type: 'WorkAssigned', data: { ...task, to }, personal: why }];
  return [{ type: 'WorkReassigned', data: { ...task, from: owner, to }, personal: why }];
}
