import { addDays, dayOfWeek, formatDate, formatPeriod, type LocalDate } from '#calendar';
import { checkedAs, kindRule, latestEnd, type MadeOrder, type Obligation, obligationsOf, occasionsBetween, type OrderState } from '#orders';
import type { Task } from './task.js';

/** So long a missed one stands by itself; days. Then it stands with all earlier ones of its requirement until they are accounted for. */
const AFTER = 14;
/** So long after the end of the order somebody is still asked of what was not accounted for. Ours; days. */
const AFTER_THE_ORDER = 28;
/** So soon after the wording began its days are to be entered. Ours; days. */
const TO_ENTER = 1;
/** Occasions that come round are laid out for so many days ahead at least, wherever today is; days. */
const AHEAD = 42;
/** So long what was laid out is enough: then it is laid out again, long before the last of it is due. Days. */
export const LAID_OUT_FOR = 14;

/**
 * Requirements with days: looked at on the day, and until somebody recorded whether it was met. Of one that comes round each occasion is a task:
 * those of the last two weeks and of the weeks from `today` on; those before, back to the making of the order, are one task together. Where the
 * days are to be read from the words, that is a task.
 */
export function requirementTasks(order: MadeOrder, today: LocalDate): Task[] {
  return obligationsIn(order).flatMap((obligation) => {
    if (obligation.is === 'by-day') return [byDay(order, obligation)];
    if (obligation.is === 'on-days') return [...earlier(order, obligation, today), ...onDays(order, obligation, today)];
    return obligation.is === 'undated' && obligation.lacksDays ? [toEnter(order, obligation)] : [];
  });
}

/** What stands until it is done, and a while after the order ended. */
function lapsesAfter(order: MadeOrder): LocalDate | null {
  const end = latestEnd(order);
  const last = order.is === 'over' ? order.over.at.on : end.is === 'fixed' ? end.lastDay : null;
  return last === null ? null : addDays(last, AFTER_THE_ORDER);
}

/** Words that ask for something on days which nobody entered: without them a missed one is looked for by nobody. */
function toEnter(order: MadeOrder, { number, versionId, conditionId, code }: Extract<Obligation, { is: 'undated' }>): Task {
  const version = order.conditions.flatMap(({ versions }) => versions).find(({ plain }) => plain.versionId === versionId);
  const from = version?.from.on ?? order.made.on;
  const { about, force } = common(order, versionId);
  return {
    ...{ id: `enter-days:${order.orderId}:${conditionId}`, what: 'enter-days', force },
    about: { ...about, versionId },
    words: `Read the requirement of condition ${number} of the ${kindRule(order.kind).short} and enter its days by hand`,
    why:
      code === 'BESPOKE'
        ? 'Its days stand in its words alone, so nobody is told to check that it was met. Correct it to the kind that has such days: the words stay'
        : 'Its days are not recorded, so nobody is told to check that it was met',
    opens: from,
    dueBy: addDays(from, TO_ENTER),
    lapses: null,
    done: order.is === 'over' || (version?.until ?? null) !== null,
  };
}

/** The occasions that stand by themselves no more and of which nothing is recorded: one task, from the day on which the first of them is one. */
function earlier(order: MadeOrder, obligation: Extract<Obligation, { is: 'on-days' }>, today: LocalDate): Task[] {
  const { number, versionId } = obligation;
  const over = order.is === 'over' ? order.over.at.on : null;
  const open = occasionsBetween(obligation, obligation.first, today).filter(
    (day) => checkedAs(order, versionId, day) === null && (over === null || day < over),
  );
  const [first] = open;
  if (first === undefined) return [];
  const gone = open.filter((day) => addDays(day, AFTER) < today);
  const of = `requirement ${number} of the ${kindRule(order.kind).short}`;
  const { id: series, ...about } = common(order, versionId);
  const last = gone.at(-1) ?? first;
  return [
    {
      ...{ ...about, id: `${series}@earlier`, series },
      words:
        gone.length > 1
          ? `Account for ${gone.length} earlier occasions of ${of}, ${formatPeriod(first, last)}`
          : `Account for the earlier occasion of ${of} on ${formatDate(first)}`,
      why: 'The order: on set days. Nothing is recorded of them',
      opens: addDays(first, AFTER + 1),
      dueBy: first,
      lapses: lapsesAfter(order),
      done: false,
    },
  ];
}

/** Whether something goes on coming round after what is laid out of it today. */
export function comesRound(order: OrderState, today: LocalDate): boolean {
  if (order.is === 'unmade' || order.is === 'over') return false;
  const { to } = laidOutAbout(today);
  return obligationsIn(order).some(
    (one) => one.is === 'on-days' && occasionsBetween(one, addDays(to, 1), addDays(one.first > to ? one.first : to, 7)).length > 0,
  );
}

function obligationsIn(order: MadeOrder): readonly Obligation[] {
  return order.conditions.flatMap(({ versions }) => versions.flatMap((version) => obligationsOf(version, order)));
}

/** Whole weeks from Monday, as many occasions of one week go together, and one before the first that is still looked at. */
function laidOutAbout(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const monday = mondayOf(today);
  return { from: addDays(monday, -AFTER - 14), to: addDays(monday, AHEAD + 6) };
}

function byDay(order: MadeOrder, { day, number, versionId }: Extract<Obligation, { is: 'by-day' }>): Task {
  return {
    ...common(order, versionId),
    words: `Check that requirement ${number} of the ${kindRule(order.kind).short} was met`,
    why: `The order: by ${formatDate(day)}. Report it as a breach if it was missed`,
    opens: order.made.on,
    dueBy: day,
    lapses: lapsesAfter(order),
    done: checkedAs(order, versionId, day) !== null || (order.is === 'over' && order.over.at.on <= day),
  };
}

function onDays(order: MadeOrder, obligation: Extract<Obligation, { is: 'on-days' }>, today: LocalDate): Task[] {
  const { number, versionId, hours, first } = obligation;
  const { from, to } = laidOutAbout(today);
  const occasions = together(occasionsBetween(obligation, from, to), obligation.days.length > 2);
  const { id: series, ...of } = common(order, versionId);
  return occasions.map((days, nth): Task => {
    const before = occasions[nth - 1]?.at(-1);
    const [begins = first, due = first] = [days[0], days.at(-1)];
    return {
      ...{ ...of, id: `${series}@${begins}`, series },
      words: `Check that requirement ${number} of the ${kindRule(order.kind).short} was met on ${days.map((day) => formatDate(day)).join(', ')}${hours ? `, ${hours.from} to ${hours.to}` : ''}`,
      why: 'The order: on set days. Report it as a breach if one was missed',
      opens: before === undefined ? first : addDays(before, 1),
      dueBy: due,
      lapses: addDays(due, AFTER),
      done: days.every((day) => checkedAs(order, versionId, day) !== null) || (order.is === 'over' && order.over.at.on <= due),
    };
  });
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
