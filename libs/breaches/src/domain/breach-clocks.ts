import { addDays, type Clock, type ClockStep, formatDate, formatPeriod, type LocalDate, londonDate } from '#calendar';
import type { OrderState } from '#orders';
import { aboutWords } from './about-words.js';
import { type NotKnown, notKnownThen } from './awareness.js';
import type { BreachState } from './breach.js';
import { breachClockTable, summaryOnlyOffences } from './clock-rules.js';
import { custodyClocks } from './custody-clocks.js';
import { custodyTimeLimit } from './custody-time-limit.js';
import type { VictimUpdateAbout } from './events.js';
import { isConcluded, isOpen, maintained } from './progress.js';
import { isUntold, knownSince, reportUpdates, type VictimRules, victimUpdates } from './victim-updates.js';

export type BreachClockKind =
  | 'tell-victim'
  | 'tell-victim-next'
  | 'show-awareness'
  | 'supervise'
  | 'review-flag'
  | 'charge'
  | 'custody'
  | 'bring-to-court'
  | 'bail'
  | 'custody-time-limit';

/** One clock of a reported incident. */
export interface BreachClock extends Clock {
  readonly what: BreachClockKind;
  /** Apart from the others of its kind: the same for ever. */
  readonly of: string;
  /** Where the clock comes from. */
  readonly why: string;
  readonly flagId?: string;
  /** Who is to be told, and of what. */
  readonly telling?: { readonly protectedPersonId: string; readonly about: VictimUpdateAbout };
}

/**
 * Every clock that one incident sets, done or not: what a victim is told, what shows that he knew, reviews, the time limit for a charge,
 * custody, bail and a trial in time. The page of the incident, the list of what somebody is still to be told and the work list are all made from these.
 * `orders`: those alleged against.
 */
export function breachClocks(breach: BreachState, orders: readonly OrderState[], rules: VictimRules = {}): BreachClock[] {
  return [
    ...victimClocks(breach, rules),
    ...awarenessClocks(breach, orders, rules),
    ...supervisionClocks(breach, rules),
    ...flagClocks(breach),
    ...chargeClocks(breach),
    ...custodyClocks(breach, orders),
    ...custodyTimeLimit(breach),
  ];
}

/** What each protected person is to be told of the incident. Victims' Code, Right 6, and until a step has started its clock a rule of ours. */
export function victimClocks(breach: BreachState, rules: VictimRules = {}): BreachClock[] {
  const { reportedAt } = breach;
  const { isErased = () => false } = rules;
  const clocks = [
    ...reportUpdates(breach, rules).map(({ protectedPersonId, about, since, due, ...decided }): BreachClock => {
      const from = `the report on ${formatDate(londonDate(reportedAt))}`;
      const start = since === reportedAt ? from : `the recording on ${formatDate(londonDate(since))} of ${from}`;
      return {
        ...{ what: 'tell-victim-next', of: protectedPersonId, telling: { protectedPersonId, about } },
        words: 'Tell the victim what happens next',
        why: `Our rule, from ${start}: the Victims' Code (Right 6) counts from the decision, and none is recorded`,
        ...{ opens: londonDate(since), dueBy: due, lapses: null, done: !isUntold(decided) },
      };
    }),
    ...victimUpdates(breach, rules).map(({ protectedPersonId, about, since, due, ...decided }): BreachClock => ({
      ...{ what: 'tell-victim', of: `${about}:${since}:${protectedPersonId}`, telling: { protectedPersonId, about } },
      words: `Tell the victim of ${aboutWords[about]}`,
      why: `Victims' Code, Right 6: since ${formatDate(londonDate(since))}`,
      ...{ opens: londonDate(since), dueBy: due, lapses: null, done: !isUntold(decided) },
    })),
  ];
  return clocks.filter(({ telling }) => !telling || !isErased(telling.protectedPersonId));
}

