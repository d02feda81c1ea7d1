import type { BreachClockKind, VictimUpdateAbout } from '#breaches';
import { type Clock, clockAt, type Instant, type LocalDate, type StandingClock } from '#calendar';

export type TaskKind =
  | 'serve'
  | 'notify'
  | 'review-before-end'
  | 'ends-unrenewed'
  | 'interim-ends'
  | 'condition-ends'
  | 'record-nationally'
  | 'update-national-record'
  | 'clear-national-record'
  | BreachClockKind
  | 'tell-of-order'
  | 'application-waits'
  | 'appeal-waits'
  | 'appeal-refusal'
  | 'appeal-words'
  | 'tell-court'
  | 'hearing'
  | 'direction'
  | 'draft-application'
  | 'authorise-application'
  | 'file-application'
  | 'hearsay'
  | 'serve-hearsay'
  | 'tell-for-child'
  | 'review-at-18'
  | 'court-by-age'
  | 'proposal'
  | 'approve-proposal'
  | 'follow-move'
  | 'answer-handover'
  | 'requirement'
  | 'enter-days'
  | 'consider-spo'
  | 'support-referral'
  | 'charge-case';

/** What the task is about; the page links to the first there is of breach, order and person. */
export interface About {
  readonly perpetratorId: string;
  readonly orderId?: string;
  /** What waits to be served: `order`, or the id of a variation. */
  readonly document?: string;
  readonly breachId?: string;
  readonly applicationId?: string;
  readonly appealId?: string;
  readonly flagId?: string;
  readonly caseId?: string;
  readonly hearingId?: string;
  /** Of what a court told the police to do. */
  readonly directionId?: string;
  readonly proposalId?: string;
  readonly protectedPersonId?: string;
  /** Of the incident, to be told to the protected person. */
  readonly development?: VictimUpdateAbout;
  /** Of the order's news. */
  readonly newsId?: string;
  /** Of the wording whose days are to be entered. */
  readonly versionId?: string;
  /** The force on whose record it rests, by CJS code, where another is to do it. */
  readonly keptBy?: string;
}

/**
 * One thing to be done, as the facts set it: the same whatever day it is read on, so that it can be stored with its dates. `dueOn` says
 * how it stands at a moment. `dueAt` of a hearing is when it begins.
 */
export interface Task extends Clock {
  /** The same for the same task for ever. */
  readonly id: string;
  /** The same for every occasion of what comes round: whoever is asked to look at one looks at each. Absent where there is one. */
  readonly series?: string;
  readonly what: TaskKind;
  /** Where the clock comes from. */
  readonly why: string;
  readonly about: About;
  /** CJS code of the force whose task it is. */
  readonly force: string;
  /** Who must act before we can; absent where it is for us. */
  readonly waitsFor?: string;
  /** The day in court it is for; absent where there is none. */
  readonly courtOn?: LocalDate;
}

/** A task as it stands at a moment. */
export type Due = StandingClock<Task>;

/** How the task stands at `now`; null when it has lapsed undone, because what it was about has ended. */
export function dueOn(task: Task, now: Instant): Due | null {
  return clockAt(task, now);
}
