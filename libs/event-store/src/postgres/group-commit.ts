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
  /** Writes the groups: verdicts per group, per append. `line` (0 to `calls` - 1) is not written to otherwise meanwhile. */
  readonly write: (groups: readonly Group[], line: number) => Promise<Appended[][]>;
  /** Whether an error may be the fault of one group, so that the others deserve a try of their own. */
  readonly isFaultOfOne: (error: unknown) => boolean;
}

/**
 * Puts appends that arrive while the database is busy into one transaction, so that they share a flush. There is no timer: a lone append
 * goes out at once, and calls fill up only while all connections are busy. A stream is in one call at a time.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private readonly free: number[];
  private readonly busy = new Set<string>();
  private isComing = false;
  private idle: (() => void) | null = null;

  constructor(private readonly options: GroupCommitOptions) {
    this.free = Array.from({ length: options.calls }, (_, line) => options.calls - 1 - line);
  }

  append(group: Group): Promise<Appended[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ group, resolve, reject });
      this.soon();
    });
  }

  /** Resolves when nothing waits or is under way. */
  async drain(): Promise<void> {
    if (this.isUnderWay || this.waiting.length > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  private get isUnderWay(): boolean {
    return this.free.length < this.options.calls;
  }

  /** Once everybody who is about to append has: those answered by one call come back together, and go into one call again. */
  private soon(): void {
    if (this.isComing) return;
    this.isComing = true;
    process.nextTick(() => {
      this.isComing = false;
      this.pump();
    });
  }

  private pump(): void {
    while (this.free.length > 0 && this.waiting.length > 0) {
      const batch = this.take();
      if (batch.length === 0) return;
      void this.commit(batch, this.free.pop()!);
    }
  }

  /** The next groups whose streams are not in a call already, in the order they came; the others keep their places. */
  private take(): Waiting[] {
    const [only] = this.waiting;
    if (only && this.waiting.length === 1 && only.group.length === 1) return this.takeOnly(only);
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

  private takeOnly(item: Waiting): Waiting[] {
    const stream = item.group[0]!.stream;
    if (this.busy.has(stream)) return [];
    this.busy.add(stream);
    this.waiting = [];
    return [item];
  }

  private async commit(batch: readonly Waiting[], line: number): Promise<void> {
    const { write, isFaultOfOne } = this.options;
    try {
      const verdicts = await write(
        batch.map(({ group }) => group),
        line,
      );
      for (const [at, { resolve }] of batch.entries()) resolve(verdicts[at] ?? []);
    } catch (error) {
      const alone = batch.length === 1 || !isFaultOfOne(error);
      for (const item of batch) {
        if (alone) item.reject(error);
        else await write([item.group], line).then(([verdicts]) => item.resolve(verdicts ?? []), item.reject);
      }
    }
    for (const { group } of batch) for (const { stream } of group) this.busy.delete(stream);
    this.free.push(line);
    this.soon();
    if (!this.isUnderWay && this.waiting.length === 0) this.idle?.();
  }
}
