import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstrationUsers } from '#access/module';
import { EventStore } from '#event-store';
import { readCalendar } from '../../libs/deadlines/src/calendar-feed/rfc5545.fixture.js';
import { type Cast, castOf } from './support/cast.js';
import { openForm } from './support/form.js';
import { type Desk, Story } from './support/story.js';

interface Row {
  readonly taskId: string;
  readonly what: string;
  readonly owner: string | null;
  readonly next: { readonly href: string };
}
type Work = Readonly<Record<string, { readonly items: readonly Row[] }>>;

let story: Story;
let solicitor: Desk;
let officer: Desk;
let cast: Cast;

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  cast = await castOf(story, solicitor, officer);
}, 60_000);
afterAll(() => story.end());

const idOf = (userName: string) => demonstrationUsers.find((user) => user.userName === userName)?.id ?? '';
const rowsOf = async (desk: Desk, query = '') => Object.values(await desk.reads<Work>(`/work${query}`)).flatMap((part) => part.items ?? []);
const facts = async () => (await story.service.app.get(EventStore).readAll(null, 10_000)).length;

describe('The work list', () => {
  it('has for each row a form that settles it, which its own force can open', async () => {
    const rows = await rowsOf(solicitor);
    expect(rows.map(({ what }) => what)).toEqual(expect.arrayContaining(['tell-victim', 'review-flag', 'hearing', 'appeal-waits']));
    for (const desk of [solicitor, officer, story.desk('manager.kent'), story.desk('authoriser.kent')])
      for (const { next } of await rowsOf(desk)) expect([next.href, await desk.tries(next.href)]).toEqual([next.href, 200]);
  });

  it('shows other forces nothing of it, whatever they ask for', async () => {
    const essex = story.desk('legal.essex');
    expect(await rowsOf(essex)).toEqual([]);
    const [row] = await rowsOf(solicitor);
    expect(await essex.tries(`/work/tasks/${row?.taskId}`)).toBe(404);
    expect((await essex.sees(`/work/assign?task=${row?.taskId}`)).main).toContain('No row was chosen');
    expect(await essex.isTold('/work/assign', { task: [row?.taskId], owner: idOf('legal.essex') })).toBe('not-on-the-list');
  });

  it('leads whoever may begin an application to the person, and from there into it', async () => {
    const link = (await solicitor.sees('/work')).link('Start an application: find the person first');
    const found = await solicitor.does(link, { name: 'Placeholder' });
    expect(found.at).toContain('aim=application');
    const begin = found.html.querySelector('a[href$="/drafts/new"]')?.getAttribute('href') ?? '';
    expect((await solicitor.sees(begin)).status).toBe(200);
    expect((await officer.sees('/work')).main).not.toContain('Start an application');
    expect((await officer.does('/search?aim=application', { name: 'Placeholder' })).main).not.toContain('Start an application');
  });

  it('takes no nonsense in its address', async () => {
    const queries = [
      '?when=never&kind=x&owner=y&team=z&from=2026-13-01',
      '?kind[]=serve&owner[a]=b',
      '?after=nonsense',
      '?from-day=40&from-month=1&from-year=2026',
    ];
    for (const query of queries) expect([query, await solicitor.tries(`/work${query}`)]).toEqual([query, 200]);
    expect(await solicitor.tries('/work/tasks/nonsense')).toBe(404);
    expect(await solicitor.tries('/work/assign?task[a]=b&task[c][]=d')).toBe(200);
  });

  it('leaves out who is restricted, and its rows cannot be assigned', async () => {
    const [row] = await rowsOf(officer);
    await solicitor.does(`/perpetrators/${cast.perpetrator}/restriction`, { basis: 'risk-of-harm' });
    expect(await rowsOf(officer)).toEqual([]);
    expect(await officer.tries(`/work/tasks/${row?.taskId}`)).toBe(404);
    expect(await officer.isTold('/work/assign', { task: [row?.taskId], owner: 'team' })).toBe('not-on-the-list');
    // Whoever may not open the record is neither offered nor taken.
    const offered = (await solicitor.sees(`/work/assign?task=${row?.taskId}`)).all('select[name=owner] option');
    expect(offered).toEqual(['', 'The team: nobody in particular', 'Lee Fictional']);
    expect(await solicitor.isTold('/work/assign', { task: [row?.taskId], owner: idOf('officer.kent') })).toBe('may-not-open-record');
    await solicitor.tells('/work/assign', { task: [row?.taskId], owner: idOf('legal.kent') });
    const client = await solicitor.client();
    await client.get(`/perpetrators/${cast.perpetrator}/restriction`);
    expect((await client.post(`/perpetrators/${cast.perpetrator}/restriction/lift`, { reason: 'The risk has passed' })).status).toBe(303);
    expect((await rowsOf(officer)).length).toBeGreaterThan(0);
  });
});

