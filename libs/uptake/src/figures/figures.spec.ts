import { describe, expect, it } from '@jest/globals';
import { orderKinds } from '#orders';
import { figureCsv } from './figures.csv.js';
import { type Cell, type Counted, figuresOf } from './figures.js';
import { figuresView } from './figures.view.js';
import { inAddress, monthsOf, readFilter, type UptakeFilter } from './filter.js';

const today = '2026-11-21';
const filter: UptakeFilter = { force: null, from: '2026-09', to: '2026-11', asAt: today, asKnownOn: null };

function cell(force: string, month: string, over: Partial<Cell>): Cell {
  return {
    force,
    month,
    filed: 0,
    granted: 0,
    refused: 0,
    grantedOnAppeal: 0,
    withdrawn: 0,
    otherwise: 0,
    pending: 0,
    inError: 0,
    made: 0,
    interim: 0,
    full: 0,
    other: 0,
    ...over,
  };
}

/** One perpetrator in Kent, applied for once, an interim and a full order; one pending in Essex. */
const counted: Counted = {
  cells: [
    cell('46', '2026-10', { filed: 1, granted: 1, made: 1, interim: 1 }),
    cell('46', '2026-11', { made: 2, full: 1, other: 1 }),
    cell('42', '2026-11', { filed: 1, pending: 1 }),
  ],
  standing: [{ kind: 'spo', live: 4, unserved: 2, unknown: 1, expiring30: 0, expiring60: 1 }],
  breached: [
    { kind: 'spo', made: 2, breached: 1, breachedKnowing: 0 },
    { kind: 'interim-spo', made: 1, breached: 0, breachedKnowing: 0 },
  ],
  people: { applications: 2, orders: 1 },
  firstDay: '2026-10-07',
};

describe('an empty record', () => {
  it('is said to hold nothing yet, and not to count zero', () => {
    const empty = figuresOf(filter, { cells: [], standing: [], breached: [], people: { applications: 0, orders: 0 }, firstDay: null });
    const { sentences, note } = figuresView(empty);
    expect([sentences, note]).toEqual([['Nothing is recorded up to 21 Nov 2026. That is not the same as zero.'], null]);
  });
});

describe('the cells', () => {
  it('come by month and force, however they were read', () => {
    const { cells } = figuresOf(filter, { ...counted, cells: counted.cells.toReversed() });
    expect(cells.map(({ month, force }) => `${month} ${force}`)).toEqual(['2026-10 46', '2026-11 42', '2026-11 46']);
  });
});

