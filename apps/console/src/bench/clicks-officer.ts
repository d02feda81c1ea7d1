import type { Browser } from 'playwright-core';
import { Hand } from './hand.js';
import { type FreshRecord, load, reactedToAll, withFreshRecord } from './loading.js';
import { briefLife, madeUpName, typicalLife } from './made-up-people.js';
import { startService } from './service.js';
import { atMost, type BenchTable, type Effort } from './table.js';
import { median } from './timings.js';

/** What a person is allowed on top of the machine, in seconds: stated, not measured. One thumb on a phone, standing. */
const ALLOWANCE = {
  /** To find what to tap and to reach it. */
  tap: 1.5,
  /** To type a name or a few words, about 25 letters. */
  field: 10,
  /** To look over a page that has opened. */
  page: 3,
} as const;

/** The made-up person who is looked for: of Kent, in court when the order was made, under it until 2029, with breaches before. */
const WANTED = 1_200;

interface Stretch {
  readonly taps: number;
  readonly fields: number;
  readonly pages: number;
  /** Of the machine: the service, the network within this machine and the browser. */
  readonly seconds: number;
}

const STRETCHES = ['search to the answer on the card', 'card to a submitted breach', 'search to a submitted breach'] as const;

/** An officer with a phone of 390 by 844 CSS pixels: finds the person, reads the card, reports a breach. */
export function officersRun(serverUrl: string, effort: Effort, openBrowser: () => Promise<Browser>): Promise<BenchTable> {
  const { others, runs } = effort === 'full' ? { others: 2_000, runs: 7 } : { others: 4, runs: 1 };
  return withFreshRecord(serverUrl, async (record) => {
    await load(record.store, record.sealer, lives(others));
    await project(record);
    const service = await startService(record.databaseUrl, record.masterKey, true);
    const browser = await openBrowser();
    try {
      const withScript = await repeated(browser, service.address, true, runs);
      const without = await repeated(browser, service.address, false, runs);
      return table(others, runs, withScript, without);
    } finally {
      await browser.close();
      await service.close();
    }
  });
}

function* lives(others: number) {
  yield typicalLife(WANTED);
  for (let nth = 1; nth < others; nth += 1) yield briefLife(WANTED + nth);
}

async function project(record: FreshRecord): Promise<void> {
  await record.projector.rebuildAll();
  await record.projector.stop();
  await reactedToAll(record);
  await record.database.query('vacuum analyze');
}

/** The median of each stretch; taps, fields and pages are the same every time. */
async function repeated(browser: Browser, address: string, script: boolean, runs: number): Promise<Stretch[]> {
  const all: Stretch[][] = [];
  // The first one warms up.
  for (let run = -1; run < runs; run += 1) {
    const stretches = await once(browser, address, script);
    if (run >= 0) all.push(stretches);
  }
  return STRETCHES.map((_, nth) => {
    const these = all.flatMap((stretches) => stretches[nth] ?? []);
    const [first] = these;
    if (!first) throw new Error('Nothing was measured');
    return { ...first, seconds: median(these.map(({ seconds }) => seconds)) };
  });
}

async function once(browser: Browser, address: string, javaScriptEnabled: boolean): Promise<Stretch[]> {
  const { given, family } = madeUpName(WANTED);
  const screen = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const context = await browser.newContext({ ...screen, javaScriptEnabled });
  try {
    const hand = new Hand(await context.newPage(), address);
    await hand.signsIn('Pat Invented');
    const begun = marked(hand);
    await hand.types('Name or alias', `${given} ${family}`);
    await hand.presses('Search');
    await hand.follows(`Card of ${given} ${family}`);
    const answer = await hand.page.locator('.ow-answer__heading').innerText();
    if (!/^\d+ orders? in force/.test(answer)) throw new Error(`The card answers "${answer}"`);
    const read = marked(hand);
    await hand.presses('Report a breach');
    await hand.chooses('Message');
    await hand.presses('Continue');
    await hand.types('What happened, in a few words?', 'A text to the protected person');
    await hand.chooses('Protected person');
    await hand.presses('Save as a breach');
    if (!(await hand.reads()).includes('What to do next')) throw new Error('The breach was not saved');
    const saved = marked(hand);
    return [between(begun, read), between(read, saved), between(begun, saved)];
  } finally {
    await context.close();
  }
}

const marked = (hand: Hand): Stretch => {
  const { clicks, fields, pages } = hand.effort;
  return { taps: clicks, fields, pages, seconds: performance.now() / 1_000 };
};

function between(from: Stretch, to: Stretch): Stretch {
  return {
    taps: to.taps - from.taps,
    fields: to.fields - from.fields,
    pages: to.pages - from.pages,
    seconds: to.seconds - from.seconds,
  };
}

function table(others: number, runs: number, withScript: readonly Stretch[], without: readonly Stretch[]): BenchTable {
  const row = (name: string, script: string, stretch: Stretch): string[] => {
    const { taps, fields, pages, seconds } = stretch;
    return [
      name,
      script,
      String(taps),
      String(fields),
      String(pages),
      seconds.toFixed(2),
      human(stretch).toFixed(1),
      whole(stretch).toFixed(1),
    ];
  };
  const rows = STRETCHES.flatMap((name, nth) => [
    ...[withScript[nth]].flatMap((stretch) => (stretch ? [row(name, 'on', stretch)] : [])),
    ...[without[nth]].flatMap((stretch) => (stretch ? [row(name, 'off', stretch)] : [])),
  ]);
  const slowest = (nth: number) => slower(withScript[nth], without[nth]);
  const [answered, reported, all] = [slowest(0), slowest(1), slowest(2)];
  return {
    title:
      `An officer on a phone of 390 px among ${others} people, median of ${runs} runs; ` +
      `allowed a person: ${ALLOWANCE.tap} s a tap, ${ALLOWANCE.field} s a field, ${ALLOWANCE.page} s to look over a page`,
    columns: ['from … to', 'JavaScript', 'taps', 'fields', 'pages', 'machine s', 'person s', 'together s'],
    rows,
    verdicts: [
      atMost('seconds from the search to a submitted breach, person and machine', whole(all), 60),
      atMost('seconds from the search to the answer, person and machine', whole(answered), 30),
      atMost('taps from the card to a submitted breach', reported.taps, 5),
      atMost('fields from the card to a submitted breach', reported.fields, 2),
    ],
  };
}

const human = ({ taps, fields, pages }: Stretch): number => taps * ALLOWANCE.tap + fields * ALLOWANCE.field + pages * ALLOWANCE.page;
const whole = (stretch: Stretch): number => human(stretch) + stretch.seconds;

function slower(one: Stretch | undefined, other: Stretch | undefined): Stretch {
  if (!one || !other) throw new Error('Nothing was measured');
  return whole(one) > whole(other) ? one : other;
}
