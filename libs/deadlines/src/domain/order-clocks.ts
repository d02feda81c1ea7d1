import { addDays, type ClockStep, formatDate, type LocalDate, londonDate } from '#calendar';
import {
  type ApplicationState,
  type Entry,
  isOrderInError,
  kindRule,
  latestEnd,
  type MadeOrder,
  notificationDuties,
  isProved,
  isToBeServed,
  needsService,
  type NotificationDuty,
  sameDocument,
  type Served,
  waitsBelow,
  whileSentBack,
  wordingAwaited,
} from '#orders';
import { chased } from './chasing.js';
import { hearingTasks } from './hearing-clocks.js';
import { type ClockKey, nationallyRecorded } from './rules/clock-rules.js';
import { clockEnd, daysBefore } from './rules/clock-end.js';
import { CORRECTED, knownFrom, lateWords } from './received.js';
import { renewalReview } from './renewal-steps.js';
import type { Task } from './task.js';

type Received = Readonly<Record<string, LocalDate>>;

/**
 * Everything to be done about one order: service, notification, its end, the national record. `orders`: where the one it replaced is;
 * `received`: London days on which its news was recorded; `noted`: those on which its hearings were.
 */
export function orderTasks(
  order: MadeOrder,
  applications: readonly ApplicationState[],
  orders: readonly MadeOrder[],
  { received = {}, noted = {} }: { readonly received?: Received; readonly noted?: Received } = {},
): Task[] {
  const replaced = orders.find(({ orderId }) => orderId === order.replaces) ?? null;
  return [
    ...serviceTasks(order, received),
    ...notificationTasks(order, replaced),
    ...endTasks(order, applications),
    ...nationalRecordTasks(order, received),
    ...appealTasks(order, received),
    ...hearingTasks(
      order.hearings,
      { perpetratorId: order.perpetratorId, orderId: order.orderId },
      order.force,
      noted,
      order.is === 'over' ? order.over.at.on : null,
    ),
  ];
}

function task(
  order: MadeOrder,
  what: Task['what'],
  of: string,
  rest: Omit<Task, 'id' | 'what' | 'about' | 'force'> & Partial<Pick<Task, 'about'>>,
): Task {
  const { orderId, perpetratorId, force } = order;
  return { id: `${what}:${orderId}:${of}`, what, about: { perpetratorId, orderId }, force, ...rest };
}

/**
 * He is served with the order, as `needsService` has it, with each variation, and with the last renewal of an order that was served before it: where
 * the order itself was not, serving it serves it as renewed. What takes effect later is served by then.
 */
function serviceTasks(order: MadeOrder, received: Received): Task[] {
  const { short } = kindRule(order.kind);
  const lapses = lastDayInForce(order);
  const tasks: Task[] = [];
  const serve = (served: Served, of: string, on: LocalDate, words: string, renewal?: string) => {
    const news = renewal ?? (of === 'order' ? 'made' : of);
    const known = received[news];
    const isAhead = served !== 'order' && known !== undefined && known < on;
    const opens = isAhead ? known : knownFrom(on, known);
    const usual = clockEnd('serve', { on: opens }).dueBy;
    const services = order.services.filter(
      (service) => sameDocument(service.served, served) && (renewal === undefined || service.at.on >= on),
    );
    const done = services.some(isProved);
    const how = services.length === 0 ? 'not served' : 'served with no proof yet: personal service is safer';
    const made = isAhead ? `Takes effect on ${formatDate(on)}` : `Made ${formatDate(on)}${lateWords(on, opens)}`;
    const why = `${made} and ${how}. An order binds from its making; notification and proof turn on service`;
    const about = { perpetratorId: order.perpetratorId, orderId: order.orderId, document: of };
    const dueBy = whileItLasts(isAhead && on < usual ? on : usual, opens, lapses);
    tasks.push(task(order, 'serve', renewal ?? of, { words, why, opens, dueBy, lapses, done, about }));
  };
  if (needsService(order)) serve('order', 'order', order.made.on, `Serve the ${inSentence(short)}`);
  for (const { variationId, effective, respondentPresent } of order.variations) {
    if (respondentPresent !== true) serve({ variationId }, variationId, effective.on, `Serve the variation of the ${inSentence(short)}`);
  }
  const renewed = order.ends.findLast(({ by }) => by === 'renewal');
  if (renewed?.of && !isToBeServed(order)) {
    serve('order', 'renewal', renewed.from.on, `Serve the renewal of the ${inSentence(short)}`, renewed.of);
  }
  return tasks;
}

