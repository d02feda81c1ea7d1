import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessLog } from '#access/module';
import { type Cast, castOf } from './support/cast.js';
import { type Desk, Story } from './support/story.js';

let story: Story;
let legal: Desk;
let officer: Desk;
let cast: Cast;
/** Another record of perhaps the same man. */
let other: string;

const log = () => story.service.app.get(AccessLog);
const newest = async () => (await log().list({}, 1))[0];

beforeAll(async () => {
  story = await Story.begin('2026-07-01 09:00');
  [legal, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  cast = await castOf(story, legal, officer);
  const twin = { family: 'Placeholder', given: 'Barnaby', sex: 'male', dateOfBirth: '1990-01-01' };
  other = (await story.desk('officer.essex').tells('/perpetrators', twin)).id;
}, 120_000);
afterAll(() => story.end());

/** What somebody looks at, and whom the newest line of the log names then. */
async function named(desk: Desk, path: string): Promise<readonly string[]> {
  await (await desk.client()).get(path);
  return (await newest())?.persons ?? [];
}

describe('The access log', () => {
  it('names beside each record the person it is about', async () => {
    const { perpetrator, order, breach, application, victim } = cast;
    const records = [
      `orders/${order}`,
      `breaches/${breach}`,
      `applications/${application}`,
      `cases/${cast.case}`,
      `protected-people/${victim}`,
    ];
    for (const address of [...records, `perpetrators/${perpetrator}`, `orders/${order}/exhibits`, `drafts/${cast.draft}`]) {
      expect([address, await named(officer, `/${address}`)]).toEqual([address, [perpetrator]]);
    }
    for (const record of records.slice(0, 4)) expect([record, await named(legal, `/api/v1/${record}`)]).toEqual([record, [perpetrator]]);
  });

  it('names the persons whom a list shows', async () => {
    const lists = ['/work', '/api/v1/work', '/uptake/orders', '/api/v1/uptake/applications'];
    for (const list of lists) expect([list, await named(legal, list)]).toEqual([list, expect.arrayContaining([cast.perpetrator])]);
    const client = await legal.client();
    await client.get('/search');
    await client.get((await client.post('/search', { name: 'Barnaby Placeholder' })).location);
    expect((await newest())?.persons).toEqual(expect.arrayContaining([cast.perpetrator, other].sort()));
    await client.get('/search');
    await client.get((await client.post('/search', { name: 'Nobody Atall' })).location);
    expect(await newest()).toMatchObject({ kind: 'search', persons: [] });
    expect(await named(legal, '/links')).toContain(cast.stranger);
    expect(await named(officer, '/api/v1/offline/snapshot')).toContain(cast.perpetrator);
  });

  it('is asked by the administrator for everything that showed a person', async () => {
    await officer.sees(`/orders/${cast.order}`);
    const page = await story.desk('administrator').sees(`/access-log?subject=${cast.perpetrator}`);
    for (const kind of ['Order', 'Breach', 'Work list', 'Orders behind a figure', 'Search']) expect(page.main).toContain(kind);
    const others = await story.desk('administrator').sees(`/access-log?subject=${other}`);
    expect(others.main).toContain('Search');
    expect(others.main).not.toContain('Breach');
  });

  it('holds together with what it names', async () => {
    expect(await log().verify()).toMatchObject({ whole: true });
  });

  it('names both records where they are linked as of one person', async () => {
    const pair = await named(legal, `/links/${cast.linked}`);
    expect(pair).toHaveLength(2);
    for (const id of pair) expect(await named(officer, `/perpetrators/${id}`)).toEqual(pair);
    expect(await named(officer, `/perpetrators/${other}`)).toEqual([other]);
  });

  it('tells of a restricted record no more than what was asked for by who may not know of it', async () => {
    await legal.does(`/perpetrators/${cast.perpetrator}/restriction`, { basis: 'risk-of-harm' });
    expect(await named(officer, `/orders/${cast.order}`)).toEqual([]);
    expect(await newest()).toMatchObject({ kind: 'order', subject: cast.order });
    expect(await named(officer, '/work')).not.toContain(cast.perpetrator);
    expect(await named(officer, `/perpetrators/${other}`)).toEqual([other]);
    expect(await named(legal, `/orders/${cast.order}`)).toContain(cast.perpetrator);
  });

  it('shows nobody in a list when it cannot be written', async () => {
    const client = await legal.client();
    await story.service.app.get(AccessLog)['database'].query('ALTER TABLE access.log RENAME TO log_away');
    try {
      for (const path of ['/work', '/cases', '/alerts', '/links', '/uptake/orders', '/api/v1/work']) {
        const answer = await client.get(path);
        expect([path, answer.status, answer.text.includes('PLACEHOLDER')]).toEqual([path, 500, false]);
      }
    } finally {
      await story.service.app.get(AccessLog)['database'].query('ALTER TABLE access.log_away RENAME TO log');
    }
  });
});
