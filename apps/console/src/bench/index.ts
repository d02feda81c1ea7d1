import { benchAppends } from './appends.js';
import { benchRebuild } from './rebuild.js';
import { benchPages } from './pages.js';
import type { BenchTable, Effort } from './table.js';

export interface Bench {
  readonly name: string;
  /** Measures on the server at this address, in databases of its own. */
  readonly run: (databaseUrl: string, effort: Effort) => Promise<BenchTable[]>;
}

/** Every benchmark, in the order in which they run. A new one is one file and one line here. */
export const benches: readonly Bench[] = [
  { name: 'appends', run: benchAppends },
  { name: 'rebuild', run: benchRebuild },
  { name: 'pages', run: benchPages },
];
