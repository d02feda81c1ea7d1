import { describe, expect, it } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import { viewer } from '#access';
import { Clock } from '#event-store';
import type { WebRequest } from '#pages';
import { PageRenderer } from '#pages/module';
import { parse } from 'node-html-parser';
import { clocks } from '../domain/clocks.js';
import { order, orderMade } from '../domain/example-facts.js';
import { WorkListPage } from './work-list.page.js';
import type { GetWork, PersonWork } from './work-list.query.js';

class Noon extends Clock {
  override now(): string {
    return '2026-03-05T12:00:00.000Z';
  }
}

const officer = viewer({ userId: 'u-1', role: 'officer', force: '46', name: 'Officer' });
const request = { id: 'r', method: 'GET', url: '/work', ip: '', headers: {}, query: {}, params: {} } satisfies WebRequest;
const due = clocks({ orders: [order(orderMade())], applications: [], breaches: [] }, new Noon().now()).filter(
  ({ state }) => state === 'due' || state === 'overdue',
);
const person: PersonWork = { perpetratorId: 'p-1', force: '46', name: { family: 'Placeholder', given: 'Barnaby' }, due };

/** The page of which only the overdue section has anybody; `asked` collects what it asked for. */
function workList(asked: GetWork[] = []): WorkListPage {
  const queries = Object.assign(Object.create(QueryBus.prototype) as QueryBus, {
    execute: (query: GetWork) => {
      asked.push(query);
      return Promise.resolve(query.section === 'overdue' ? { items: [person], next: 'later' } : { items: [], next: null });
    },
  });
  return new WorkListPage(queries, new Noon());
}

describe('the page of the work list', () => {
  it('shows whom, what, by when and where to go, the overdue first', async () => {
    const html = parse(new PageRenderer({ demo: false, navigation: [] }, new Noon()).render(await workList().show(officer, {}), request));
    expect(html.querySelectorAll('main h2').map(({ text }) => text)).toEqual(['Overdue', 'Due within 7 days', 'Due within 180 days']);
    const name = html.querySelector('#overdue h3');
    expect(name?.querySelector('a')?.getAttribute('href')).toBe('/perpetrators/p-1');
    expect(name?.text).toMatch(/PLACEHOLDER, Barnaby\s+Kent/);
    expect(html.querySelectorAll('#overdue li a').map(({ text }) => text)).toEqual([
      'Confirm that the SPO is on the national record',
      'Serve the SPO',
    ]);
    expect(html.querySelector('#overdue li a')?.getAttribute('href')).toBe('/orders/o-1');
    expect(html.querySelectorAll('#overdue time').map((time) => time.getAttribute('datetime'))).toEqual(['2026-03-04', '2026-03-05']);
    expect(html.querySelector('#overdue .govuk-tag--red')?.text.trim()).toBe('1 day overdue');
    expect(html.querySelector('#week')?.text).toContain('Nobody else. What the people above have due later stands with them.');
    expect(html.querySelector('#overdue > p a')?.getAttribute('href')).toBe('/work?force=46&when=overdue');
  });

  it('asks for the viewer’s force and the beginning of each section, or a page of one', async () => {
    const asked: GetWork[] = [];
    await workList(asked).show(officer, {});
    await workList(asked).show(officer, { force: 'all', when: 'overdue', after: 'here' });
    expect(asked.map(({ force, section, today, after }) => [force, section, today, after])).toEqual([
      ['46', 'overdue', '2026-03-05', null],
      ['46', 'week', '2026-03-05', null],
      ['46', 'later', '2026-03-05', null],
      [null, 'overdue', '2026-03-05', 'here'],
    ]);
  });

  it('leads back from one section, and on', async () => {
    const page = await workList().show(officer, { when: 'overdue' });
    const html = parse(new PageRenderer({ demo: false, navigation: [] }, new Noon()).render(page, request));
    expect(html.querySelector('.govuk-back-link')?.getAttribute('href')).toBe('/work?force=46');
    expect(html.querySelector('#overdue > p a')?.getAttribute('href')).toBe('/work?force=46&when=overdue&after=later');
  });
});
