import type { Instant } from '#calendar';
import type { Fact, Personal, StreamType } from '#event-sourcing';

// The names in quotes are the stored format: they never change.

export interface OfTask {
  /** The task, by the id of its stream. */
  taskId: string;
  perpetratorId: string;
  /** The force whose task it is, by CJS code. */
  force: string;
  /** The force on whose record it rests, where that is another. */
  keptBy?: string;
}

/** Every fact of who does one task. Stream `work-<id>`; user ids, never names. */
export type WorkFact =
  | Fact<'WorkAssigned', OfTask & { to: string }, { note?: Personal<string> }>
  /** `to` null: given back to the team. */
  | Fact<'WorkReassigned', OfTask & { from: string | null; to: string | null }, { note?: Personal<string> }>;

export interface Assignment {
  readonly at: Instant;
  /** Who assigned it. */
  readonly by: string;
  readonly to: string | null;
  readonly note: Personal<string> | null;
}

/** Who does a task; `unassigned` before anybody was asked to. */
export type WorkState = { readonly is: 'unassigned' } | { readonly is: 'assigned'; readonly owner: string | null };

/** Who does one task. */
export const work: StreamType<WorkState, WorkFact> = {
  category: 'work',
  initial: { is: 'unassigned' },
  evolve: (_, { data }) => ({ is: 'assigned', owner: data.to }),
};
