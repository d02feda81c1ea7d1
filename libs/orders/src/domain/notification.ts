import { calendarDaysFirstDayCounts, formatDate, type LocalDate } from '#calendar';
import type { NotificationAbout } from './events.js';
import { isOrderInError } from './in-error.js';
import { kindRule } from './kinds/index.js';
import { firstServiceOf } from './knowledge.js';
import { latestEnd, type MadeOrder, type Notification, type OrderState } from './order.js';
import { reaches } from './moments.js';

/** A duty to notify the police of name and home address, or of a change (SPA 2019 s.9), and how it stands on a day. */
export interface NotificationDuty {
  readonly about: NotificationAbout;
  /** The change it is about; null for the first notification. */
  readonly changeId: string | null;
  /** Day 1 of the days: of service, of the change, or the final day of the duty under the Sexual Offences Act 2003. Null while none is known. */
  readonly firstDay: LocalDate | null;
  readonly lastDay: LocalDate | null;
  readonly state: 'not-served' | 'exempt' | 'due' | 'overdue' | 'given' | 'given-late' | 'defaulted' | 'order-ended' | 'interim-not-met';
  readonly notificationId: string | null;
}

/**
 * The duties under this order on `today`, the first one first. Served on 2 March: due by the end of 4 March. A full order that replaces an
 * interim asks for no new first notification; where that of the interim (`replaced`) was never given, the state `interim-not-met` says so.
 * [M] So read on 21 November 2026, and to be confirmed by the force solicitor: SPA 2019 s.9 says that the first notification is not asked
 * again under the full order, and nothing of one that was never given; and a change before the first service is told with the first
 * notification, so that it starts no duty of its own unless the order replaces another. While the respondent is under Part 2 of the Sexual Offences Act 2003 the duty sleeps; it
 * wakes on the final day of that, which is then day 1.
 */
export function notificationDuties(order: OrderState, today: LocalDate, replaced: OrderState | null = null): readonly NotificationDuty[] {
  const rule = order.is === 'unmade' ? null : kindRule(order.kind).notificationDuty;
  // An order that should never have been on record asks for nothing: what is owed is owed under the interim, as that stands then.
  if (order.is === 'unmade' || !rule || isOrderInError(order)) return [];
  // In place of an interim that should never have been on record, it is the first (SPA 2019 s.9).
  const first = replaced && isOrderInError(replaced) ? { ...order, replaces: null } : order;
  const starts = [...initialStart(first, today), ...changeStarts(first)];
  const unused = new Set(order.notifications);
  const duties = starts.map(({ about, changeId, firstDay, asleep }) => {
    const lastDay = firstDay === null ? null : calendarDaysFirstDayCounts(firstDay, rule.days);
    const given = firstDay === null ? null : answering(unused, about, firstDay);
    if (given) unused.delete(given);
    const state: NotificationDuty['state'] = asleep ? 'exempt' : stateOf(order, about, firstDay, lastDay, given, today);
    return { about, changeId, firstDay, lastDay, state, notificationId: given?.notificationId ?? null };
  });
  return [...unmetUnderInterim(order, today, replaced), ...duties];
}

/**
 * The change that a notification of this sort would be about if it was given in advance, where no change on record came before it: then it
 * answers no duty unless it was. Null where one did, or none is on record.
 */
export function changeAfter(order: MadeOrder, about: NotificationAbout, on: LocalDate): LocalDate | null {
  const days = order.detailsChanges.filter(({ of }) => of === about).map((change) => change.on);
  if (days.some((day) => day <= on)) return null;
  return days.toSorted()[0] ?? null;
}

/** What was notified and answers no duty: of a change that is not on record, or that came only later. */
export function unansweringNotifications(order: MadeOrder, duties: readonly NotificationDuty[]): readonly Notification[] {
  return order.notifications.filter(
    ({ notificationId, about, inAdvance }) =>
      about !== 'initial' && !inAdvance && duties.every((duty) => duty.notificationId !== notificationId),
  );
}

/** Defaults that were recorded of no duty there is now: what was due by then was put right since. */
export function defaultsNotOwed(order: MadeOrder, duties: readonly NotificationDuty[]): MadeOrder['defaults'] {
  return order.defaults.filter((missed) => duties.every(({ about, lastDay }) => about !== missed.about || lastDay !== missed.lastDay));
}

