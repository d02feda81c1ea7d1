import { formatDate, londonDate } from '#calendar';
import {
  awarenessStillToShow,
  type BreachState,
  isConcluded,
  isOpen,
  isUntold,
  maintained,
  reportUpdates,
  type VictimRules,
  type VictimUpdateAbout,
  victimUpdates,
} from '#breaches';
import type { MadeOrder } from '#orders';
import type { Situation } from './clocks.js';
import { custodyTasks } from './custody-clocks.js';
import { clockEnd, sourceOf } from './rules/clock-end.js';
import { proclaimedHolidays, summaryOnlyOffences } from './rules/clock-rules.js';
import type { Task } from './task.js';

/** Everything to be done about one incident: telling the victim, what shows that he knew, reviews, and the time limit for a charge. */
export function breachTasks(breach: BreachState, orders: readonly MadeOrder[], rights: Situation['rights'] = {}): Task[] {
  const rules = { rightsOf: (id: string) => rights[id] ?? 'enhanced', holidays: proclaimedHolidays };
  return [
    ...reportTasks(breach, rules),
    ...victimTasks(breach, rules),
    ...awarenessTasks(breach, orders),
    ...flagTasks(breach),
    ...chargeTasks(breach),
    ...custodyTasks(breach, orders),
  ];
}

function task(
  breach: BreachState,
  what: Task['what'],
  of: string,
  rest: Omit<Task, 'id' | 'what' | 'about' | 'force'> & Partial<Pick<Task, 'about'>>,
): Task {
  const { breachId, perpetratorId, force } = breach;
  return { id: `${what}:${breachId}${of && `:${of}`}`, what, about: { perpetratorId, breachId }, force, ...rest };
}

const developments: Readonly<Record<VictimUpdateAbout, string>> = {
  'report-decision': 'the decision on the report',
  arrest: 'the arrest',
  interview: 'the interview',
  release: 'the release',
  charge: 'the charge',
  'no-further-action': 'the decision to take no further action',
  'out-of-court': 'the disposal out of court',
  'court-outcome': 'the outcome in court',
  'order-change': 'the change of the order',
};

/** A rule of ours: the Code's clocks run from a decision, and nobody is to hear nothing until there is one. */
function reportTasks(breach: BreachState, rules: VictimRules): Task[] {
  return reportUpdates(breach, rules).map(({ protectedPersonId, since, due, ...decided }) =>
    task(breach, 'tell-victim-next', protectedPersonId, {
      words: 'Tell the victim what happens next',
      why: `Our rule, from the report on ${formatDate(londonDate(since))}: the Victims' Code (Right 6) counts from the decision, and none is recorded`,
      opens: londonDate(since),
      dueBy: due,
      lapses: null,
      done: !isUntold(decided),
    }),
  );
}

/** Victims' Code, Right 6: from the police step or the receipt of the outcome, never from the day of the breach. */
function victimTasks(breach: BreachState, rules: VictimRules): Task[] {
  return victimUpdates(breach, rules).map(({ protectedPersonId, about, since, due, ...decided }) =>
    task(breach, 'tell-victim', `${about}:${since}:${protectedPersonId}`, {
      words: `Tell the victim of ${developments[about]}`,
      why: `Victims' Code, Right 6: since ${formatDate(londonDate(since))}`,
      opens: londonDate(since),
      dueBy: due,
      lapses: null,
      done: !isUntold(decided),
    }),
  );
}

/** Reported before anything showed that he knew of an order alleged against: kept open until something does, or the incident is decided. */
function awarenessTasks(breach: BreachState, orders: readonly MadeOrder[]): Task[] {
  if (!breach.awarenessToShow || maintained(breach).length === 0) return [];
  const reported = londonDate(breach.reportedAt);
  return [
    task(breach, 'show-awareness', '', {
      words: 'Find what shows that the order was known of when it happened',
      why: 'In force and not served: service is no precondition of a breach, knowing of the order is (DPP v Stephenson [2025] EWHC 950)',
      opens: reported,
      dueBy: clockEnd('show-awareness', { on: reported }).dueBy,
      lapses: null,
      done: !awarenessStillToShow(breach, orders) || breach.evidence.some(({ kind }) => kind === 'service-proof') || !isOpen(breach),
    }),
  ];
}

const changes: Readonly<Record<BreachState['flags'][number]['because'], string>> = {
  'order-quashed': 'The order was set aside',
  'wording-corrected': 'The wording of a condition was corrected',
  'earlier-variation': 'A variation from before the incident was recorded',
  'earlier-end': 'An end from before the incident was recorded',
  'order-corrected': 'The order was corrected',
  'wording-uncertain': 'The order changed on that day at an hour nobody recorded, so the wording alleged was chosen',
};

/** Something under the report changed: a person looks, the report itself is never rewritten. */
function flagTasks(breach: BreachState): Task[] {
  return breach.flags.map(({ flagId, because, at, review }) => {
    const raised = londonDate(at);
    const isCharged = breach.steps.some(({ is }) => is === 'charge');
    return task(breach, 'review-flag', flagId, {
      words: isCharged ? 'Review the breach and tell the prosecutor what changed' : 'Review the breach in the light of what changed',
      why: `${changes[because]}. What was recorded as in force then stays so`,
      opens: raised,
      dueBy: clockEnd('review-flag', { on: raised }).dueBy,
      lapses: null,
      done: review !== null,
      about: { perpetratorId: breach.perpetratorId, breachId: breach.breachId, flagId },
    });
  });
}

/** An offence that only a magistrates' court tries is charged within months of the act. The last day is the day before the corresponding one. */
function chargeTasks(breach: BreachState): Task[] {
  const codes = new Set(maintained(breach).flatMap(({ offenceCode }) => offenceCode ?? []));
  const limited = summaryOnlyOffences.filter((code) => codes.has(code));
  if (limited.length === 0) return [];
  // Where the day is not known for sure, the first on which it may have happened gives the safe last day.
  const { dueBy } = clockEnd('charge-summary-only', { on: breach.occurred.on });
  return [
    task(breach, 'charge', limited.join('+'), {
      words: `Charge by ${formatDate(dueBy)}, or the offence cannot be tried`,
      why: `${sourceOf('charge-summary-only', breach.occurred.on)}: 6 months from the last act`,
      opens: londonDate(breach.reportedAt),
      dueBy,
      lapses: null,
      done: isConcluded(breach) || breach.steps.some(({ is }) => is === 'charge' || is === 'out-of-court' || is === 'no-further-action'),
    }),
  ];
}
