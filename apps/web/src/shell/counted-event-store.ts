import { type Append, type Appended, PostgresEventStore } from '#event-store';

/** What became of appends since this process began. */
export interface AppendCounts {
  /** Events. */
  stored: number;
  /** Appends that were stored before: a command sent again. */
  duplicate: number;
  /** Appends to a stream that had changed meanwhile. */
  conflict: number;
  /** Calls that the store did not answer, or refused as malformed. */
  failed: number;
}

/** The event store, with a count of what is appended. */
export class CountedEventStore extends PostgresEventStore {
  readonly counts: AppendCounts = { stored: 0, duplicate: 0, conflict: 0, failed: 0 };

  override async appendMany(appends: readonly Append[]): Promise<Appended[]> {
    let verdicts: Appended[];
    try {
      verdicts = await super.appendMany(appends);
    } catch (error) {
      this.counts.failed += 1;
      throw error;
    }
    for (const [nth, verdict] of verdicts.entries()) {
      if (!verdict.ok) this.counts.conflict += 1;
      else if (verdict.duplicate) this.counts.duplicate += 1;
      else this.counts.stored += appends[nth]?.events.length ?? 0;
    }
    return verdicts;
  }
}
