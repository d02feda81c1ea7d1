import type { LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import { type Closing, type Direction, type Hearing, hearingState, type HearingState } from '../domain/hearings.js';

/** A hearing as a page shows it. */
export interface HearingView extends Omit<Hearing, 'room' | 'directions' | 'outcome'> {
  readonly room: string | null;
  readonly state: HearingState;
  readonly directions: readonly (Direction & { readonly words: string | null; readonly isPast: boolean })[];
  readonly outcome: (Omit<NonNullable<Hearing['outcome']>, 'note'> & { readonly note: string | null }) | null;
}

/** The hearings for one reader on `today`; `closing`: where what they are about came to its end. */
export function hearingViews(
  hearings: readonly Hearing[],
  today: LocalDate,
  read: (text: Personal<string> | null) => string | null,
  closing: Closing | null = null,
): readonly HearingView[] {
  return hearings.map((hearing) => ({
    ...hearing,
    state: hearingState(hearing, today, closing),
    room: read(hearing.room),
    directions: hearing.directions.map((direction) => ({ ...direction, words: read(direction.words), isPast: direction.by < today })),
    outcome: hearing.outcome && { ...hearing.outcome, note: read(hearing.outcome.note) },
  }));
}
