/** What happened in one stretch of time. */
export interface Slice {
  readonly perSecond: number;
  /** ms. */
  readonly p50: number;
  readonly p99: number;
}

/** Has `callers` call one after the other, each as soon as its last call is answered, for `ms`. */
export async function slice(callers: number, ms: number, call: (caller: number) => Promise<unknown>): Promise<Slice> {
  const took: number[] = [];
  const start = performance.now();
  const again = async (caller: number): Promise<void> => {
    for (let before = start; before - start < ms;) {
      await call(caller);
      const now = performance.now();
      took.push(now - before);
      before = now;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => again(caller)));
  const perSecond = (took.length / (performance.now() - start)) * 1000;
  return { perSecond, p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}

/** 0 when there are no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** 0 when there are no values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
