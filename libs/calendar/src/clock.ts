import { daysBetween, type LocalDate } from './days.js';
import { type Instant, londonDate } from './london.js';

/** Something to be done in time, as facts set it: the same whatever day it is read on. `clockAt` says how it stands at a moment. */
export interface Clock {
  /** What to do, as a sentence without names. */
  readonly words: string;
  /** The first day on which it can be done or counts; null while it waits for something that has no day yet. */
  readonly opens: LocalDate | null;
  /** In time until the end of this day, London; null while the clock waits. */
  readonly dueBy: LocalDate | null;
  /** The moment at which a clock of hours ends; absent where the day is all there is. */
  readonly dueAt?: Instant;
  /** After this day nobody needs it any more; null when it stays. */
  readonly lapses: LocalDate | null;
  readonly done: boolean;
  /** How what is to be done changes as the days go by, the first one first. */
  readonly steps?: readonly ClockStep[];
}

export interface ClockStep {
  /** From this day to the day before the next step. */
  readonly from: LocalDate;
  /** On that day only after this moment; absent where the whole day counts. */
  readonly after?: Instant;
  /** The day by which this step is due; that of the clock when absent. */
  readonly by?: LocalDate;
  /** The moment by which it is due; absent where the day is all there is. */
  readonly at?: Instant;
  readonly words: string;
  readonly urgent: boolean;
}

export type ClockState = 'waiting' | 'due' | 'overdue' | 'done';

/** A clock as it stands at a moment. */
export type StandingClock<C extends Clock> = Omit<C, 'opens' | 'lapses' | 'done' | 'steps'> & {
  readonly state: ClockState;
  /** Whole days until the end of `dueBy`: 0 on that day, negative once it has passed; null while the clock waits. */
  readonly daysLeft: number | null;
  readonly urgent: boolean;
};

/** How the clock stands at `now`; null when it has lapsed undone, because what it was about has ended. */
export function clockAt<C extends Clock>(clock: C, now: Instant): StandingClock<C> | null {
  const { opens, lapses, done, steps = [], ...rest } = clock;
  const today = londonDate(now);
  if (!done && lapses !== null && today > lapses) return null;
  const step = steps.findLast(({ from, after }) => from <= today && (after === undefined || now > after)) ?? steps[0];
  const dueBy = step?.by ?? clock.dueBy;
  const daysLeft = dueBy === null ? null : daysBetween(today, dueBy);
  const isOver = daysLeft !== null && (daysLeft < 0 || isPast(step === undefined ? clock.dueAt : step.at, now));
  const state = done ? 'done' : opens === null || daysLeft === null || today < opens ? 'waiting' : isOver ? 'overdue' : 'due';
  const isOpen = state === 'due' || state === 'overdue';
  return {
    ...rest,
    ...(step?.at === undefined ? {} : { dueAt: step.at }),
    dueBy,
    words: step?.words ?? clock.words,
    state,
    daysLeft,
    urgent: isOpen && (state === 'overdue' || (step?.urgent ?? false)),
  };
}

function isPast(moment: Instant | undefined, now: Instant): boolean {
  return moment !== undefined && now > moment;
}
