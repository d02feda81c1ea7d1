import { Query } from '@nestjs/cqrs';
import type { Viewer } from '#access';
import { asInstant, endOfDay, millisecondsOf, type Instant, type LocalDate } from '#calendar';
import type { PerpetratorState } from '#people';
import type { HistoryKind } from '../sentences/index.js';
import type { HistoryFactLine } from './history-fact.js';
import type { KnownAs } from './names.js';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** What the reader asked to see of the time line. Empty or null: everything. */
export interface HistoryFilter {
  readonly kinds: readonly HistoryKind[];
  /** CJS code of the force that recorded it. */
  readonly force: string | null;
  readonly orderId: string | null;
  /** London days, both included, on which it happened. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

export const EVERYTHING: HistoryFilter = { kinds: [], force: null, orderId: null, from: null, to: null };

/** One perpetrator's history for one reader; null when there is no such person for them. */
export interface PerpetratorHistory {
  readonly perpetrator: PerpetratorState;
  readonly summary: PerpetratorSummary;
  readonly protectedPeople: readonly KnownAs[];
  /** Newest first, one page of it. */
  readonly lines: readonly HistoryFactLine[];
  readonly next: string | null;
  /** The moment the answer is for: now, or the end of the day asked about. */
  readonly asAt: Instant;
}

export class GetPerpetratorHistory extends Query<PerpetratorHistory | null> {
  constructor(
    readonly viewer: Viewer,
    readonly perpetratorId: string,
    readonly now: Instant,
    readonly filter: HistoryFilter = EVERYTHING,
    /** What was known at the end of this London day. Null: what is known now. */
    readonly asKnownOn: LocalDate | null = null,
    /** Cursor of the part after an earlier one. */
    readonly after: string | null = null,
  ) {
    super();
  }

  /** Facts recorded before this instant count; null for all. */
  get recordedBefore(): Instant | null {
    return this.asKnownOn === null ? null : endOfDay(this.asKnownOn);
  }

  /** The last moment of the day asked about, or now. */
  get asAt(): Instant {
    return this.asKnownOn === null ? this.now : asInstant(millisecondsOf(endOfDay(this.asKnownOn)) - 1);
  }
}