describe('the filter of the figures', () => {
  it('is usually all forces, the last twelve complete months and this one, as at today', () => {
    const { filter: usual, problems } = readFilter({}, today);
    expect(usual).toEqual({ force: null, from: '2025-11', to: '2026-11', asAt: today, asKnownOn: null });
    expect(problems).toEqual([]);
    expect(monthsOf(usual)).toHaveLength(13);
  });

  it('reads force, months and a day, also from the three inputs', () => {
    expect(readFilter({ force: '46', from: '2026-01', to: '2026-03', at: '2026-03-31' }, today)).toEqual({
      filter: { force: '46', from: '2026-01', to: '2026-03', asAt: '2026-03-31', asKnownOn: null },
      problems: [],
    });
    expect(readFilter({ 'at-day': '5', 'at-month': '6', 'at-year': '2026' }, today).filter).toMatchObject({
      asAt: '2026-06-05',
      from: '2025-06',
      to: '2026-06',
    });
  });

  it('takes a day as known on, and is never as at a later one: nobody knew then what would happen', () => {
    expect(readFilter({ asKnownOn: '2026-09-30' }, today).filter).toMatchObject({
      asAt: '2026-09-30',
      asKnownOn: '2026-09-30',
      to: '2026-09',
    });
    const typed = { 'asKnownOn-day': '5', 'asKnownOn-month': '10', 'asKnownOn-year': '2026', at: '2026-11-21' };
    expect(readFilter(typed, today)).toMatchObject({ filter: { asAt: '2026-10-05', asKnownOn: '2026-10-05' }, problems: [] });
    const earlier = readFilter({ ...typed, at: '2026-09-01' }, today).filter;
    expect(earlier).toMatchObject({ asAt: '2026-09-01', asKnownOn: '2026-10-05' });
    expect(readFilter(inAddress(earlier), today).filter).toEqual(earlier);
    expect(readFilter({ asKnownOn: '2026-11-22' }, today).problems).toEqual([
      { text: 'As known on must be today or an earlier day', href: '#asKnownOn-day' },
    ]);
  });

  it.each([
    [{ force: '99' }, 'Select a force from the list'],
    [{ from: 'May' }, 'First month must be a year and a month, like 2026-05'],
    [{ from: '2026-05', to: '2026-04' }, 'First month must not be after last month'],
    [{ from: '2001-01' }, 'Choose at most 60 months'],
    [{ at: '2026-02-30' }, 'As at must be a real day, like 14 5 2026'],
    [{ asKnownOn: 'then' }, 'As known on must be a real day, like 14 5 2026'],
    [{ at: '2026-11-22' }, 'As at must be today or an earlier day'],
  ])('says what is wrong with %j and shows what is usual', (query, text) => {
    const asked = readFilter(query, today);
    expect(asked.problems.map((problem) => problem.text)).toEqual([text]);
    expect(asked.filter).toEqual(readFilter({}, today).filter);
  });
});

