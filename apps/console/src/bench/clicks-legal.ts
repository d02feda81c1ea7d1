import type { Browser } from 'playwright-core';
import { Hand } from './hand.js';
import { withFreshRecord } from './loading.js';
import { startService } from './service.js';
import { applyFromReferral, type Stretch } from './standard-application.js';
import { atMost, type BenchTable, type Effort } from './table.js';
import { median } from './timings.js';

/** A solicitor at a desk, without a script: a standard application from a referral that nobody has recorded to the printed pack. */
export function solicitorsRun(serverUrl: string, effort: Effort, openBrowser: () => Promise<Browser>): Promise<BenchTable> {
  const runs = effort === 'full' ? 5 : 1;
  return withFreshRecord(serverUrl, async (record) => {
    // Nobody else is on record: what is counted does not depend on it, and what it costs the machine is measured elsewhere.
    await record.projector.stop();
    const service = await startService(record.databaseUrl, record.masterKey, true);
    const browser = await openBrowser();
    try {
      const all: (readonly Stretch[])[] = [];
      // The first one of a full measurement warms up.
      for (let run = effort === 'full' ? -1 : 0; run < runs; run += 1) {
        const stretches = await once(browser, service.address);
        if (run >= 0) all.push(stretches);
      }
      return table(all);
    } finally {
      await browser.close();
      await service.close();
    }
  });
}

async function once(browser: Browser, address: string): Promise<readonly Stretch[]> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 }, javaScriptEnabled: false });
  try {
    return await applyFromReferral(new Hand(await context.newPage(), address));
  } finally {
    await context.close();
  }
}

function table(all: readonly (readonly Stretch[])[]): BenchTable {
  const parts = (all[0] ?? []).map(({ what, taken }, nth) => ({
    ...{ what, ...taken },
    seconds: median(all.flatMap((stretches) => stretches[nth]?.ms ?? [])) / 1_000,
  }));
  const sum = (pick: (part: (typeof parts)[number]) => number): number => parts.reduce((so, part) => so + pick(part), 0);
  const whole = {
    what: 'referral to the pack',
    clicks: sum(({ clicks }) => clicks),
    fields: sum(({ fields }) => fields),
    pages: sum(({ pages }) => pages),
    seconds: sum(({ seconds }) => seconds),
  };
  return {
    title: `A standard application by a solicitor and an authorising officer, JavaScript off, median of ${all.length}`,
    columns: ['', 'clicks', 'fields typed', 'pages', 'machine s'],
    rows: [...parts, whole].map(({ what, clicks, fields, pages, seconds }) => [
      what,
      ...[clicks, fields, pages].map(String),
      seconds.toFixed(2),
    ]),
    verdicts: [
      atMost('clicks from a referral to the printed pack', whole.clicks, 80),
      atMost('fields typed from a referral to the printed pack', whole.fields, 25),
    ],
  };
}
