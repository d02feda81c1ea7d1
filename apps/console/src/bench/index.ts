import { benchAppends } from './appends.js';
import { benchClicks } from './clicks.js';
import { benchDocuments } from './documents.js';
import { benchRebuild } from './rebuild.js';
import { benchLinks } from './links.js';
import { benchPages } from './pages.js';
import { benchSearch } from './search.js';
import type { BenchSetup, BenchTable } from './table.js';

export interface Bench {
  readonly name: string;
  /** Measures on the server at the address, in databases of its own. */
  readonly run: (setup: BenchSetup) => Promise<BenchTable[]>;
}

/** Every benchmark, in the order in which they run. A new one is one file and one line here. */
export const benches: readonly Bench[] = [
  { name: 'appends', run: ({ databaseUrl, effort }) => benchAppends(databaseUrl, effort) },
  { name: 'rebuild', run: ({ databaseUrl, effort }) => benchRebuild(databaseUrl, effort) },
  { name: 'pages', run: ({ databaseUrl, effort }) => benchPages(databaseUrl, effort) },
  { name: 'search', run: ({ databaseUrl, effort }) => benchSearch(databaseUrl, effort) },
  { name: 'clicks', run: ({ databaseUrl, effort }) => benchClicks(databaseUrl, effort) },
  { name: 'documents', run: ({ databaseUrl, effort }) => benchDocuments(databaseUrl, effort) },
  { name: 'links', run: benchLinks },
];
