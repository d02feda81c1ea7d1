import { describe, expect, it } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import { viewer } from '#access';
import { ShownRecords } from '#access/module';
import { Clock } from '#event-store';
import type { Csv, Page, WebRequest } from '#pages';
import { PageRenderer } from '#pages/module';
import { type HTMLElement, parse } from 'node-html-parser';
import { UptakeRecordsPage } from '../records/records.page.js';
import type { UptakeRecord } from '../records/records.query.js';
import { type Counted, figuresOf } from './figures.js';
import { UptakePage } from './figures.page.js';
import { type GetUptakeFigures } from './figures.query.js';

class Noon extends Clock {
  override now(): string {
    return '2026-11-21T12:00:00.000Z';
  }
}

const manager = viewer({ userId: 'u-1', role: 'manager', force: '46', name: 'Manager' });
const counted: Counted = {
  cells: [
    {
      force: '46',
      month: '2026-10',
      filed: 7,
      granted: 4,
      refused: 1,
      grantedOnAppeal: 0,
      withdrawn: 1,
      otherwise: 0,
      pending: 1,
      inError: 0,
      made: 9,
      interim: 3,
      full: 4,
      other: 2,
    },
  ],
  standing: [{ kind: 'spo', live: 4, unserved: 2, unknown: 1, expiring30: 0, expiring60: 1 }],
  breached: [{ kind: 'spo', made: 4, breached: 1, breachedKnowing: 1 }],
  people: { applications: 7, orders: 6 },
  firstDay: '2026-10-07',
};
const record: UptakeRecord = {
  recordId: 'o-1',
  force: '46',
  onDay: '2026-10-07',
  kind: 'spo',
  lastDay: '2028-10-06',
  servedOn: null,
  knownOn: null,
  outcome: null,
  determinedOn: null,
};

/** The bus of Nest, answering with what the database would have counted. */
function bus(answer: (query: GetUptakeFigures) => unknown): QueryBus {
  const queries = Object.create(QueryBus.prototype) as QueryBus;
  return Object.assign(queries, { execute: (query: GetUptakeFigures) => Promise.resolve(answer(query)) });
}

function rendered(page: Page, url: string): HTMLElement {
  const request = { id: 'r', method: 'GET', url, ip: '', headers: {}, query: {}, params: {} } satisfies WebRequest;
  return parse(new PageRenderer({ demo: false, navigation: [] }, new Noon()).render(page, request));
}

const figuresPage = new UptakePage(
  bus(({ filter }) => figuresOf(filter, counted)),
  new Noon(),
);

