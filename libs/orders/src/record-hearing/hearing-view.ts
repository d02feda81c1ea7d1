import type { LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import { type Closing, type Direction, type DirectionSettling, type Hearing, hearingState, type HearingState } from '../domain/hearings.js';

/** A hearing as a page shows it. */
export interface HearingView extends Omit<Hearing, 'room' | 'directions' | 'outcome'> {
  readonly room: string | null;
  readonly state: HearingState;
  readonly directions: readonly (Direction & {
    readonly words: string | null;
    /** Whether its day has passed and it was neither done nor lifted. */
    readonly isPast: boolean;
    readonly settled: { readonly how: DirectionSettling; readonly on: LocalDate; readonly by: string | null } | null;
  })[];
  readonly outcome: (Omit<NonNullable<Hearing['outcome']>, 'note'> & { readonly note: string | null }) | null;
}

type Reading = (text: Personal<string> | null) => string | null;

/**
 * The hearings for one reader on `today`. `court`: how the court's words are read; `keeper`: what the force that keeps the record noted for itself.
 * `closing`: where what they are about came to its end.
 */
export function hearingViews(
  hearings: readonly Hearing[],
  today: LocalDate,
  { court, keeper }: { readonly court: Reading; readonly keeper: Reading },
  closing: Closing | null = null,
): readonly HearingView[] {
  return hearings.map((hearing) => ({
    ...hearing,
    state: hearingState(hearing, today, closing),
    room: court(hearing.room),
    directions: hearing.directions.map(({ settled, ...direction }) => ({
      ...direction,
      words: court(direction.words),
      isPast: settled === null && direction.by < today,
      settled: settled && { ...settled, by: keeper(settled.by) },
    })),
    outcome: hearing.outcome && { ...hearing.outcome, note: keeper(hearing.outcome.note) },
  }));
}
