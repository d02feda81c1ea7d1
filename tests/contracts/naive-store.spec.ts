import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { doubleStores, doubleWins, harmedByABadOne, missedByATail, tornGroups, wrongBeliefsTaken } from './checks.js';
import { naiveAppend, naiveSchema, NaiveStore } from './naive-store.js';
import { connected, transactionalWriter } from './postgres-subject.js';
import type { Subject } from './subject.js';

describe('the contract suite finds the faults of a naive store', () => {
  let database: TestDatabase;
  let store: NaiveStore;
  let subject: Subject;

  beforeAll(async () => {
    database = await createDatabase();
    await connected(database.url, (client) => client.query(naiveSchema));
    store = new NaiveStore(database.url);
    subject = { store, stores: [store], openWriter: () => transactionalWriter(database.url, naiveAppend) };
  });

  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('events that a tailing reader misses', async () => {
    const findings = await missedByATail(subject, 4);
    expect(findings).toContainEqual(expect.stringMatching(/^readAll missed \d+ of/));
    expect(findings).toContainEqual(expect.stringMatching(/^subscription missed \d+ of/));
  });

  it('two winners of one revision', async () => {
    expect(await doubleWins(subject, 1)).toContainEqual(expect.stringMatching(/^\d+ winners who expected none/));
  });

  it('a retried command that is stored again', async () => {
    const findings = await doubleStores(subject);
    expect(findings).toContainEqual(expect.stringMatching(/^any: \d+ events stored, not 2/));
    expect(findings).toContainEqual(expect.stringMatching(/^none: /));
  });

  it('a revision from the future that is taken', async () => {
    expect(await wrongBeliefsTaken(subject)).toContain('2 was taken where 1 was');
  });

  it('half of a refused group that is stored', async () => {
    expect(await tornGroups(subject)).toContain('a refused group has a stored part');
  });

  it('an event id that is taken for a second stream', async () => {
    expect(await harmedByABadOne(subject)).toContain('an event id was taken for a second stream');
  });
});
