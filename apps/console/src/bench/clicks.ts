import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { solicitorsRun } from './clicks-legal.js';
import { officersRun } from './clicks-officer.js';
import type { BenchTable, Effort } from './table.js';

/** Who is followed through the pages, each in a file of its own. */
const RUNS: readonly ((serverUrl: string, effort: Effort, openBrowser: () => Promise<Browser>) => Promise<BenchTable>)[] = [
  officersRun,
  solicitorsRun,
];

/** What it takes a person in a real browser, where one is installed: it is a development dependency. */
export async function benchClicks(serverUrl: string, effort: Effort): Promise<BenchTable[]> {
  const missing = await openBrowser().then(
    (browser) => browser.close().then(() => null),
    (error: unknown) => error,
  );
  if (missing !== null) return [withoutBrowser(missing)];
  const tables: BenchTable[] = [];
  for (const run of RUNS) tables.push(await run(serverUrl, effort, openBrowser));
  return tables;
}

function withoutBrowser(error: unknown): BenchTable {
  const [why = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return {
    title: 'Clicks were not counted: no browser could be opened. Install the development dependencies, or name a Chromium in CHROMIUM_PATH',
    columns: ['what the browser said'],
    rows: [[why]],
    verdicts: [],
  };
}