/** What is due of an order in force is due by its last day: afterwards it would serve nothing. */
function whileItLasts(usual: LocalDate, opens: LocalDate, last: LocalDate | null): LocalDate {
  return last !== null && last < usual && last >= opens ? last : usual;
}

/** A name as it stands within a sentence: `restraining order`, `interim SPO`, but `SPO`. */
function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
}

/** A day after every clock: what the duty asks does not turn on the day it is read on. */
const inTheEnd: LocalDate = '9999-12-31';

const notificationWords = { initial: 'name and home address', name: 'the new name', address: 'the new address' } as const;

/** SPA 2019 s.9. While the duty sleeps under the Sexual Offences Act 2003 without a final day, its clock waits. */
function notificationTasks(order: MadeOrder, replaced: MadeOrder | null): Task[] {
  const source = kindRule(order.kind).notificationDuty?.source ?? '';
  return notificationDuties(order, inTheEnd, replaced)
    .filter(({ state }) => state !== 'order-ended')
    .map((duty) => {
      const { about, changeId, firstDay, lastDay, state } = duty;
      return task(order, 'notify', changeId ?? about, {
        words:
          state === 'interim-not-met'
            ? 'Ask the force solicitor whether a first notification is due now'
            : `Check that the respondent has notified ${notificationWords[about]}`,
        why: `${source}: ${whenNotified(duty)}`,
        opens: firstDay,
        dueBy: lastDay,
        lapses: state === 'interim-not-met' ? lastDayInForce(order) : null,
        done: state === 'given' || state === 'given-late' || state === 'defaulted',
        ...(state === 'interim-not-met' ? {} : { waitsFor: 'The respondent' }),
      });
    });
}

function whenNotified({ firstDay, lastDay, state }: NotificationDuty): string {
  if (state === 'interim-not-met') return 'the first notification under the interim was never given';
  if (state === 'exempt') return 'not while the respondent notifies under the Sexual Offences Act 2003';
  return firstDay === null || lastDay === null
    ? 'the days count from service'
    : `day 1 is ${formatDate(firstDay)}, and the duty ends with ${formatDate(lastDay)}`;
}

/**
 * The last day of an order that is going to end: an interim waits for its application, any other is reviewed in time to be renewed. Of a
 * kind for which the law knows no renewal none is spoken of: whether somebody needs another order is what can be looked at.
 */
function endTasks(order: MadeOrder, applications: readonly ApplicationState[]): Task[] {
  const end = latestEnd(order);
  const { short, mayRenew, mayVary } = kindRule(order.kind);
  if (order.is === 'over' || end.is !== 'fixed') return [];
  const { lastDay } = end;
  const ends = formatDate(lastDay);
  const at = (clock: ClockKey): LocalDate => daysBefore(clock, lastDay, order.made.on);
  const from = (clock: ClockKey, by: LocalDate, words: string, urgent = false): ClockStep => ({
    from: at(clock),
    by,
    words: `${short} ends ${ends}: ${words}`,
    urgent,
  });
  const of = (what: Task['what'], steps: readonly ClockStep[], why: string, done = false): Task => {
    const [first] = steps;
    const opens = first && first.from > order.made.on ? first.from : order.made.on;
    return task(order, what, lastDay, { words: first?.words ?? '', why, opens, dueBy: lastDay, lapses: lastDay, done, steps });
  };
  if (order.kind === 'interim-spo') {
    const application = applications.find((one) => one.is !== 'not-filed' && one.applicationId === order.applicationId);
    const refused = order.proposals.findLast(({ asks }) => asks === 'renewal')?.decided;
    const refusal: ClockStep[] =
      refused?.outcome === 'refused' && order.renewals.every(({ made }) => made.on < refused.at.on)
        ? [
            {
              ...{ from: refused.at.on, by: lastDay, urgent: true },
              words: `${short} ends ${ends}: the court refused to renew it on ${formatDate(refused.at.on)}, see what protects after that`,
            },
          ]
        : [];
    const steps =
      refusal.length > 0
        ? refusal
        : [
            from('interim-look', at('interim-renew'), 'check that the application is determined by then'),
            from('interim-renew', at('interim-last'), 'apply to renew it unless the application is determined by then', true),
            from('interim-last', lastDay, 'renew it now or the protection lapses', true),
          ];
    return [of('interim-ends', steps, 'SPA 2019 s.5: an interim order lasts for its fixed period only', application?.is === 'determined')];
  }
  if (mayRenew.length + mayVary.length === 0) return [];
  if (mayRenew.length === 0) {
    const steps = [from('review-escalate', lastDay, 'it cannot be renewed, see whether another order is needed after it')];
    return [of('ends-unrenewed', steps, 'The protection ends with that day. The law knows no renewal of an order of this kind')];
  }
  const { steps, done } = renewalReview(order, lastDay);
  return [of('review-before-end', steps, 'The protection ends with that day. An application to renew must be made before it', done)];
}

