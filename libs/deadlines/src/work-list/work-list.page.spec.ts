import { describe, expect, it } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import { viewer } from '#access';
import { ShownRecords } from '#access/module';
import { Clock } from '#event-store';
import type { WebRequest } from '#pages';
import { PageRenderer } from '#pages/module';
import { type HTMLElement, parse } from 'node-html-parser';
import { type Colleague, Colleagues } from '../assign-work/colleagues.query.js';
import { SetAside } from './set-aside.query.js';
import { WorkListPage } from './work-list.page.js';
import type { GetWork, WorkRow } from './work-list.query.js';

class Noon extends Clock {
  override now(): string {
    return '2026-03-05T12:00:00.000Z';
  }
}

const userId = '00000000-0000-4000-8000-000000000002';
const officer = viewer({ userId, role: 'officer', force: '46', name: 'Officer' });
const manager = viewer({ userId, role: 'machine', force: '46', name: 'Machine' });
const request = { id: 'r', method: 'GET', url: '/work', ip: '', headers: {}, query: {}, params: {} } satisfies WebRequest;
const row: WorkRow = {
  id: 'serve:o-1:order',
  taskId: 't-1',
  perpetratorId: 'p-1',
  name: { family: 'Placeholder', given: 'Barnaby' },
  what: 'serve',
  state: 'overdue',
  about: { perpetratorId: 'p-1', orderId: 'o-1' },
  team: 'officers',
  lane: 'own',
  owner: null,
  ownerReads: true,
  dueBy: '2026-03-04',
  dueAt: null,
  courtOn: null,
  daysLeft: -1,
  urgent: false,
  words: 'Serve the SPO',
  why: 'Made 2 Mar 2026 and not served',
  subject: 'SPO made 2 Mar 2026, Testville',
  waitsFor: null,
  next: { text: 'Record service', href: '/orders/o-1/serve' },
};

/** The page of which only the overdue part has anything; `asked` collects what it asked for. */
function workList(asked: GetWork[] = [], items: readonly WorkRow[] = [row], setAside = 0): WorkListPage {
  const queries = Object.assign(Object.create(QueryBus.prototype) as QueryBus, {
    execute: (query: GetWork) => {
      asked.push(query);
      return Promise.resolve(
        query.part === 'overdue' ? { items: [...items], next: 'later', count: 17 } : { items: [], next: null, count: 0 },
      );
    },
  });
  const colleagues = Object.assign(Object.create(Colleagues.prototype) as Colleagues, {
    of: (): Promise<readonly Colleague[]> => Promise.resolve([{ id: userId, name: 'Pat Invented', role: 'officer', force: '46' }]),
  });
  const aside = Object.assign(Object.create(SetAside.prototype) as SetAside, { count: () => Promise.resolve(setAside) });
  return new WorkListPage(queries, colleagues, aside, new Noon());
}

async function shown(query: Readonly<Record<string, unknown>>, who = officer, items?: readonly WorkRow[]): Promise<HTMLElement> {
  return parse(
    new PageRenderer({ demo: false, navigation: [] }, new Noon()).render(
      await workList([], items).show(who, query, new ShownRecords()),
      request,
    ),
  );
}

