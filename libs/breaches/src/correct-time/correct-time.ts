import type { Instant, LocalDate } from '#calendar';
import { afterBirths, type BeforeBirth } from '#cases';
import { personal, refuse } from '#event-sourcing';
import { kindRule, type OrderState } from '#orders';
import { allegeable, type OrderWhenItHappened } from '../domain/allegeable.js';
import { isKnowingShown } from '../domain/awareness.js';
import { bindingAt } from '../domain/binding.js';
import type { AllegationState, BreachState } from '../domain/breach.js';
import type { BreachFact, FlagReason, Occurred } from '../domain/events.js';
import { assertPossible, earliest, type OccurredRefusal } from '../domain/occurred.js';
import { pinnedThen } from '../domain/pinned.js';
import { maintained, peopleOf } from '../domain/progress.js';
import { reported } from '../domain/standing.js';
import { wordsAwaitedAt } from '../domain/standing-then.js';
import { isMinuteBefore } from '#calendar';

export interface TimeCorrection {
  readonly correctionId: string;
  /** When it happened, as it is known now. */
  readonly occurred: Occurred;
  readonly reason: string;
  /** When the person was born; null where that is not recorded. */
  readonly born: LocalDate | null;
  /** The id of the flag that it raises for this order. */
  readonly flagId: (orderId: string) => string;
}

/** `as-recorded`: nothing would change; `after-what-followed`: he was arrested, or more was done, before it. */
export type CorrectTimeRefusal = 'not-reported' | 'as-recorded' | 'after-what-followed' | OccurredRefusal | BeforeBirth;

/**
 * When it happened was recorded wrongly. What was recorded first stays and is marked. Which wordings were in force is asked anew of `orders`, all
 * those of the person: an allegation whose wording was not surely in force then, or whose offence is another by then, is flagged for a person to
 * decide about, and never moved to another wording; so is an order that turns out to have bound him.
 */
export function correctTime(breach: BreachState, orders: readonly OrderState[], details: TimeCorrection, now: Instant): BreachFact[] {
  const { correctionId, occurred, reason, born, flagId } = details;
  const of = reported(breach);
  assertPossible(occurred, breach.reportedAt, now);
  afterBirths(occurred.on, [born]);
  const was = breach.occurred;
  const isSame = was.on === occurred.on && was.until === occurred.until && was.at === occurred.at && was.narrowest === occurred.narrowest;
  if (isSame) throw refuse<CorrectTimeRefusal>('as-recorded');
  const followed = breach.steps.flatMap((step) => ('at' in step ? [step.at] : []));
  if (followed.some((at) => isMinuteBefore(at, earliest(occurred)))) throw refuse<CorrectTimeRefusal>('after-what-followed');
  const standing = maintained(breach);
  const awarenessToShow = standing.length > 0 && !isKnowingShown({ ...breach, occurred }, orders);
  const corrected: BreachFact = {
    type: 'TimeCorrected',
    data: { ...of, correctionId, was, occurred, awarenessToShow },
    personal: { reason: personal(peopleOf(breach), reason) },
  };
  const then = allegeable(orders, occurred);
  const flags = then.flatMap(({ order }): BreachFact[] => {
    const { orderId } = order;
    const because = becauseOf(
      standing.filter((one) => one.orderId === orderId),
      then,
      order,
      was,
      occurred,
    );
    if (because === null || breach.flags.some((flag) => flag.review === null && flag.because === because && flag.orderId === orderId))
      return [];
    return [{ type: 'ReviewFlagged', data: { ...of, flagId: flagId(orderId), because, orderId, at: now } }];
  });
  return [corrected, ...flags];
}

function becauseOf(
  alleged: readonly AllegationState[],
  then: readonly OrderWhenItHappened[],
  order: OrderWhenItHappened['order'],
  was: Occurred,
  occurred: Occurred,
): FlagReason | null {
  if (alleged.length > 0) {
    const { offenceCode } = kindRule(order.kind).breach(occurred.on);
    const stands = (one: AllegationState) =>
      pinnedThen(one, then) === 'in-force' && (one.conditionId === null || one.offenceCode === offenceCode);
    if (!alleged.every(stands)) return 'time-corrected';
    const awaited = wordsAwaitedAt(order, { on: occurred.until, at: occurred.at });
    return awaited.length > 0 && alleged.some(({ conditionId }) => conditionId !== null) ? 'words-awaited' : null;
  }
  const before = bindingAt(order, was);
  return [...bindingAt(order, occurred)].every((version) => before.has(version)) ? null : 'in-force-after-all';
}
