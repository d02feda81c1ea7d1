import { benchAppends } from './appends.js';
import type { BenchTable } from './table.js';

export interface Bench {
  readonly name: string;
  /** Measures against the database at this address, in a database or a schema of its own. */
  readonly run: (databaseUrl: string) => Promise<BenchTable>;
}

/** Every benchmark, in the order in which they run. A new one is one file and one line here. */
export const benches: readonly Bench[] = [{ name: 'appends', run: benchAppends }];
