import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PeopleFixture, StandingClock } from '../../../../tests/support/people.js';
import { KeptSearches } from './kept-searches.query.js';

const terms = { name: 'Quentin Exampleson', identifier: null, dateOfBirth: '1988-03-04' };
let people: PeopleFixture;
let clock: StandingClock;
let searches: KeptSearches;

beforeAll(async () => {
  people = await PeopleFixture.begin();
});
beforeEach(() => {
  clock = new StandingClock('2026-11-21T10:00:00.000Z');
  searches = new KeptSearches(people.database, clock, people.sealer);
});
afterAll(() => people.end());

describe('a kept search', () => {
  it('is opened by whoever made it, and by nobody else', async () => {
    const id = await searches.keep(people.officer('kent-officer'), terms);
    expect(await searches.open(people.officer('kent-officer'), id)).toEqual(terms);
    expect(await searches.open(people.officer('kent-colleague'), id)).toBeNull();
    expect(await searches.open(people.officer('kent-officer'), 'no-uuid')).toBeNull();
  });

  it('is not readable in the database', async () => {
    await searches.keep(people.officer('kent-officer'), terms);
    const rows: unknown[] = await people.database.query('select * from people.search');
    expect(JSON.stringify(rows)).not.toMatch(/Quentin|Exampleson|1988/);
  });

  it('ends after half an hour and is then removed', async () => {
    const id = await searches.keep(people.officer('kent-officer'), terms);
    clock.at = '2026-11-21T10:29:59.999Z';
    expect(await searches.open(people.officer('kent-officer'), id)).toEqual(terms);
    clock.at = '2026-11-21T10:30:00.000Z';
    expect(await searches.open(people.officer('kent-officer'), id)).toBeNull();
    const next = await searches.keep(people.officer('kent-colleague'), terms);
    expect(await people.database.query('select id from people.search')).toEqual([{ id: next }]);
  });
});
