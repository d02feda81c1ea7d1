/** What a benchmark found, ready to print. */
export interface BenchTable {
  readonly title: string;
  readonly columns: string[];
  readonly rows: string[][];
  readonly verdicts: BenchVerdict[];
}

/** One measured ratio against the target it should meet. */
export interface BenchVerdict {
  readonly what: string;
  readonly ratio: number;
  /** For instance `>= 1.5`. */
  readonly target: string;
  readonly met: boolean;
}

/** Whether `ratio` reaches at least `target`. */
export function atLeast(what: string, ratio: number, target: number): BenchVerdict {
  return { what, ratio, target: `>= ${target}`, met: ratio >= target };
}

/** Whether `ratio` stays at or below `target`. */
export function atMost(what: string, ratio: number, target: number): BenchVerdict {
  return { what, ratio, target: `<= ${target}`, met: ratio <= target };
}

/** What a benchmark may use. */
export interface BenchSetup {
  /** A server on which databases may be made. */
  readonly databaseUrl: string;
  readonly effort: Effort;
  /** A file or a folder of labelled records; null when none was given. */
  readonly labelledPairs: string | null;
}

/** How long a benchmark may take: `smoke` shows within seconds that it runs, its numbers mean nothing. */
export type Effort = 'full' | 'smoke';