/** Courts' results do not reach the national record by themselves for every order, so each step is confirmed by a person. */
function nationalRecordTasks(order: MadeOrder, received: Received): Task[] {
  if (!nationallyRecorded.includes(order.kind)) return [];
  const { short } = kindRule(order.kind);
  const last = lastDayInForce(order);
  const inError = order.is === 'over' && order.over.because === 'recorded-in-error' ? order.over.on : null;
  const gone = inError ?? (order.is === 'over' ? order.over.at.on : dayAfter(last));
  const within = (on: LocalDate, recorded: LocalDate | undefined) => {
    const opens = knownFrom(on, recorded);
    return { opens, dueBy: whileItLasts(clockEnd('national-record', { on: opens }).dueBy, opens, last) };
  };
  const why = 'The national record is confirmed with its reference, not assumed';
  const made = order.nationalRecord.filter(({ state }) => state !== 'removed');
  const tasks = [
    task(order, 'record-nationally', 'made', {
      words: `Confirm that the ${inSentence(short)} is on the national record`,
      why,
      ...within(order.made.on, received['made']),
      lapses: last,
      done: made.length > 0,
    }),
  ];
  const latest = changesOf(order, received).at(-1);
  if (latest !== undefined) {
    const { on: changed, known } = latest;
    tasks.push(
      task(order, 'update-national-record', changed, {
        words: `Confirm that the national record shows the ${inSentence(short)} as it was changed on ${formatDate(changed)}`,
        why,
        ...within(changed, known),
        lapses: last,
        done: made.some(({ state, on }) => on > known || (on === known && state === 'updated')),
      }),
    );
  }
  if (gone !== null) {
    tasks.push(
      task(order, 'clear-national-record', 'ended', {
        words: `Confirm that the national record shows the ${inSentence(short)} as ended`,
        why: `${order.is === 'over' ? endings[order.over.because] : 'Its last day has passed'}. ${why}`,
        ...within(gone, received[inError === null ? (order.is === 'over' ? 'over' : 'made') : 'in-error']),
        lapses: null,
        done: order.nationalRecord.some(({ state, on }) => state === 'removed' && on >= gone),
      }),
    );
  }
  return tasks;
}

/**
 * What the national record must be brought up to date with, by the day it was known: a change recorded late is not shown by a check before that. A
 * discharge that was set aside is one, and so is what was keyed wrongly and put right after the record was checked.
 */
function changesOf(order: MadeOrder, received: Received): readonly { readonly on: LocalDate; readonly known: LocalDate }[] {
  const change = (on: LocalDate, newsId: string | null) => ({ on, known: knownFrom(on, newsId === null ? undefined : received[newsId]) });
  const corrected = received[CORRECTED];
  return [
    ...order.variations.map(({ effective, variationId }) => change(effective.on, variationId)),
    ...order.renewals.map((renewal) => change(renewal.made.on, renewal.renewalId)),
    ...order.ends.filter((_, nth) => order.ends[nth - 1]?.by === 'discharge').map(({ from }) => change(from.on, null)),
    // What was recorded in error may stand there, and a check that it had ended says nothing of an order that goes on.
    ...order.errors.filter(({ entry }) => changesTheOrder(entry)).map(({ at }) => change(londonDate(at), null)),
    ...(corrected !== undefined && order.nationalRecord.some(({ on }) => on <= corrected) ? [change(corrected, null)] : []),
  ].toSorted((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0));
}

