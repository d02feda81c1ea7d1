import type { LocalDate } from '#calendar';
import type { Fact, Personal } from '#event-sourcing';
import type { Court } from './events.js';
import { byMoment, type Moment } from './moments.js';

// Hearings of an application, and of an order: of its variation, renewal, discharge or appeal.

export type HearingPurpose =
  'interim' | 'return' | 'directions' | 'final' | 'variation' | 'renewal' | 'discharge' | 'appeal' | 'rehearing' | 'other';

export type AdjournReason =
  | 'respondent-not-served'
  | 'respondent-absent'
  | 'evidence-not-ready'
  | 'charge-decision-awaited'
  | 'representation'
  | 'interpreter'
  | 'court-time'
  | 'other';

/** Who has to do what the court directed. */
export type DirectedTo = 'police' | 'respondent' | 'prosecution' | 'court' | 'other';

/** How the respondent met it. */
export type Heard = 'contested' | 'by-consent' | 'in-absence';

/** What became of a hearing that was not adjourned: an interim order, that one was refused, directions alone, the decision, or it was not held at all. */
export type HearingResult = 'interim-order' | 'interim-refused' | 'directions' | 'decided' | 'vacated';

/** What it is that the court directed, by whom it is to be done, and by the end of which day. */
export interface Direction {
  readonly directionId: string;
  readonly to: DirectedTo;
  readonly by: LocalDate;
}

/** `lifted`: the court said that it need not be done any more. */
export type DirectionSettling = 'done' | 'lifted';

/** A direction as it stands: until it is settled it is to be done, also after its day. */
export interface StandingDirection extends Direction {
  readonly words: Personal<string>;
  readonly settled: { readonly how: DirectionSettling; readonly on: LocalDate; readonly by: Personal<string> } | null;
}

/** The words of a direction, under `direction:<id>`: they can name people. */
export type DirectionParts = { readonly [part: `direction:${string}`]: Personal<string> };

/** The facts of hearings. The names of those about an order begin with `Order`, so that whoever reads facts by name knows whose they are. */
export type HearingFact<Of extends object, Prefix extends '' | 'Order'> =
  | Fact<
      `${Prefix}HearingListed`,
      Of & {
        hearingId: string;
        court: Court;
        /** The London day, and the time when the court gave one. */
        at: Moment;
        purpose: HearingPurpose;
        /** The hearing that was adjourned to it. */
        follows: string | null;
        /** The appeal on which a court sent back what it is to hear again. Absent: it is no such hearing. */
        ofAppeal?: string;
      },
      { room?: Personal<string> }
    >
  | Fact<`${Prefix}HearingAdjourned`, Of & { hearingId: string; reason: AdjournReason }, { note?: Personal<string> }>
  | Fact<`${Prefix}DirectionsGiven`, Of & { hearingId: string; directions: readonly Direction[] }, DirectionParts>
  | Fact<`${Prefix}HearingHeld`, Of & { hearingId: string; result: HearingResult; heard: Heard | null }, { note?: Personal<string> }>
  /** Somebody did what was directed, or the court asks for it no more. `by`: who did it, or who told. */
  | Fact<
      `${Prefix}DirectionSettled`,
      Of & { hearingId: string; directionId: string; how: DirectionSettling; on: LocalDate },
      { by: Personal<string> }
    >;

export interface Hearing {
  readonly hearingId: string;
  readonly court: Court;
  readonly at: Moment;
  readonly purpose: HearingPurpose;
  readonly follows: string | null;
  /** The appeal on which what it is to hear was sent back; absent where it is no such hearing. */
  readonly ofAppeal?: string;
  readonly room: Personal<string> | null;
  readonly directions: readonly StandingDirection[];
  /** Null until somebody records what became of it. */
  readonly outcome:
    | { readonly is: 'adjourned'; readonly reason: AdjournReason; readonly note: Personal<string> | null }
    | { readonly is: HearingResult; readonly heard: Heard | null; readonly note: Personal<string> | null }
    | null;
}

/**
 * Whether a hearing is still to come. `no-outcome`: its day has passed and nobody recorded what became of it. `not-needed`: what it was
 * listed for was decided before its day, and nobody recorded yet that the court took it out of its list.
 */
export type HearingState = 'ahead' | 'today' | 'no-outcome' | 'over' | 'not-needed';

/** The day on which what a hearing is about came to its end. `settlesEarlier`: so that no earlier hearing waits for its outcome any more. */
export interface Closing {
  readonly on: LocalDate;
  readonly settlesEarlier: boolean;
}

/** Whether such a hearing is held after what it is about has ended. */
export function outlives(purpose: HearingPurpose): boolean {
  return purpose === 'appeal' || purpose === 'rehearing';
}

