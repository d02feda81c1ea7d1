import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { DatabaseModule, schemas } from '#database/module';
import { createDatabase, type TestDatabase } from '../../../tests/support/postgres.js';
import { Clock } from './clock.js';
import { EventStoreModule, eventStoreTables, Projector } from './module.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { MasterKey } from './sealing/master-key.js';
import { Streams } from './streams.js';
import { act, days, VisitDay, visited, VisitedPerson, visits, Visits1700000001000 } from './visits.fixture.js';

let test: TestDatabase;
let app: TestingModule;

beforeAll(async () => {
  test = await createDatabase();
  const own = { entities: [VisitedPerson, VisitDay], migrations: [Visits1700000001000] };
  const master = MasterKey.parse(Buffer.alloc(32, 3).toString('base64'));
  app = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRoot({ url: test.url, ...schemas([eventStoreTables, own]) }),
      EventStoreModule.forRoot({
        store: () => new PostgresEventStore(test.url),
        master,
        projections: [visited, days],
        streamTypes: [visits],
        reactions: [],
        runProjections: true,
      }),
    ],
  }).compile();
  await app.init();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

it('provides streams, projector and clock, and runs the projections', async () => {
  const command = { ...act(), at: app.get(Clock).now() };
  const { position } = await app
    .get(Streams)
    .transact(visits, 'p1', command, () => [{ type: 'PersonVisited', data: { day: '2026-01-01', minutes: 1, tags: [] } }]);
  expect(await app.get(Projector).waitFor(position ?? '', 5_000)).toBe(true);
  expect(await app.get(Projector).status()).toMatchObject([{ isRunHere: true }, { isRunHere: true }]);
});
