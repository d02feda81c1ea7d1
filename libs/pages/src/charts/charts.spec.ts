import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { barChart, type ChartData, lineChart, notSupplied } from './charts.js';
import { toCsv } from './csv-text.js';
import { ticks } from './drawing.js';

const data: ChartData = {
  title: 'Kent made most orders',
  subtitle: 'Orders made, year to October 2026',
  labels: ['Kent', 'Essex', 'Cumbria <b>'],
  series: [
    { name: '2025', values: [12, 4, null] },
    { name: '2026', values: [31, 0, 7] },
  ],
};

describe.each([
  ['bar', barChart],
  ['line', lineChart],
])('A %s chart', (_, draw) => {
  it('is named, described and escaped, and has the same numbers as its table', () => {
    const chart = draw(data);
    const svg = parse(chart.svg).querySelector('svg');
    expect(svg?.querySelector('title')?.text).toBe('Kent made most orders');
    expect(svg?.querySelector('desc')?.text).toContain(`Kent: 12, 31`);
    expect(chart.svg).not.toContain('<b>');
    expect(chart.table.rows).toEqual([
      ['Kent', '12', '31'],
      ['Essex', '4', '0'],
      ['Cumbria <b>', notSupplied, '7'],
    ]);
  });

  it('is drawn within its frame, whatever the numbers, without styles the security policy would drop', () => {
    const values = fc.array(fc.option(fc.nat(1_000_000)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, (numbers) => {
        const { svg } = draw({
          ...data,
          labels: numbers.map((_n, index) => `Force ${index}`),
          series: [{ name: 'Orders', values: numbers }],
        });
        expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/);
        const widths = [...svg.matchAll(/<rect x="([\d.]+)"[^>]* width="([\d.]+)"/g)].map((found) => Number(found[1]) + Number(found[2]));
        expect(Math.max(0, ...widths)).toBeLessThanOrEqual(640);
      }),
    );
  });

  it('has ids of its own, so that two may stand on one page', () => {
    const ids = (title: string) => [...draw({ ...data, title }).svg.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
    const all = [...ids('one'), ...ids('two')];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('Round steps of an axis', () => {
  it('start at 0, reach the highest value and are few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (highest) => {
        const steps = ticks(highest);
        expect(steps[0]).toBe(0);
        expect(steps.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(steps.length).toBeGreaterThanOrEqual(3);
        expect(steps.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('A CSV file', () => {
  const meta = { title: 'Orders', asAt: '21 Nov 2026 at 12:00' };

  it('says in its first line what it is', () => {
    expect(
      toCsv(
        ['Force', 'Orders'],
        [
          ['Kent', 31],
          ['Essex', null],
        ],
        { ...meta, notes: ['SPOs, made'] },
      ),
    ).toBe('Orders,as at 21 Nov 2026 at 12:00,"SPOs, made"\r\nForce,Orders\r\nKent,31\r\nEssex,\r\n');
  });

  it('never lets a spreadsheet run a cell', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '＝', '\n+'), fc.string(), (start, rest) => {
        const line = toCsv(['a'], [[start + rest]], meta)
          .split('a\r\n')
          .slice(1)
          .join('a\r\n');
        expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
      }),
    );
    expect(toCsv(['a'], [[-5]], meta)).toContain('\r\n-5\r\n');
  });
});