/**
 * The last day of the first notification that a service of the order on that day starts (SPA 2019 s.9); null where it starts none: another
 * kind of order, one in place of an interim, one that was served before, or while he notifies under the Sexual Offences Act 2003.
 */
export function notifyBy(order: MadeOrder, servedOn: LocalDate): LocalDate | null {
  const rule = kindRule(order.kind).notificationDuty;
  if (!rule || order.replaces !== null || firstServiceOf(order) !== null || order.exemption?.finalDay === null) return null;
  const finalDay = order.exemption?.finalDay ?? servedOn;
  return calendarDaysFirstDayCounts(finalDay > servedOn ? finalDay : servedOn, rule.days);
}

/** What the respondent is to be told of it, to be said aloud. */
export function dutyAloud(lastDay: LocalDate): string {
  return `You must go to a police station in your local police area by the end of ${formatDate(lastDay)}, and say there what all your names are and where you live. Not to do so is an offence.`;
}

/** An interim that ended before its first notification was due, or was never served, or whose duty was missed, leaves the question open. */
function unmetUnderInterim(order: MadeOrder, today: LocalDate, replaced: OrderState | null): readonly NotificationDuty[] {
  if (order.exemption || !replaced || replaced.is === 'unmade' || isOrderInError(replaced) || replaced.orderId !== order.replaces)
    return [];
  const first = notificationDuties(replaced, today).find(({ about }) => about === 'initial');
  if (!first || first.state === 'given' || first.state === 'given-late' || first.state === 'exempt') return [];
  const since = order.notifications.find(({ about, at }) => about === 'initial' && at.on <= today);
  const state = since ? 'given' : 'interim-not-met';
  return [{ about: 'initial', changeId: null, firstDay: null, lastDay: null, state, notificationId: since?.notificationId ?? null }];
}

interface Start {
  readonly about: NotificationAbout;
  readonly changeId: string | null;
  readonly firstDay: LocalDate | null;
  readonly asleep: boolean;
}

function initialStart(order: MadeOrder, today: LocalDate): readonly Start[] {
  const served = firstServiceOf(order)?.on ?? null;
  const start = { about: 'initial' as const, changeId: null };
  if (order.exemption) {
    const { finalDay } = order.exemption;
    if (finalDay === null) return [{ ...start, firstDay: null, asleep: true }];
    const wakes = served && served > finalDay ? served : finalDay;
    return [{ ...start, firstDay: served ? wakes : null, asleep: today < finalDay }];
  }
  return order.replaces === null ? [{ ...start, firstDay: served, asleep: false }] : [];
}

/** A change while the duty slept, or before the first service, is told with the first notification, so it asks for nothing of its own. */
function changeStarts(order: MadeOrder): readonly Start[] {
  const served = firstServiceOf(order)?.on ?? null;
  return order.detailsChanges
    .filter((change) => order.replaces !== null || (served !== null && change.on >= served))
    .filter((change) => !order.exemption || (order.exemption.finalDay !== null && change.on > order.exemption.finalDay))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((change) => ({ about: change.of, changeId: change.changeId, firstDay: change.on, asleep: false }));
}

/** A first notification before the order was served is in advance whatever was said: there is no change that it could have followed. */
function answering(unused: ReadonlySet<Notification>, about: NotificationAbout, firstDay: LocalDate): Notification | null {
  const fitting = [...unused].filter(
    (given) => given.about === about && (about === 'initial' || given.inAdvance || given.at.on >= firstDay),
  );
  return fitting.toSorted((a, b) => (a.at.on < b.at.on ? -1 : 1))[0] ?? null;
}

function stateOf(
  order: MadeOrder,
  about: NotificationAbout,
  firstDay: LocalDate | null,
  lastDay: LocalDate | null,
  given: Notification | null,
  today: LocalDate,
): NotificationDuty['state'] {
  if (!firstDay || !lastDay) return 'not-served';
  if (given && given.at.on <= today) return given.at.on <= lastDay ? 'given' : 'given-late';
  if (order.defaults.some((missed) => missed.about === about && missed.lastDay === lastDay)) return 'defaulted';
  if (endedBy(order, lastDay)) return 'order-ended';
  return today <= lastDay ? 'due' : 'overdue';
}

/** An order that ends before the last day takes the duty with it. */
function endedBy(order: MadeOrder, lastDay: LocalDate): boolean {
  return !reaches(latestEnd(order), lastDay) || (order.is === 'over' && order.over.at.on <= lastDay);
}