/** An appeal, and what was sent back on it, is heard after what it is against; nothing else is left to hear after `closing`. */
export function hearingState({ at, purpose, outcome }: Hearing, today: LocalDate, closing: Closing | null = null): HearingState {
  if (outcome) return 'over';
  if (closing && !outlives(purpose)) {
    if (at.on > closing.on) return 'not-needed';
    if (closing.settlesEarlier) return 'over';
  }
  return at.on === today ? 'today' : at.on > today ? 'ahead' : 'no-outcome';
}

/** The hearings after one more fact, in the order of their days. */
export function hearingsAfter(hearings: readonly Hearing[], fact: HearingFact<object, '' | 'Order'>): readonly Hearing[] {
  const one = (change: (hearing: Hearing) => Hearing): readonly Hearing[] =>
    hearings.map((hearing) => (hearing.hearingId === fact.data.hearingId ? change(hearing) : hearing));
  switch (fact.type) {
    case 'HearingListed':
    case 'OrderHearingListed': {
      const { hearingId, court, at, purpose, follows, ofAppeal } = fact.data;
      const listed: Hearing = {
        ...{ hearingId, court, at, purpose, follows, ...(ofAppeal !== undefined && { ofAppeal }) },
        ...{ room: fact.personal?.room ?? null, directions: [], outcome: null },
      };
      return [...hearings, listed].toSorted((a, b) => byMoment(a.at, b.at));
    }
    case 'HearingAdjourned':
    case 'OrderHearingAdjourned': {
      const { reason } = fact.data;
      return one((hearing) => ({ ...hearing, outcome: { is: 'adjourned', reason, note: fact.personal?.note ?? null } }));
    }
    case 'DirectionsGiven':
    case 'OrderDirectionsGiven': {
      const { directions } = fact.data;
      const given = directions.map((direction) => ({
        ...direction,
        words: fact.personal?.[`direction:${direction.directionId}`] ?? unsaid,
        settled: null,
      }));
      return one((hearing) => ({ ...hearing, directions: [...hearing.directions, ...given] }));
    }
    case 'HearingHeld':
    case 'OrderHearingHeld': {
      const { result, heard } = fact.data;
      return one((hearing) => ({ ...hearing, outcome: { is: result, heard, note: fact.personal?.note ?? null } }));
    }
    case 'DirectionSettled':
    case 'OrderDirectionSettled': {
      const { directionId, how, on } = fact.data;
      return withDirection(hearings, directionId, { how, on, by: fact.personal?.by ?? unsaid });
    }
  }
}

const unsaid: Personal<never> = { about: [], value: null };

/** The hearings with the direction settled so; with `null` it is to be done again. */
export function withDirection(
  hearings: readonly Hearing[],
  directionId: string,
  settled: StandingDirection['settled'],
): readonly Hearing[] {
  return hearings.map((hearing) => ({
    ...hearing,
    directions: hearing.directions.map((one) => (one.directionId === directionId ? { ...one, settled } : one)),
  }));
}

/**
 * The hearings without what was said to have become of one: it waits again, what was directed at it was not, and the hearing to which it was said to
 * be adjourned is not listed.
 */
export function unheard(hearings: readonly Hearing[], hearingId: string): readonly Hearing[] {
  return hearings
    .filter(({ follows }) => follows !== hearingId)
    .map((hearing) => (hearing.hearingId === hearingId ? { ...hearing, outcome: null, directions: [] } : hearing));
}

/** The hearings of which what became of them can be taken back by itself: nothing is recorded of the hearing to which one was adjourned. */
export function canBeUnheard(hearings: readonly Hearing[]): readonly Hearing[] {
  return hearings.filter(({ hearingId, outcome }) => outcome && !hearings.some((next) => next.follows === hearingId && next.outcome));
}

/** What was directed and is settled. */
export function settledDirections(hearings: readonly Hearing[]): readonly (StandingDirection & { readonly hearingId: string })[] {
  return hearings.flatMap(({ hearingId, directions }) => directions.filter(({ settled }) => settled).map((one) => ({ ...one, hearingId })));
}

type OrderHearingFact = HearingFact<object, 'Order'>;

const ofOrder: Readonly<Record<OrderHearingFact['type'], true>> = {
  OrderHearingListed: true,
  OrderHearingAdjourned: true,
  OrderDirectionsGiven: true,
  OrderHearingHeld: true,
  OrderDirectionSettled: true,
};
const ofApplication: Readonly<Record<HearingFact<object, ''>['type'], true>> = {
  HearingListed: true,
  HearingAdjourned: true,
  DirectionsGiven: true,
  HearingHeld: true,
  DirectionSettled: true,
};

/** Whether the fact is of a hearing of an order. */
export function isOrderHearingFact<F extends Fact>(fact: F): fact is Extract<F, { type: OrderHearingFact['type'] }> {
  return Object.hasOwn(ofOrder, fact.type);
}

/** Whether the fact is of a hearing of an application. */
export function isApplicationHearingFact<F extends Fact>(fact: F): fact is Extract<F, { type: HearingFact<object, ''>['type'] }> {
  return Object.hasOwn(ofApplication, fact.type);
}
