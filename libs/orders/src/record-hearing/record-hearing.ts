import type { LocalDate } from '#calendar';
import { type Personal, personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import { type DayUnlikely, likelyOrSure } from '../domain/hearing-days.js';
import type { AdjournReason, DirectedTo, Direction, Heard, Hearing, HearingResult } from '../domain/hearings.js';
import { type Moment, passed } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { anApplication, anOrder, type NoApplication, type NoOrder } from '../domain/required.js';

/** Something the court directed. */
export interface GivenDirection {
  readonly directionId: string;
  readonly to: DirectedTo;
  readonly by: LocalDate;
  readonly words: string;
}

export interface HearingDetails {
  readonly hearingId: string;
  readonly result: HearingResult | 'adjourned';
  readonly heard: Heard | null;
  /** With `adjourned`. */
  readonly reason: AdjournReason | null;
  /** With `adjourned`: when it goes on; null when the court will fix the day. */
  readonly next: { readonly hearingId: string; readonly at: Moment } | null;
  /** An unlikely day on which somebody says that it goes on; null or absent where nobody was asked. */
  readonly sureOf?: LocalDate | null;
  readonly directions: readonly GivenDirection[];
  readonly note: string | null;
}

export type CannotRecordHearing =
  | NoApplication
  | NoOrder
  | 'no-such-hearing'
  | 'recorded-already'
  | 'still-ahead'
  | 'reason-needed'
  | 'next-not-later'
  | 'not-adjourned'
  | 'directions-needed'
  | 'direction-too-early'
  | DayUnlikely;

/** What became of a hearing of the application. An adjourned one lists the next, and whatever was directed stands by its day. */
export function recordHearing(application: ApplicationState, details: HearingDetails, today: LocalDate): ApplicationFact[] {
  const { applicationId, perpetratorId, force, hearings, protectedPersonIds, victimIds } = anApplication(application);
  const of = { applicationId, perpetratorId, force };
  const { hearing, given, adjourned, held, next, directions } = outcomeOf(hearings, details, today, [
    perpetratorId,
    ...protectedPersonIds,
    ...victimIds,
  ]);
  const { hearingId } = hearing;
  return [
    ...(given ? [{ type: 'DirectionsGiven', data: { ...of, hearingId, directions }, personal: given } as const] : []),
    ...(adjourned
      ? [{ type: 'HearingAdjourned', data: { ...of, hearingId, reason: adjourned.reason }, personal: adjourned.personal } as const]
      : []),
    ...(held ? [{ type: 'HearingHeld', data: { ...of, hearingId, ...held.data }, personal: held.personal } as const] : []),
    ...(next ? [{ type: 'HearingListed', data: { ...of, ...next } } as const] : []),
  ];
}

/** What became of a hearing about the order. */
export function recordOrderHearing(order: OrderState, details: HearingDetails, today: LocalDate): OrderFact[] {
  const { orderId, perpetratorId, force, hearings, protectedPersonIds } = anOrder(order);
  const of = { orderId, perpetratorId, force };
  const { hearing, given, adjourned, held, next, directions } = outcomeOf(hearings, details, today, [perpetratorId, ...protectedPersonIds]);
  const { hearingId } = hearing;
  return [
    ...(given ? [{ type: 'OrderDirectionsGiven', data: { ...of, hearingId, directions }, personal: given } as const] : []),
    ...(adjourned
      ? [{ type: 'OrderHearingAdjourned', data: { ...of, hearingId, reason: adjourned.reason }, personal: adjourned.personal } as const]
      : []),
    ...(held ? [{ type: 'OrderHearingHeld', data: { ...of, hearingId, ...held.data }, personal: held.personal } as const] : []),
    ...(next ? [{ type: 'OrderHearingListed', data: { ...of, ...next } } as const] : []),
  ];
}

function outcomeOf(hearings: readonly Hearing[], details: HearingDetails, today: LocalDate, about: readonly [string, ...string[]]) {
  const { hearingId, result, heard, reason, next, note } = details;
  const hearing = hearings.find((one) => one.hearingId === hearingId);
  if (!hearing) throw refuse<CannotRecordHearing>('no-such-hearing');
  if (hearing.outcome) throw refuse<CannotRecordHearing>('recorded-already');
  // A court may adjourn or vacate a hearing before its day.
  if (hearing.at.on > today && result !== 'adjourned' && result !== 'vacated') throw refuse<CannotRecordHearing>('still-ahead');
  if (result === 'directions' && details.directions.length === 0) throw refuse<CannotRecordHearing>('directions-needed');
  if (details.directions.some(({ by }) => by < hearing.at.on && by < today)) throw refuse<CannotRecordHearing>('direction-too-early');
  const sealed = note?.trim() ? { note: personal(about, note.trim()) } : {};
  const directions = details.directions.map(({ directionId, to, by }): Direction => ({ directionId, to, by }));
  const shared = { hearing, directions, given: directions.length > 0 ? wordsOf(details.directions, about) : null };
  if (result !== 'adjourned') {
    if (reason || next) throw refuse<CannotRecordHearing>('not-adjourned');
    return { ...shared, held: { data: { result, heard }, personal: sealed }, adjourned: null, next: null };
  }
  if (!reason) throw refuse<CannotRecordHearing>('reason-needed');
  const isSame = next?.at.on === hearing.at.on && next.at.at === hearing.at.at;
  if (next && (isSame || passed(next.at, hearing.at) === 'yes')) throw refuse<CannotRecordHearing>('next-not-later');
  if (next) likelyOrSure(next.at.on, details.sureOf ?? null, today);
  const { court, purpose, ofAppeal } = hearing;
  const goesOn = next && { ...next, court, purpose, follows: hearingId, ...(ofAppeal !== undefined && { ofAppeal }) };
  return { ...shared, held: null, adjourned: { reason, personal: sealed }, next: goesOn };
}

function wordsOf(
  directions: readonly GivenDirection[],
  about: readonly [string, ...string[]],
): { readonly [part: `direction:${string}`]: Personal<string> } {
  return Object.fromEntries(directions.map(({ directionId, words }) => [`direction:${directionId}`, personal(about, words.trim())]));
}
