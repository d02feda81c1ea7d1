import type { Append, Appended } from '../event-store.js';

/** Appends that are stored together or not at all. */
export type Group = readonly Append[];

interface Waiting {
  readonly group: Group;
  readonly resolve: (verdicts: Appended[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommitOptions {
  /** Calls under way at once: one connection each. */
  readonly calls: number;
  /** Most groups in one call. */
  readonly groupsPerCall: number;
  /** Writes the groups in one transaction: verdicts per group, per append. */
  readonly write: (groups: readonly Group[]) => Promise<Appended[][]>;
  /** Whether an error may be the fault of one group, so that the others deserve a try of their own. */
  readonly isFaultOfOne: (error: unknown) => boolean;
}

/**
 * Puts appends that arrive while the database is busy into one transaction, so that they share a flush. There is no timer: a lone append
 * goes out at once, and calls fill up only while all connections are busy. A stream is in one call at a time.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private underWay = 0;
  private readonly busy = new Set<string>();
  private idle: (() => void) | null = null;

  constructor(private readonly options: GroupCommitOptions) {}

  append(group: Group): Promise<Appended[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ group, resolve, reject });
      this.pump();
    });
  }

  /** Resolves when nothing waits or is under way. */
  async drain(): Promise<void> {
    if (this.underWay > 0 || this.waiting.length > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  private pump(): void {
    while (this.underWay < this.options.calls && this.waiting.length > 0) {
      const batch = this.take();
      if (batch.length === 0) return;
      this.underWay += 1;
      void this.commit(batch).finally(() => {
        for (const { group } of batch) for (const { stream } of group) this.busy.delete(stream);
        this.underWay -= 1;
        this.pump();
        if (this.underWay === 0) this.idle?.();
      });
    }
  }

  /** The next groups whose streams are not in a call already, in the order they came; the others keep their places. */
  private take(): Waiting[] {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    const passed = new Set<string>();
    for (const item of this.waiting) {
      const free =
        batch.length < this.options.groupsPerCall && item.group.every(({ stream }) => !this.busy.has(stream) && !passed.has(stream));
      if (free) for (const { stream } of item.group) this.busy.add(stream);
      else for (const { stream } of item.group) passed.add(stream);
      (free ? batch : left).push(item);
    }
    this.waiting = left;
    return batch;
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const verdicts = await this.options.write(batch.map(({ group }) => group));
      batch.forEach((item, at) => item.resolve(verdicts[at] ?? []));
    } catch (error) {
      const alone = batch.length === 1 || !this.options.isFaultOfOne(error);
      for (const item of batch) {
        if (alone) item.reject(error);
        else await this.options.write([item.group]).then(([verdicts]) => item.resolve(verdicts ?? []), item.reject);
      }
    }
  }
}
