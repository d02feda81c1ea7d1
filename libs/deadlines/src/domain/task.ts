import { daysBetween, type Instant, type LocalDate } from '#calendar';

export type TaskKind =
  | 'serve'
  | 'notify'
  | 'review-before-end'
  | 'interim-ends'
  | 'record-nationally'
  | 'update-national-record'
  | 'clear-national-record'
  | 'tell-victim'
  | 'tell-victim-next'
  | 'tell-of-order'
  | 'show-awareness'
  | 'review-flag'
  | 'charge'
  | 'custody'
  | 'bring-to-court'
  | 'bail'
  | 'application-waits'
  | 'appeal-waits'
  | 'hearing'
  | 'direction'
  | 'draft-application'
  | 'authorise-application'
  | 'file-application'
  | 'hearsay'
  | 'proposal'
  | 'follow-move'
  | 'requirement'
  | 'consider-spo'
  | 'support-referral'
  | 'charge-case';

/** What the task is about; the page links to the first there is of breach, order and person. */
export interface About {
  readonly perpetratorId: string;
  readonly orderId?: string;
  readonly breachId?: string;
  readonly applicationId?: string;
  readonly appealId?: string;
  readonly flagId?: string;
  readonly caseId?: string;
  readonly hearingId?: string;
  readonly proposalId?: string;
  readonly protectedPersonId?: string;
  /** Of the order's news. */
  readonly newsId?: string;
}

/**
 * One thing to be done, as the facts set it: the same whatever day it is read on, so that it can be stored with its dates. `dueOn` says
 * how it stands on a day.
 */
export interface Task {
  /** The same for the same task for ever. */
  readonly id: string;
  readonly what: TaskKind;
  /** What to do, as a sentence without names. */
  readonly words: string;
  /** Where the clock comes from. */
  readonly why: string;
  readonly about: About;
  /** CJS code of the force whose task it is. */
  readonly force: string;
  /** The first day on which it can be done or counts; null while its clock waits for something that has no day yet. */
  readonly opens: LocalDate | null;
  /** In time until the end of this day, London; null while the clock waits. */
  readonly dueBy: LocalDate | null;
  /** After this day nobody needs it any more; null when it stays. */
  readonly lapses: LocalDate | null;
  readonly done: boolean;
  /** The moment at which a clock of hours ends; absent where the day is all there is. */
  readonly dueAt?: Instant;
  /** Who must act before we can; absent where it is for us. */
  readonly waitsFor?: string;
  /** The day in court it is for; absent where there is none. */
  readonly courtOn?: LocalDate;
  /** How what is to be done changes as the days go by, the first one first. */
  readonly steps?: readonly Step[];
}

export interface Step {
  /** From this day to the day before the next step. */
  readonly from: LocalDate;
  /** The day by which this step is due; that of the task when absent. */
  readonly by?: LocalDate;
  readonly words: string;
  readonly urgent: boolean;
}

export type DueState = 'waiting' | 'due' | 'overdue' | 'done';

/** A task as it stands on a day. */
export interface Due extends Omit<Task, 'opens' | 'lapses' | 'done' | 'steps'> {
  readonly state: DueState;
  /** Whole days until the end of `dueBy`: 0 on that day, negative once it has passed; null while the clock waits. */
  readonly daysLeft: number | null;
  readonly urgent: boolean;
}

/** How the task stands on `today` (London); null when it has lapsed undone, because what it was about has ended. */
export function dueOn(task: Task, today: LocalDate): Due | null {
  const { opens, lapses, done, steps = [], ...rest } = task;
  if (!done && lapses !== null && today > lapses) return null;
  const step = steps.findLast(({ from }) => from <= today) ?? steps[0];
  const dueBy = step?.by ?? rest.dueBy;
  const daysLeft = dueBy === null ? null : daysBetween(today, dueBy);
  const state = done ? 'done' : opens === null || daysLeft === null || today < opens ? 'waiting' : daysLeft < 0 ? 'overdue' : 'due';
  const isOpen = state === 'due' || state === 'overdue';
  return {
    ...rest,
    dueBy,
    words: step?.words ?? rest.words,
    state,
    daysLeft,
    urgent: isOpen && (state === 'overdue' || (step?.urgent ?? false)),
  };
}