describe('Assigning work', () => {
  it('gives several ticked rows to a colleague with a note, at once', async () => {
    const [first, second] = await rowsOf(solicitor);
    const page = `/work/assign?task=${first?.taskId}&task=${second?.taskId}`;
    const before = await facts();
    const done = await solicitor.does(page, { owner: idOf('officer.kent'), note: 'Please ring Testville first' });
    expect(done.at).toBe('/work');
    expect(await facts()).toBe(before + 2);
    const mine = await rowsOf(officer, '?owner=me');
    expect(new Set(mine.map(({ taskId }) => taskId))).toEqual(new Set([first?.taskId, second?.taskId]));
    expect((await officer.sees('/work?owner=me')).all('.ow-chip')).toEqual(['Remove filter: Mine ×']);
  });

  it('shows who had the row before, and what was said', async () => {
    const [row] = await rowsOf(officer, '?owner=me');
    const path = `/work/tasks/${row?.taskId}`;
    await officer.does(path, { owner: 'team', note: '' });
    const { main } = await solicitor.sees(path);
    expect(main).toMatch(/Pat Invented gave it to the team: (Officers|Legal team)\./);
    expect(main).toContain('Lee Fictional gave it to Pat Invented. Please ring Testville first');
    expect(await officer.isRefused(path, { owner: '' })).toEqual(['Select who does it']);
  });

  it('says no to somebody of another force, and to who may not read the list', async () => {
    const [row] = await rowsOf(solicitor);
    for (const user of ['legal.essex', 'administrator'])
      expect(await solicitor.isTold('/work/assign', { task: [row?.taskId], owner: idOf(user) })).toBe('not-a-colleague');
  });

  it('keeps the note out of the plain data, and no name in it', async () => {
    const stored = await story.service.app.get(EventStore).readAll(null, 10_000);
    const assigned = stored.filter(({ type }) => type === 'WorkAssigned');
    expect(assigned).toHaveLength(2);
    expect(JSON.stringify(assigned.map(({ data, meta }) => [data, meta]))).not.toContain('Testville');
  });
});

describe('The calendar', () => {
  const path = async () => {
    const client = await solicitor.client();
    const made = await (await openForm(client, '/work/calendar')).press();
    expect(made.status).toBe(200);
    return new URL(made.find('.ow-secret code')).pathname;
  };
  /** Read by a calendar, which has no session. */
  const read = (address: string) => story.service.visitor().get(address);
  const unfolded = (text: string) => text.replaceAll('\r\n ', '');

  it('is read at a secret address without signing in, names nobody, and is written in the access log', async () => {
    const address = await path();
    const feed = await read(address);
    expect([feed.status, feed.header('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(readCalendar(feed.text).components.length).toBeGreaterThan(3);
    const text = unfolded(feed.text);
    expect(text).toMatch(/SUMMARY:Due: appeal\\, order …[0-9a-f]{4}\\, Kent/);
    expect(text).toMatch(/URL:http:\/\/[^/]+\/work\/tasks\/[0-9a-f-]{36}/);
    expect(text).not.toMatch(/placeholder|barnaby|nonesuch|nora|testville/i);
    const administrator = story.desk('administrator');
    expect((await administrator.sees('/access-log')).main).toContain('Calendar feed');
    expect((await solicitor.sees('/work/calendar')).main).not.toContain(address.split('/').at(-1));
  });

  it('tells the same entry under the same uid, and cancels it when it is done', async () => {
    const address = await path();
    const entries = async () => {
      // The port of a test's requests changes.
      const text = unfolded((await read(address)).text).replaceAll(/127\.0\.0\.1:\d+/g, 'host');
      return new Map(
        text
          .split('BEGIN:VEVENT')
          .slice(1)
          .map((event) => [/UID:(\S+)/.exec(event)?.[1] ?? '', event]),
      );
    };
    const before = await entries();
    expect(await entries()).toEqual(before);
    const flag = (await rowsOf(solicitor)).find(({ what }) => what === 'review-flag');
    expect(before.get(`${flag?.taskId}@orderwatch`)).toContain('STATUS:CONFIRMED');
    await solicitor.does(`/breaches/${cast.breach}/flags/${cast.flag}`, { decision: 'stands', note: 'Looked at' });
    const after = await entries();
    expect(after.get(`${flag?.taskId}@orderwatch`)).toMatch(/SEQUENCE:1[^]*STATUS:CANCELLED/);
    expect([...before.keys()].every((uid) => after.has(uid))).toBe(true);
  });

  it('stops when a new address is made, when it is revoked, and for an hour when it is read too often', async () => {
    const old = await path();
    const address = await path();
    expect((await read(old)).status).toBe(404);
    const statuses: number[] = [];
    for (let nth = 0; nth < 31; nth += 1) statuses.push((await read(address)).status);
    expect([statuses.slice(0, 30).every((status) => status === 200), statuses.at(-1)]).toEqual([true, 429]);
    expect((await read(address)).header('retry-after')).toBe('3600');
    story.itIs('2026-07-03 11:30');
    expect((await read(address)).status).toBe(200);
    const client = await solicitor.client();
    await client.get('/work/calendar');
    expect((await client.post('/work/calendar/revoke', {})).status).toBe(303);
    expect((await read(address)).status).toBe(404);
    expect((await read('/api/v1/calendars/nonsense')).status).toBe(404);
  });
});