function changesTheOrder({ is }: Entry): boolean {
  return is in { variation: 1, renewal: 1, discharge: 1, quashing: 1, cessation: 1, 'appeal-decision': 1 };
}

/** An appeal that the Crown Court has not decided: it has no day of its own until the court gives one, so the court is asked. */
function appealTasks(order: MadeOrder, received: Received): Task[] {
  const worded = order.appeals.filter((appeal) => order.is === 'standing' && wordingAwaited(order, appeal));
  return [
    ...worded.map(({ appealId, determined }) =>
      task(order, 'appeal-words', appealId, {
        words: 'Record how the court worded the order on appeal',
        why: 'Until it is recorded, the words shown are those from before the appeal',
        opens: determined?.at.on ?? null,
        dueBy: determined?.at.on ?? null,
        lapses: null,
        done: false,
        about: { perpetratorId: order.perpetratorId, orderId: order.orderId, appealId },
      }),
    ),
    ...order.appeals.map(({ appealId, on, determined }) =>
      task(order, 'appeal-waits', appealId, {
        why: `Lodged ${formatDate(on)}. The order stays in force until the appeal is decided`,
        opens: on,
        ...chased('Ask the Crown Court when the appeal is heard, or record its decision', knownFrom(on, received[appealId])),
        lapses: null,
        done: determined !== null || isOrderInError(order),
        waitsFor: 'The Crown Court',
        about: { perpetratorId: order.perpetratorId, orderId: order.orderId, appealId },
      }),
    ),
    ...order.appeals.flatMap((appeal) => sentBackTask(order, appeal, received)),
  ];
}

/** What was sent back waits for the court below: until it lists a hearing it is asked for a day, and after that for its decision. */
function sentBackTask(order: MadeOrder, appeal: MadeOrder['appeals'][number], received: Received): Task[] {
  const { appealId, determined, sentBack } = appeal;
  const since = sentBack?.at.on ?? (waitsBelow(appeal) ? determined?.at.on : undefined);
  if (since === undefined) return [];
  const meanwhile =
    whileSentBack(appeal) === 'stands' ? 'The order stands meanwhile' : 'Whether the order binds meanwhile is to be asked of it';
  return [
    task(order, 'appeal-waits', `${appealId}:below`, {
      why: `Sent back to the court below on ${formatDate(since)}. ${meanwhile} (to be confirmed by the force solicitor)`,
      opens: since,
      ...chased(
        'Ask the court below when it hears the matter again, or record what it decided',
        knownFrom(since, received[`${appealId}:determined`]),
      ),
      lapses: null,
      done:
        sentBack !== null ||
        isOrderInError(order) ||
        order.hearings.some(({ ofAppeal, outcome }) => ofAppeal === appealId && outcome === null),
      waitsFor: `The court below: ${order.court.name}`,
      about: { perpetratorId: order.perpetratorId, orderId: order.orderId, appealId },
    }),
  ];
}

/** Null after an order without a last day, and after the last day that there is. */
function dayAfter(last: LocalDate | null): LocalDate | null {
  return last === null || last === inTheEnd ? null : addDays(last, 1);
}

const endings = {
  discharged: 'Discharged',
  quashed: 'Set aside',
  ceased: 'The main application was determined',
  'recorded-in-error': 'Recorded in error: it was never to be shown',
} as const;

/** The last day on which the order stands as now recorded; null when no end is set. */
function lastDayInForce(order: MadeOrder): LocalDate | null {
  const end = latestEnd(order);
  const fixed = end.is === 'fixed' ? end.lastDay : null;
  if (order.is !== 'over') return fixed;
  const before = addDays(order.over.at.on, -1);
  return fixed !== null && fixed < before ? fixed : before;
}