describe('the page of the work list', () => {
  it('shows person, order, what, by when, whose it is and the form that settles it, the overdue first', async () => {
    const html = await shown({});
    expect(html.querySelectorAll('main h2').map(({ text }) => text)).toEqual([
      'Overdue 17',
      'In the next 7 days',
      'Hearings in the next 14 days',
      'Waiting for someone else',
      'Drafts',
      'Later, within 180 days',
    ]);
    const first = html.querySelector('#overdue .ow-work__row');
    expect(first?.querySelector('h3')?.text).toBe('Serve the SPO');
    expect(first?.text).toMatch(/PLACEHOLDER, Barnaby · SPO made 2 Mar 2026, Testville/);
    expect(first?.querySelector('.ow-work__when time')?.getAttribute('datetime')).toBe('2026-03-04');
    expect(first?.querySelector('.govuk-tag--red')?.text.trim()).toBe('1 day overdue');
    expect(first?.querySelector('.ow-work__next a')?.getAttribute('href')).toBe('/orders/o-1/serve');
    expect(first?.querySelector('.ow-work__next')?.text).toContain('Officers, nobody yet');
    expect(first?.querySelector('input[name=task]')?.getAttribute('value')).toBe('t-1');
    expect(html.querySelector('#week')?.text).toContain('Nothing more is due within 7 days.');
    expect(html.querySelectorAll('.ow-parts__list li').map(({ text }) => text.trim())).toEqual([
      ...['Today 0', 'Overdue 17', 'In the next 7 days 0', 'Hearings in the next 14 days 0', 'Waiting for someone else 0', 'Drafts 0'],
      'Later, within 180 days 0',
    ]);
    expect(html.querySelectorAll('.ow-parts__list a').map((link) => link.getAttribute('href'))).toEqual(['#overdue']);
    expect(html.querySelector('#overdue > p a')?.text).toMatch(/^Show all 17/);
    expect(html.querySelector('#overdue > p a')?.getAttribute('href')).toBe('/work?when=overdue');
  });

  it('puts what one person is to be told in one row, each with its own day, form and assignment', async () => {
    const about = { perpetratorId: 'p-1', orderId: 'o-1', protectedPersonId: 'v-1' };
    const told = ['made', 'served', 'varied'].map((words, nth): WorkRow => {
      const tell = { text: 'Record it', href: `/orders/o-1/tell?${words}` };
      return { ...row, what: 'tell-of-order', id: words, taskId: `t-${words}`, words, about, dueBy: `2026-03-0${nth + 1}`, next: tell };
    });
    const html = await shown({}, officer, [...told, row]);
    const rows = html.querySelectorAll('#overdue .ow-work__row');
    expect(rows.map((one) => one.querySelector('h3')?.text)).toEqual(['made', 'Serve the SPO']);
    const others = rows[0]?.querySelectorAll('.ow-work__others li') ?? [];
    expect(others.map((one) => one.querySelector('time')?.getAttribute('datetime'))).toEqual(['2026-03-02', '2026-03-03']);
    expect(others.map((one) => one.querySelector('input[name=task]')?.getAttribute('value'))).toEqual(['t-served', 't-varied']);
    expect(others[0]?.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual([
      '/orders/o-1/tell?served',
      '/work/tasks/t-served',
    ]);
  });

  it('says what it is filtered by, each as a chip that takes it away, and keeps the rest', async () => {
    const html = await shown({ kind: 'serve', owner: 'me', team: 'officers', from: '2026-03-01' });
    expect(html.querySelectorAll('.ow-chip').map((chip) => chip.text.replace(/Remove filter: | ×/g, '').trim())).toEqual([
      'Service',
      'Mine',
      'Officers',
      'Due from 1 Mar 2026',
    ]);
    expect(html.querySelectorAll('.ow-chip').map((chip) => chip.getAttribute('href'))).toEqual([
      '/work?owner=me&team=officers&from=2026-03-01',
      '/work?kind=serve&team=officers&from=2026-03-01',
      '/work?kind=serve&owner=me&from=2026-03-01',
      '/work?kind=serve&owner=me&team=officers',
    ]);
  });

  it('asks for the beginning of each part, or a page of one', async () => {
    const asked: GetWork[] = [];
    await workList(asked).show(officer, {}, new ShownRecords());
    await workList(asked).show(officer, { when: 'overdue', owner: 'me', after: 'here' }, new ShownRecords());
    expect(asked.map(({ part, now, size, after }) => [part, now, size, after])).toEqual([
      ...['today', 'overdue', 'week', 'hearings', 'waiting', 'drafts', 'later'].map((part) => [part, '2026-03-05T12:00:00.000Z', 30, null]),
      ['overdue', '2026-03-05T12:00:00.000Z', 25, 'here'],
    ]);
    expect(asked.at(-1)?.filter.owner).toBe(userId);
  });

  it('begins, for who authorises, with what waits for them; others are never shown that part', async () => {
    const asked: GetWork[] = [];
    const authoriser = viewer({ userId, role: 'authoriser', force: '46', name: 'Authoriser' });
    await workList(asked).show(authoriser, {}, new ShownRecords());
    expect(asked.map(({ part }) => part)).toEqual(['authorise', 'today', 'overdue', 'week', 'hearings', 'waiting', 'drafts', 'later']);
    expect((await shown({}, authoriser)).querySelector('main h2')?.text).toBe('Waiting for you to authorise or approve');
    await workList(asked.splice(0)).show(officer, { when: 'authorise' }, new ShownRecords());
    expect((await shown({ when: 'authorise' })).text).not.toContain('Waiting for you to authorise or approve');
  });

  it('says that deadlines may be missing where somebody’s could not be worked out', async () => {
    const html = async (setAside: number) =>
      new PageRenderer({ demo: false, navigation: [] }, new Noon()).render(
        await workList([], [row], setAside).show(officer, {}, new ShownRecords()),
        request,
      );
    expect(await html(0)).not.toContain('could not be worked out');
    expect(await html(1)).toContain('The deadlines of 1 person could not be worked out');
  });

  it('leads back from one part, and on', async () => {
    const html = await shown({ when: 'overdue' });
    expect(html.querySelector('.govuk-back-link')?.getAttribute('href')).toBe('/work');
    expect(html.querySelector('#overdue > p a')?.getAttribute('href')).toBe('/work?when=overdue&after=later');
  });

  it('offers no boxes to who may not assign', async () => {
    const html = await shown({}, manager);
    expect(html.querySelector('input[name=task]')).toBeNull();
    expect(html.querySelector('form[action="/work/assign"] button')).toBeNull();
  });
});