describe('the managers’ page', () => {
  it('answers in sentences first, then shows every figure with chart, table, file and how it is counted', async () => {
    const html = rendered(await figuresPage.show(manager, {}), '/uptake');
    expect(html.querySelector('.govuk-body-l')?.text).toContain('All forces filed 7 applications');
    const figures = html.querySelectorAll('section.ow-figure');
    expect(figures.map(({ id }) => id)).toEqual(['months', 'forces', 'standing', 'breached']);
    for (const figure of figures) {
      expect(figure.querySelectorAll('svg[role=img] title')).toHaveLength(1);
      expect(figure.querySelectorAll('table caption')).toHaveLength(1);
      expect(figure.querySelectorAll('th[scope=row]').length).toBeGreaterThan(1);
      expect(figure.text).toContain('As at 21 Nov 2026');
      expect(figure.text).toContain('How this is counted');
      expect(figure.querySelector('a[href*=".csv?"]')?.text).toContain('Download as CSV');
    }
    expect(html.querySelector('#months a[href*="list=refused"]')?.text).toBe('1 refused, Oct 2026');
    expect(html.text).toContain('Nothing is recorded before 7 Oct 2026');
  });

  it('says what is wrong with an address and shows what is usual', async () => {
    const html = rendered(await figuresPage.show(manager, { from: 'soon', force: '<b>' }), '/uptake');
    expect(html.querySelectorAll('.govuk-error-summary a').map(({ text }) => text)).toEqual([
      'First month must be a year and a month, like 2026-05',
      'Select a force from the list',
    ]);
    expect(html.querySelector('#from')?.getAttribute('value')).toBe('2025-11');
  });

  it('gives a program no figures for an address that cannot be read, and leads from a file to the page that says why', async () => {
    await expect(figuresPage.answer(manager, { from: 'soon' })).rejects.toMatchObject({
      details: { status: 400, errors: [{ pointer: '/from', detail: 'First month must be a year and a month, like 2026-05' }] },
    });
    expect(await figuresPage.months(manager, { from: 'soon', at: '2026-11-01' })).toMatchObject({ to: '/uptake?from=soon&at=2026-11-01' });
  });

  it('gives the same numbers as a file', async () => {
    const { fileName, text } = (await figuresPage.standing(manager, { at: '2026-11-01' })) as Csv;
    expect(fileName).toBe('uptake-standing-2026-11-01.csv');
    expect(text.split('\r\n')[0]).toContain('as at 1 Nov 2026');
    expect(text).toContain('Stalking protection order,4,2,1,0,1');
  });

  it('shows small numbers alike on the page, in the file and to a program, and says in each that they are not for publication', async () => {
    const words = 'Small numbers are shown in full. Suppress counts under 5 in anything published.';
    const html = rendered(await figuresPage.show(manager, {}), '/uptake');
    const answer = (await figuresPage.answer(manager, {})) as Counted & { readonly counted: Readonly<Record<string, readonly string[]>> };
    for (const key of ['months', 'forces', 'standing', 'breached'] as const) {
      const { text } = (await figuresPage[key](manager, {})) as Csv;
      expect([key, html.querySelector(`#${key}`)?.text.includes(words), text.includes(words)]).toEqual([key, true, true]);
      expect(answer.counted[key]).toContain(words);
    }
    const [line] = answer.standing;
    const shown = html.querySelectorAll('#standing tbody tr:first-child td').map(({ text }) => Number.parseInt(text, 10));
    expect(shown).toEqual([line?.live, line?.unserved, line?.unknown, line?.expiring30, line?.expiring60]);
    expect(((await figuresPage.standing(manager, {})) as Csv).text).toContain(`,${shown.join(',')}`);
  });

  it('says whether the figures are as they were known on a day or restated, there, in the files and in the links', async () => {
    const restated = rendered(await figuresPage.show(manager, {}), '/uptake');
    expect(restated.text).toContain('Restated with everything known now.');
    expect(restated.text).not.toContain('Later records are left out');
    const then = rendered(await figuresPage.show(manager, { asKnownOn: '2026-09-30' }), '/uptake');
    expect(then.querySelector('strong')?.text).toBe('As known on 30 Sep 2026. Later records are left out.');
    for (const figure of then.querySelectorAll('section.ow-figure')) {
      expect(figure.text).toContain('As known on 30 Sep 2026. Later records are left out.');
      for (const link of figure.querySelectorAll('a')) expect(link.getAttribute('href')).toContain('asKnownOn=2026-09-30');
    }
    expect(then.text).not.toContain('Restated');
    expect(then.querySelector('#asKnownOn-month')?.getAttribute('value')).toBe('9');
    expect(then.querySelector('a[href*="at=2026-09-30"]')?.getAttribute('href')).not.toContain('asKnownOn');
    const { fileName, text } = (await figuresPage.breached(manager, { asKnownOn: '2026-09-30' })) as Csv;
    expect(fileName).toBe('uptake-breached-2026-09-30-as-known-on-2026-09-30.csv');
    expect(text.split('\r\n')[0]).toContain('As known on 30 Sep 2026. Later records are left out.');
    expect(await figuresPage.answer(manager, { asKnownOn: '2026-09-30' })).toMatchObject({
      filter: { asKnownOn: '2026-09-30' },
      known: 'As known on 30 Sep 2026. Later records are left out.',
    });
  });

  it('leads to a list of the records, without names, and on from there', async () => {
    const records = new UptakeRecordsPage(
      bus(() => ({ items: [record], next: 'later' })),
      new Noon(),
    );
    const html = rendered(await records.orders(manager, { list: 'unserved', force: '46' }, new ShownRecords()), '/uptake/orders');
    expect(html.text).toContain('As at 21 Nov 2026. Restated with everything known now.');
    expect(html.querySelector('h1')?.text).toBe('Orders in force and not served');
    expect(html.querySelector('tbody a')?.getAttribute('href')).toBe('/orders/o-1');
    expect(html.querySelector('tbody')?.text).toMatch(/Kent\s+6 Oct 2028\s+not served\s+nothing shows it/);
    expect(html.querySelector('main a[href*="after=later"]')?.getAttribute('href')).toContain('list=unserved&force=46');
    await expect(records.applications(manager, { list: 'unserved' }, new ShownRecords())).rejects.toThrow('Not Found');
  });
});
