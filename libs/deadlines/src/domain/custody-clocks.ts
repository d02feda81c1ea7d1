import { addDays, formatDateTime, type Instant, londonDate } from '#calendar';
import { type BreachState, isInCustody, maintained, type Step as BreachStep } from '#breaches';
import type { MadeOrder, OrderKind } from '#orders';
import { clockEnd, sourceOf } from './rules/clock-end.js';
import type { ClockKey } from './rules/clock-rules.js';
import type { Step, Task } from './task.js';

/** Orders whose breach is no crime: the arrested are brought to a court, not charged. */
const civil: readonly OrderKind[] = ['dapn', 'dvpn', 'dvpo'];

/** While he is held, or on bail before a charge: until when. */
export function custodyTasks(breach: BreachState, orders: readonly MadeOrder[]): Task[] {
  const arrest = breach.steps.findLast(({ is }) => is === 'arrest');
  const alleged = new Set(maintained(breach).map(({ orderId }) => orderId));
  const kinds = orders.filter(({ orderId }) => alleged.has(orderId)).map(({ kind }) => kind);
  const isCivil = (kind: OrderKind): boolean => civil.includes(kind);
  // Arrested for a crime as well, he is held under both clocks.
  const isForCrime = kinds.length === 0 || !kinds.every(isCivil);
  return [
    ...(arrest?.is === 'arrest' && kinds.some(isCivil) ? [broughtToCourt(breach, arrest.at)] : []),
    ...(arrest?.is === 'arrest' && isForCrime ? [detained(breach, arrest.at)] : []),
    ...onBail(breach),
  ];
}

function broughtToCourt(breach: BreachState, arrestedAt: Instant): Task {
  const on = londonDate(arrestedAt);
  const { dueBy, dueAt } = clockEnd('notice-to-court', { on, at: arrestedAt });
  return {
    ...of(breach, 'bring-to-court', arrestedAt),
    words: `Bring the arrested person to court by ${formatDateTime(dueAt ?? arrestedAt)}`,
    why: `${sourceOf('notice-to-court', on)}: 24 hours from the arrest, without Sundays, Christmas Day, Good Friday and bank holidays`,
    opens: on,
    dueBy,
    ...(dueAt === null ? {} : { dueAt }),
    lapses: null,
    done: !isInCustody(breach) || breach.steps.some(({ is }) => is === 'court-outcome'),
  };
}

/** PACE 1984 ss.41 to 44. Whether detention was extended is for the custody record: each limit is shown when the one before has passed. */
function detained(breach: BreachState, arrestedAt: Instant): Task {
  const on = londonDate(arrestedAt);
  const ends = limits(['detention-24', 'detention-36', 'detention-96'], arrestedAt);
  const hours = ['24 hours', '36 hours, if a superintendent extended it', '96 hours, the most with warrants of a court'];
  return {
    ...of(breach, 'custody', arrestedAt),
    ...staged(ends, (nth, end) => {
      const before = ends[nth - 1];
      const passed = before
        ? `The limit passed on ${formatDateTime(before.at)}: release now unless it was extended. Otherwise charge`
        : 'Charge';
      return `${passed} or release by ${formatDateTime(end.at)}: ${hours[nth]}`;
    }),
    why: `${sourceOf('detention-24', on)}. Counted from the arrest; the custody record has the relevant time`,
    opens: on,
    lapses: null,
    done:
      !isInCustody(breach) || breach.steps.some(({ is }) => is === 'no-further-action' || is === 'out-of-court' || is === 'court-outcome'),
  };
}

function onBail(breach: BreachState): Task[] {
  const release = breach.steps.findLast((step): step is Extract<BreachStep, { is: 'release' }> => step.is === 'release');
  if (!release || (release.how !== 'bail' && release.how !== 'bail-with-conditions')) return [];
  const on = londonDate(release.at);
  const later = breach.steps.slice(breach.steps.indexOf(release) + 1);
  const months = ['3 months', '6 months, if it was extended', '9 months, if it was extended again'];
  return [
    {
      ...of(breach, 'bail', release.at),
      ...staged(limits(['bail-3', 'bail-6', 'bail-9'], release.at), (nth, end) =>
        nth === 0
          ? `Decide on a charge before bail ends: ${months[nth]}`
          : `Bail has ended unless it was extended: say so, or decide on a charge by ${formatDateTime(end.at)} (${months[nth]})`,
      ),
      why: `${sourceOf('bail-3', on)}: bail before a charge`,
      opens: on,
      lapses: null,
      done: later.some(({ is }) => is !== 'interview'),
    },
  ];
}

interface Limit {
  readonly by: string;
  readonly at: Instant;
}

function limits(keys: readonly ClockKey[], start: Instant): readonly Limit[] {
  return keys.map((key) => {
    const { dueBy, dueAt } = clockEnd(key, { on: londonDate(start), at: start });
    return { by: dueBy, at: dueAt ?? start };
  });
}

/** One limit after the other: each from the day after the one before. */
function staged(ends: readonly Limit[], words: (nth: number, end: Limit) => string): Pick<Task, 'words' | 'dueBy' | 'steps'> {
  const steps = ends.map((end, nth): Step => {
    const before = ends[nth - 1];
    return { from: before === undefined ? '0001-01-01' : addDays(before.by, 1), by: end.by, words: words(nth, end), urgent: true };
  });
  return { words: steps[0]?.words ?? '', dueBy: ends.at(-1)?.by ?? null, steps };
}

function of(
  { breachId, perpetratorId, force }: BreachState,
  what: Task['what'],
  at: Instant,
): Pick<Task, 'id' | 'what' | 'about' | 'force'> {
  return { id: `${what}:${breachId}:${at}`, what, about: { perpetratorId, breachId }, force };
}
