import { formatDate, formatDateTime } from '#calendar';
import { inForceAt, kindRule, type MadeOrder, type Moment, passed, type When, type WhyNot, wordingAwaited } from '#orders';
import type { OrderWhenItHappened, Precision } from './allegeable.js';
import type { Occurred } from './events.js';

/** What whoever reports should know of the orders as they stood when it happened. */
export interface StandingThen {
  /** No order was in force, nor may have been. */
  readonly noneInForce: boolean;
  /** Each order that was not in force then, and why; a line each without a full stop. */
  readonly notInForce: readonly string[];
  /** Each that began or ended so near to it that more must be known. */
  readonly unsure: readonly string[];
  /** Each of which a court had changed the words by then, on an appeal, that are not recorded. */
  readonly unworded: readonly string[];
  /** Each order that was, and is over by now: it is alleged all the same. */
  readonly overSince: readonly string[];
}

export interface StandingWords {
  readonly lead: string;
  readonly lines: readonly string[];
}

/**
 * Which orders bound him when it happened, and which no longer do `now`, by `inForceAt` of orders: what was quashed counts as in force until the appeal was allowed, since
 * an order binds until it is set aside (to be confirmed by the force solicitor). No later end rewrites it.
 */
export function standingThen(then: readonly OrderWhenItHappened[], { until: on, at }: Occurred, now: Moment): StandingThen {
  return {
    noneInForce: then.every((one) => one.then.is === 'not-in-force'),
    notInForce: then.flatMap(({ order, then: answer }) =>
      answer.is === 'not-in-force' ? [`${named(order)}: ${whyNot(order, answer.because, { on, at })}`] : [],
    ),
    unsure: then.flatMap(({ order, then: answer }) => {
      if (answer.is === 'uncertain') return [`${named(order)}: it began or ended meanwhile, and nobody can say when this happened`];
      return answer.is === 'time-needed' ? [`${named(order)}: ${needed[answer.what]}`] : [];
    }),
    unworded: then.flatMap(({ order, then: answer }) =>
      answer.is === 'not-in-force'
        ? []
        : wordsAwaitedAt(order, { on, at }).map(
            (since) => `${named(order)}: changed on appeal ${momentInWords(since)}, ask the legal team for the words`,
          ),
    ),
    overSince: then.flatMap(({ order, then: answer }) => {
      const today = inForceAt(order, now);
      return answer.is === 'in-force' && today.is === 'not-in-force'
        ? [`${named(order)}: ${whyNot(order, today.because, now)}, after it happened`]
        : [];
    }),
  };
}

/** The same in words: what to read first, and the orders it is said of. Empty where every order was in force and still is. */
export function standingInWords({ noneInForce, notInForce, unsure, unworded, overSince }: StandingThen): readonly StandingWords[] {
  const listed: readonly StandingWords[] = [
    { lead: 'Not in force then:', lines: notInForce },
    { lead: 'Perhaps in force then:', lines: unsure },
    { lead: 'In force then in words that are not recorded yet:', lines: unworded },
    { lead: 'In force then, and over now. Report the breach all the same:', lines: overSince },
  ];
  return [
    ...(noneInForce
      ? [
          {
            lead: 'No order was in force then. Nothing can be said to be breached, but what happened can still be kept: the pattern matters.',
            lines: [],
          },
        ]
      : []),
    ...listed.filter(({ lines }) => lines.length > 0),
  ];
}

/** When courts changed its words on appeals before that moment, or perhaps before it, that nobody has recorded. */
export function wordsAwaitedAt(order: MadeOrder, when: When): readonly Moment[] {
  const awaited = order.appeals.filter((appeal) => wordingAwaited(order, appeal));
  return awaited.flatMap(({ determined }) => (determined && passed(determined.at, when) !== 'no' ? [determined.at] : []));
}

const needed: Readonly<Record<Precision, string>> = {
  hour: 'it began or ended on that day, so the time is needed',
  day: 'it began or ended within those days, so the day is needed',
  'order-time': 'it began or ended on that day, at a time nobody recorded',
};

const named = ({ kind, made }: MadeOrder): string => `${kindRule(kind).name} of ${formatDate(made.on)}`;

/** Why the order did not bind then: `made only on 22 Nov 2026 at 10:00`. */
export function whyNot(order: MadeOrder, because: WhyNot, when: When): string {
  if (because === 'not-yet-made') return `made only ${momentInWords(order.made)}`;
  if (because !== 'ended') return over(order);
  // As it stood then: a renewal that came after the end does not reach back.
  const { end } = order.ends.findLast(({ from }) => passed(from, when) === 'yes') ?? {};
  return end?.is === 'fixed' ? `its last day was ${formatDate(end.lastDay)}` : 'it had ended';
}

function over(order: MadeOrder): string {
  if (order.is !== 'over') return 'it had ended';
  const when = momentInWords(order.over.at);
  switch (order.over.because) {
    case 'discharged':
      return `discharged ${when}`;
    case 'recorded-in-error':
      return 'recorded in error, it bound nobody';
    case 'quashed':
      return `quashed on appeal ${when}`;
    case 'ceased':
      return `ended ${when}, when the application was determined`;
  }
}

export function momentInWords({ on, at }: Moment): string {
  return `on ${at === null ? formatDate(on) : formatDateTime(at)}`;
}
