import { chargeLimit, summaryOnlyOffences } from '#breaches';
import { addDays, formatDate, type LocalDate } from '#calendar';
import type { CaseState, OpenedCase } from '#cases';
import { clockEnd, sourceOf } from './rules/clock-end.js';
import { knownFrom } from './received.js';
import type { Task } from './task.js';

/**
 * Everything to be done about one investigation: whether an order is considered, the victim's support, the time limit for a charge. `noted`:
 * the London day on which it was recorded that it was opened, by its id.
 */
export function caseTasks(investigation: CaseState, noted: Readonly<Record<string, LocalDate>> = {}): Task[] {
  if (investigation.is === 'none') return [];
  return [...considerTasks(investigation), ...supportTasks(investigation, noted[investigation.caseId]), ...chargeTasks(investigation)];
}

function task(
  { caseId, perpetratorId, force }: OpenedCase,
  what: Task['what'],
  of: string,
  rest: Omit<Task, 'id' | 'what' | 'about' | 'force'>,
): Task {
  return { id: `${what}:${caseId}${of && `:${of}`}`, what, about: { perpetratorId, caseId }, force, ...rest };
}

/** At the start of every stalking investigation, and again on the day that was set when it was put off. */
function considerTasks(investigation: OpenedCase): Task[] {
  const { openedOn, considerations, outcomes } = investigation;
  const last = considerations.at(-1);
  const again = last?.decision === 'deferred' ? last.lookAgainOn : null;
  const common = { lapses: null, done: false } as const;
  if (!last) {
    return [
      task(investigation, 'consider-spo', '', {
        ...common,
        words: 'Consider a stalking protection order, and record why if none is sought',
        why: `Investigation opened ${formatDate(openedOn)}: considered at the start of every one`,
        opens: openedOn,
        dueBy: clockEnd('consider-spo', { on: openedOn }).dueBy,
        done: outcomes.some(({ outcome }) => outcome === 'application'),
      }),
    ];
  }
  if (again === null) return [];
  return [
    task(investigation, 'consider-spo', last.considerationId, {
      ...common,
      words: 'Look again whether a stalking protection order is sought',
      why: `Put off on ${formatDate(last.on)} to ${formatDate(again)}`,
      opens: last.on,
      dueBy: again,
      done: outcomes.some(({ outcome }) => outcome === 'application'),
    }),
  ];
}

function supportTasks(investigation: OpenedCase, recorded: LocalDate | undefined): Task[] {
  const { openedOn, references, protectedPersonIds, outcomes } = investigation;
  if (protectedPersonIds.length === 0) return [];
  const { dueBy } = clockEnd('support-referral', { on: openedOn });
  return [
    task(investigation, 'support-referral', '', {
      words: 'Refer the victim to support, and record the referral',
      why: `${sourceOf('support-referral', openedOn)}: from the report`,
      opens: openedOn,
      dueBy,
      // A referral that nobody recorded for so long was made, or is of no more use; the list is for what can still be done.
      lapses: addDays(knownFrom(dueBy, recorded), 28),
      done: references.some(({ kind }) => kind === 'referral') || outcomes.length > 0,
    }),
  ];
}

/**
 * Counted from the last act that stands, if an offence is recorded that only a magistrates' court tries (MCA 1980 s.127: six months from
 * when the offence was committed; a course of conduct, from its last act). Where days are not known for sure, from the earliest on which
 * the last act may have been: the limit that is shown may be early, never late.
 */
function chargeTasks(investigation: OpenedCase): Task[] {
  const { classifications, incidents, outcomes, openedOn } = investigation;
  const isLimited = classifications.some(({ cancelled, offenceCode }) => cancelled === null && summaryOnlyOffences.includes(offenceCode));
  const acts = incidents.filter(({ inError }) => inError === null).map(({ occurred }) => occurred);
  if (!isLimited || acts.length === 0) return [];
  const last = (days: readonly LocalDate[]): LocalDate => days.reduce((a, b) => (a > b ? a : b));
  const latest = last(acts.map(({ until }) => until));
  return [
    task(investigation, 'charge-case', '', {
      ...chargeLimit(last(acts.map(({ on }) => on)), latest),
      opens: openedOn,
      // Once it is too late to charge, a month is left to record what became of it.
      lapses: addDays(clockEnd('charge-summary-only', { on: latest }).dueBy, 28),
      done: outcomes.length > 0,
    }),
  ];
}
