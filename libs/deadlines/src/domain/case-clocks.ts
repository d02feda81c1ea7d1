import { addDays, formatDate, type LocalDate } from '#calendar';
import type { CaseState, OpenedCase } from '#cases';
import { clockEnd, sourceOf } from './rules/clock-end.js';
import { summaryOnlyOffences } from './rules/clock-rules.js';
import type { Task } from './task.js';

/** Everything to be done about one investigation: whether an order is considered, the victim's support, the time limit for a charge. */
export function caseTasks(investigation: CaseState): Task[] {
  if (investigation.is === 'none') return [];
  return [...considerTasks(investigation), ...supportTasks(investigation), ...chargeTasks(investigation)];
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

function supportTasks(investigation: OpenedCase): Task[] {
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
      lapses: addDays(dueBy, 28),
      done: references.some(({ kind }) => kind === 'referral') || outcomes.length > 0,
    }),
  ];
}

/** Counted from the last act that stands, if an offence is recorded that only a magistrates' court tries. */
function chargeTasks(investigation: OpenedCase): Task[] {
  const { classifications, incidents, outcomes, openedOn } = investigation;
  const isLimited = classifications.some(({ cancelled, offenceCode }) => cancelled === null && summaryOnlyOffences.includes(offenceCode));
  const last = incidents
    .filter(({ inError }) => inError === null)
    .map(({ occurred }): LocalDate => occurred.until)
    .sort()
    .at(-1);
  if (!isLimited || last === undefined) return [];
  const { dueBy } = clockEnd('charge-summary-only', { on: last });
  return [
    task(investigation, 'charge-case', '', {
      words: `Charge by ${formatDate(dueBy)}, or the offence cannot be tried`,
      why: `${sourceOf('charge-summary-only', last)}: 6 months from the last act, on ${formatDate(last)}`,
      opens: openedOn,
      dueBy,
      // Once it is too late to charge, a month is left to record what became of it.
      lapses: addDays(dueBy, 28),
      done: outcomes.length > 0,
    }),
  ];
}