/** Reported before anything showed that he knew of an order alleged against: kept open until something does, or the incident is decided, after a charge by the court. */
function awarenessClocks(breach: BreachState, orders: readonly OrderState[], { recordedAt }: VictimRules): BreachClock[] {
  const notKnown = notKnownThen(breach, orders);
  if ((!breach.awarenessToShow && notKnown === null) || maintained(breach).length === 0) return [];
  const since = londonDate(knownSince(breach, recordedAt));
  // The court needs it: a charge decides nothing yet.
  const isUndecided = isOpen(breach) || breach.status === 'charged';
  return [
    {
      ...{ what: 'show-awareness', of: '' },
      words: 'Find what shows that the order was known of when it happened',
      why: `${whyToShow[notKnown?.is ?? 'order']}: service is no precondition of a breach, knowing of the order is (DPP v Stephenson [2025] EWHC 950)`,
      ...{ opens: since, dueBy: breachClockTable.end('show-awareness', { on: since }).dueBy, lapses: null },
      done: notKnown === null || breach.evidence.some(({ kind }) => kind === 'service-proof') || !isUndecided,
    },
  ];
}

const whyToShow: Readonly<Record<NotKnown['is'], string>> = {
  order: 'In force, and nothing shows that it was known of',
  words: 'In force in words that were changed, and nothing shows that the change was known of',
  renewal: 'In force only by its renewal, and nothing shows that this was known of',
};

/**
 * A supervisor looks at what is alleged, before anybody decides what becomes of it; also afterwards where it was charged and no court has
 * given its outcome, taken no further, or withdrawn: whoever reported it may have decided that alone, and nobody else would see it.
 */
function supervisionClocks(breach: BreachState, { recordedAt }: VictimRules): BreachClock[] {
  const isWithdrawn = breach.status === 'withdrawn';
  if (maintained(breach).length === 0 && !isWithdrawn) return [];
  const since = londonDate(knownSince(breach, recordedAt));
  const isDropped = breach.status === 'no-further-action';
  return [
    {
      ...{ what: 'supervise', of: '' },
      words: isWithdrawn
        ? 'Have a supervisor review that what was alleged was withdrawn'
        : isDropped
          ? 'Have a supervisor review that no further action is taken'
          : 'Have a supervisor review it',
      why: `Our rule, from the report or its recording on ${formatDate(since)}: nobody reviews what they reported`,
      ...{ opens: since, dueBy: breachClockTable.end('supervise', { on: since }).dueBy, lapses: null },
      done: breach.supervised === 'agreed' || !(isOpen(breach) || isDropped || isWithdrawn || breach.status === 'charged'),
    },
  ];
}

const changes: Readonly<Record<BreachState['flags'][number]['because'], string>> = {
  'order-quashed': 'The order was set aside',
  'wording-corrected': 'The wording of a condition was corrected',
  'earlier-variation': 'A variation from before the incident was recorded',
  'earlier-end': 'An end from before the incident was recorded',
  'order-corrected': 'The order was corrected',
  'order-in-error': 'The order was recorded in error: it bound nobody',
  'in-force-after-all': 'The order, or words of it, turned out to have been in force when it happened',
  'link-undone': 'The order alleged was made against another person, since a link was taken back',
  'time-corrected': 'When it happened was corrected, and the wording alleged may not have been in force then',
  'against-the-record': 'A failure to notify is alleged although the record shows none',
  'words-awaited': 'A court changed the words on an appeal before it happened, and the new words were not recorded',
  'wording-uncertain': 'Nobody knows whether the order changed before or after it happened, so the wording alleged was chosen',
};

/** Whether a flag asks of an order besides those alleged already: none of them is in doubt. */
export function isOfOrderToo(
  { because, orderId }: Pick<BreachState['flags'][number], 'because' | 'orderId'>,
  allegations: BreachState['allegations'],
): boolean {
  const standing = allegations.filter(({ withdrawn }) => withdrawn === null);
  return because === 'in-force-after-all' && standing.length > 0 && standing.every((one) => one.orderId !== orderId);
}

