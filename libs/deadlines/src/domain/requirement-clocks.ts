import { addDays, dayOfWeek, formatDate, type LocalDate } from '#calendar';
import { kindRule, type MadeOrder, type Obligation, obligationsOf, occasionsBetween } from '#orders';
import type { Task } from './task.js';

/** So long a missed one is looked at: then it is reported as a breach, or not. Days. */
const AFTER = 14;
/** Of a requirement that comes round without an end, so many days are laid out; then somebody is asked to look at it. */
const AHEAD = 5 * 366;

/**
 * Requirements with days: looked at on the day, and for two weeks after, when a missed one is reported as a breach. One that comes round is
 * one task that goes from each occasion to the next.
 */
export function requirementTasks(order: MadeOrder): Task[] {
  const obligations = order.conditions.flatMap(({ versions }) => versions.flatMap((version) => obligationsOf(version, order)));
  return obligations.flatMap((obligation) => {
    if (obligation.is === 'by-day') return [byDay(order, obligation)];
    return obligation.is === 'on-days' ? onDays(order, obligation) : [];
  });
}

function byDay(order: MadeOrder, { day, number, versionId }: Extract<Obligation, { is: 'by-day' }>): Task {
  return {
    ...common(order, versionId),
    words: `Check that requirement ${number} of the ${kindRule(order.kind).short} was met`,
    why: `The order: by ${formatDate(day)}. Report it as a breach if it was missed`,
    opens: order.made.on,
    dueBy: day,
    lapses: addDays(day, AFTER),
    done: order.is === 'over' && order.over.at.on <= day,
  };
}

function onDays(order: MadeOrder, obligation: Extract<Obligation, { is: 'on-days' }>): Task[] {
  const { number, versionId, hours, first } = obligation;
  const until = addDays(first, AHEAD);
  const occasions = together(occasionsBetween(obligation, first, until), obligation.days.length > 2);
  const requirement = `requirement ${number} of the ${kindRule(order.kind).short}`;
  const steps = occasions.map((days, nth) => ({
    from: nth === 0 ? first : addDays(occasions[nth - 1]?.at(-1) ?? first, 1),
    by: days.at(-1) ?? first,
    words: `Check that ${requirement} was met on ${days.map((day) => formatDate(day)).join(', ')}${hours ? `, ${hours.from} to ${hours.to}` : ''}`,
    urgent: false,
  }));
  const last = steps.at(-1);
  if (!last) return [];
  const [next] = occasionsBetween(obligation, addDays(last.by, 1), addDays(until, 8));
  const goesOn = next
    ? [{ from: addDays(last.by, 1), by: next, words: `Check ${requirement}: it goes on without an end`, urgent: false }]
    : [];
  return [
    {
      ...common(order, versionId),
      words: steps[0]?.words ?? '',
      why: 'The order: on set days. Report it as a breach if one was missed',
      opens: first,
      dueBy: steps[0]?.by ?? null,
      lapses: next ? null : addDays(last.by, AFTER),
      done: order.is === 'over',
      steps: [...steps, ...goesOn],
    },
  ];
}

/** Each occasion by itself; those of one week (from Monday) together where there are many in it. */
function together(occasions: readonly LocalDate[], byWeek: boolean): readonly (readonly LocalDate[])[] {
  if (!byWeek) return occasions.map((day) => [day]);
  const weeks: LocalDate[][] = [];
  for (const day of occasions) {
    const week = weeks.at(-1);
    if (week && isSameWeek(week[0] ?? day, day)) week.push(day);
    else weeks.push([day]);
  }
  return weeks;
}

function isSameWeek(one: LocalDate, other: LocalDate): boolean {
  return mondayOf(one) === mondayOf(other);
}

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - dayOfWeek(day));
}

function common({ orderId, perpetratorId, force }: MadeOrder, versionId: string) {
  return {
    id: `requirement:${orderId}:${versionId}`,
    what: 'requirement',
    about: { perpetratorId, orderId },
    force,
    waitsFor: 'The respondent',
  } as const satisfies Partial<Task>;
}