describe('the figures', () => {
  const figures = figuresOf(filter, counted);

  it('tell a month without records from a month with none', () => {
    const later = figuresOf({ ...filter, asAt: '2026-10-31' }, { ...counted, cells: [] });
    expect(figures.months.map(({ month, counts }) => [month, counts?.filed ?? null])).toEqual([
      ['2026-09', null],
      ['2026-10', 1],
      ['2026-11', 1],
    ]);
    expect(later.months.map(({ counts }) => counts?.filed ?? null)).toEqual([null, 0, null]);
    expect(figuresView(figures).note).toBe('Nothing is recorded before 7 Oct 2026: months before that are missing, not zero.');
  });

  it('have the share granted of what a court determined, withdrawals apart', () => {
    const many = { ...counted.cells[0]!, filed: 60, granted: 43, refused: 3, withdrawn: 11, otherwise: 3, pending: 0 };
    expect(figuresView(figuresOf(filter, { ...counted, cells: [many] })).sentences[1]).toBe(
      '43 (88%) of the 49 determined were granted; 3 refused, 3 otherwise dealt with. Apart from these, 11 withdrawn and 0 pending.',
    );
  });

  it('say of refusals how many ended in an order made on appeal, which stay refusals', () => {
    const refused = { ...counted.cells[0]!, filed: 4, granted: 2, refused: 2, grantedOnAppeal: 1, withdrawn: 0, otherwise: 0, pending: 0 };
    const { sentences } = figuresView(figuresOf(filter, { ...counted, cells: [refused] }));
    expect(sentences[1]).toContain('2 (50%) of the 4 determined were granted; 2 refused');
    expect(sentences[2]).toBe('Of those refused, 1 ended in an order made on appeal; the order is among those made.');
  });

  it('keep applications, orders and people apart', () => {
    expect(figures.total).toMatchObject({ filed: 2, made: 3, interim: 1, full: 1, other: 1 });
    expect(figuresView(figures).sentences).toEqual([
      'All forces filed 2 applications for stalking protection orders about 2 perpetrators, Sep 2026 to 21 Nov 2026.',
      '1 (100%) of the 1 determined were granted; 0 refused, 0 otherwise dealt with. Apart from these, 0 withdrawn and 1 pending.',
      '3 orders made about 1 perpetrator: 1 interim and 1 full stalking protection orders, 1 of other kinds. 1 (33%) of them alleged to have been breached at least once.',
      '4 orders in force on 21 Nov 2026: 2 not served, 1 ending within 60 days.',
    ]);
  });

  it('put the force with most applications first, whatever the order of counting', () => {
    expect(figures.forces.map(({ force, counts }) => [force, counts.filed, counts.made])).toEqual([
      ['46', 1, 3],
      ['42', 1, 0],
    ]);
    expect(figuresOf(filter, { ...counted, cells: counted.cells.toReversed() }).forces).toEqual(figures.forces);
  });

  it('lead from every number above zero to its list, and from no other', () => {
    const [months] = figuresView(figures).figures;
    const october = months?.table.rows[1];
    expect(october?.cells[0]).toEqual({ text: '1', href: '/uptake/applications?list=filed&from=2026-10&to=2026-10&at=2026-11-21' });
    expect(october?.cells[6]).toEqual({
      text: '1',
      href: '/uptake/orders?list=made&from=2026-10&to=2026-10&at=2026-11-21&kind=interim-spo',
    });
    expect(october?.cells[2]).toEqual({ text: '0', href: null });
    expect(months?.table.rows[0]?.cells.every(({ text, href }) => text === 'not recorded' && href === null)).toBe(true);
  });

  it('each have a unit, a table, a chart, a file and how they are counted', () => {
    for (const { chart, table, counted: how, csv } of figuresView(figures).figures) {
      expect(chart.svg).toContain('<title');
      expect(chart.subtitle).toMatch(/applications|orders/i);
      expect(table.rows.every(({ cells }) => cells.length === table.head.length - 1)).toBe(true);
      expect(how.length).toBeGreaterThan(3);
      expect(csv).toMatch(/^\/uptake\/\w+\.csv\?/);
    }
  });

  it('tell every kind of order apart in the chart', () => {
    const kinds = orderKinds.map((kind) => ({ kind, made: 1, breached: 0, breachedKnowing: 0 }));
    const chart = figuresView(figuresOf(filter, { ...counted, breached: kinds })).figures.find(({ key }) => key === 'breached')?.chart;
    const labels = chart?.table.rows.map(([label]) => label) ?? [];
    expect(new Set(labels).size).toBe(orderKinds.length);
    expect(labels.filter((label) => (label ?? '').length > 24)).toEqual([]);
  });

  it('say nothing of a share of no orders', () => {
    const none = figuresView(figuresOf(filter, { ...counted, breached: [] })).figures.find(({ key }) => key === 'breached');
    expect(none?.table.rows).toEqual([
      {
        label: 'All kinds',
        cells: [
          { text: '0', href: null },
          { text: '0', href: null },
          { text: 'none made', href: null },
          { text: '0', href: null },
          { text: 'none made', href: null },
        ],
      },
    ]);
  });

  it('are in the file with its as-at date, filter and unit, a month without records empty', () => {
    const lines = figureCsv('months', figures).split('\r\n');
    expect(lines[0]).toMatch(
      /^Applications and orders by month and force,as at 21 Nov 2026,Restated with everything known now\.,All forces,Sep 2026 to 21 Nov 2026,unit: applications/,
    );
    expect(lines.slice(2, 6)).toEqual([
      '2026-09,all in this file,,,,,,,,,,,,',
      '2026-10,all in this file,,1,1,0,0,0,0,0,0,1,0,0',
      '2026-10,Kent,46,1,1,0,0,0,0,0,0,1,0,0',
      '2026-11,all in this file,,1,0,0,0,0,0,1,0,0,1,1',
    ]);
    expect(figureCsv('breached', figures)).toContain('Stalking protection order,2,1,50,0,0');
    expect(figureCsv('standing', figures)).toContain('Stalking protection order,4,2,1,0,1');
    expect(figureCsv('forces', figures)).toContain('Essex,42,1,0,0,0,0,0,1,0,0,0');
  });
});