/** Something under the report changed: a person looks, the report itself is never rewritten. */
function flagClocks(breach: BreachState): BreachClock[] {
  const isCharged = breach.steps.some(({ is }) => is === 'charge');
  return breach.flags.map((flag) => {
    const { flagId, because, at, review } = flag;
    const raised = londonDate(at);
    const isOpenQuestion = because === 'in-force-after-all';
    const isToo = isOfOrderToo(flag, breach.allegations);
    return {
      ...{ what: 'review-flag', of: flagId, flagId },
      words: isToo
        ? 'Decide whether another order was breached as well: it was in force too'
        : isOpenQuestion
          ? 'Decide whether it is a breach: the order was in force after all'
          : isCharged
            ? 'Review the breach and tell the prosecutor what changed'
            : 'Review the breach in the light of what changed',
      why: isOpenQuestion
        ? `${isToo ? 'Another order turned out to have been in force too when it happened' : changes[because]}. Nobody knew that when it was reported`
        : `${changes[because]}. What was recorded as in force then stays so`,
      ...{ opens: raised, dueBy: breachClockTable.end('review-flag', { on: raised }).dueBy, lapses: null, done: review !== null },
    };
  });
}

/** An offence that only a magistrates' court tries is charged within months of the act. */
function chargeClocks(breach: BreachState): BreachClock[] {
  const codes = new Set(maintained(breach).flatMap(({ offenceCode }) => offenceCode ?? []));
  const limited = summaryOnlyOffences.filter((code) => codes.has(code));
  if (limited.length === 0) return [];
  return [
    {
      ...{ what: 'charge', of: limited.join('+') },
      ...chargeLimit(breach.occurred.on, breach.occurred.until),
      ...{ opens: londonDate(breach.reportedAt), lapses: null },
      done: isConcluded(breach) || breach.steps.some(({ is }) => is === 'charge' || is === 'out-of-court' || is === 'no-further-action'),
    },
  ];
}

/**
 * The time limit of MCA 1980 s.127 for an offence whose last act was on a day from `on` to `until`. Where that is not one day, the limit
 * counted from the first is shown, which may be early and is never late; once it has passed, the one counted from the last, of which it is
 * said that it may be too late.
 */
export function chargeLimit(on: LocalDate, until: LocalDate): Pick<BreachClock, 'words' | 'why' | 'dueBy' | 'steps'> {
  const source = `${breachClockTable.source('charge-summary-only', on)}: 6 months from the last act`;
  const [safe, latest] = [on, until].map((day) => breachClockTable.end('charge-summary-only', { on: day }).dueBy);
  if (safe === undefined || latest === undefined) throw new Error('A limit ends on a day');
  const words = (by: LocalDate, otherwise: string) => `Charge by ${formatDate(by)}, ${otherwise}`;
  const step = (from: LocalDate, by: LocalDate, text: string): ClockStep => ({ from, by, words: text, urgent: from > on });
  // With the day of the act left out, as a court may count, the limit ends a day later: nobody is told before that it has ended.
  const lastReading = addDays(latest, 1);
  const today = `Charge today: counted without the day of the last act, the limit ends with ${formatDate(lastReading)}`;
  const ended = `The time to charge ended on ${formatDate(lastReading)} at the latest: record what became of it`;
  const over = [step(lastReading, lastReading, today), step(addDays(latest, 2), latest, ended)];
  if (safe === latest) {
    const first = words(safe, 'or the offence cannot be tried');
    return { words: first, why: `${source}, on ${formatDate(on)}`, dueBy: safe, steps: [step('0001-01-01', safe, first), ...over] };
  }
  const [first, then] = [words(safe, 'or the offence may be out of time'), words(latest, 'if the last act was late enough to be in time')];
  return {
    words: first,
    why: `${source}, which was on a day of ${formatPeriod(on, until)}. Counted from the first of them, the safe reading; from the last it would end with ${formatDate(latest)}`,
    dueBy: latest,
    steps: [step('0001-01-01', safe, first), step(addDays(safe, 1), latest, then), ...over],
  };
}
