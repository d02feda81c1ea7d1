import type { DataSource } from 'typeorm';
import { viewer, type Viewer } from '#access';
import { migrated } from '#database/module';
import { type Act, personal } from '#event-sourcing';
import { Clock, MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams, StreamTypes } from '#event-store';
import { eventStoreTables, Projector } from '#event-store/module';
import { createDatabase } from './postgres.js';
import { People1700000000400 } from '../../libs/people/src/1700000000400-people.migration.js';
import type { Identity, PerpetratorFact, ProtectedPersonFact } from '../../libs/people/src/domain/events.js';
import { nora, noraContact, quentin } from '../../libs/people/src/domain/examples.js';
import { links, pairId } from '../../libs/people/src/domain/links.js';
import { Links1700000000450 } from '../../libs/people/src/1700000000450-links.migration.js';
import { SearchKeys1700000000495 } from '../../libs/people/src/1700000000495-search-keys.migration.js';
import { LinkRecordRow } from '../../libs/people/src/link-record/link-record.entity.js';
import { linkRecord } from '../../libs/people/src/link-record/link-record.js';
import { perpetrators } from '../../libs/people/src/domain/perpetrator.js';
import { protectedPeople } from '../../libs/people/src/domain/protected-person.js';
import { PerpetratorRecordRow } from '../../libs/people/src/perpetrator-record/perpetrator-record.entity.js';
import { perpetratorRecord } from '../../libs/people/src/perpetrator-record/perpetrator-record.js';
import { ProtectedPersonRecordRow } from '../../libs/people/src/protected-person-record/protected-person-record.entity.js';
import { protectedPersonRecord } from '../../libs/people/src/protected-person-record/protected-person-record.js';
import { KeptSearchRow } from '../../libs/people/src/search-people/kept-search.entity.js';

/** A clock that stands still until it is put on. */
export class StandingClock extends Clock {
  constructor(public at: string) {
    super();
  }

  override now(): string {
    return this.at;
  }
}

/** The room with a real database and the projections at work, for its specs. */
export class PeopleFixture {
  private commands = 0;

  private constructor(
    readonly database: DataSource,
    readonly store: MemoryEventStore,
    readonly streams: Streams,
    readonly sealer: Sealer,
    readonly keyring: MemoryKeyring,
    readonly projector: Projector,
    readonly end: () => Promise<void>,
  ) {}

  static async begin(): Promise<PeopleFixture> {
    const test = await createDatabase();
    const database = await migrated({
      url: test.url,
      entities: [LinkRecordRow, PerpetratorRecordRow, ProtectedPersonRecordRow, KeptSearchRow],
      migrations: [...eventStoreTables.migrations, People1700000000400, Links1700000000450, SearchKeys1700000000495],
    });
    const keyring = new MemoryKeyring();
    const sealer = new Sealer(keyring, MasterKey.parse(Buffer.alloc(32, 7).toString('base64')));
    const store = new MemoryEventStore();
    const types = new StreamTypes([perpetrators, protectedPeople, links]);
    const projector = new Projector({
      database,
      store,
      sealer,
      types,
      projections: [perpetratorRecord, protectedPersonRecord, linkRecord],
    });
    await projector.start();
    const end = async () => {
      await projector.stop();
      await database.destroy();
      await test.drop();
    };
    return new PeopleFixture(database, store, new Streams(store, sealer), sealer, keyring, projector, end);
  }

  /** An officer of the force with this id. */
  officer(userId: string, force = '46'): Viewer {
    return viewer({ userId, force, role: 'officer', name: 'A. Specimen' });
  }

  act(by = 'kent-officer', force = '46'): Act {
    const commandId = `00000000-0000-4000-8000-${String((this.commands += 1)).padStart(12, '0')}`;
    return {
      by,
      force,
      at: new Date(Date.UTC(2026, 10, 21, 10) + this.commands).toISOString(),
      commandId,
      digest: commandId,
      correlationId: commandId,
    };
  }

  /** Records a perpetrator of force 46 and what else there is, and waits until it can be found. */
  async perpetrator(perpetratorId: string, identity: Partial<Identity> = {}, ...more: readonly PerpetratorFact[]): Promise<void> {
    const made: PerpetratorFact = {
      type: 'PerpetratorRecorded',
      data: { perpetratorId, force: '46' },
      personal: { identity: personal([perpetratorId], { ...quentin, ...identity }) },
    };
    await this.also(perpetratorId, made, ...more);
  }

  async also(perpetratorId: string, ...facts: readonly PerpetratorFact[]): Promise<void> {
    await this.shown((await this.streams.transact(perpetrators, perpetratorId, this.act(), () => facts)).position);
  }

  /** Records somebody protected from `perpetratorId`, looked after by force 46. */
  async protectedPerson(protectedPersonId: string, perpetratorId: string, ...more: readonly ProtectedPersonFact[]): Promise<void> {
    const made: ProtectedPersonFact = {
      type: 'ProtectedPersonRecorded',
      data: { protectedPersonId, force: '46', perpetratorId },
      personal: { identity: personal([protectedPersonId], nora), contact: personal([protectedPersonId], noraContact) },
    };
    await this.shown((await this.streams.transact(protectedPeople, protectedPersonId, this.act(), () => [made, ...more])).position);
  }

  /** Somebody decides that two records are of one person. */
  async link(one: string, other: string): Promise<void> {
    const [a = '', b = ''] = [one, other].sort();
    const id = pairId({ a, b });
    const data = { pairId: id, perpetratorIds: [a, b] as const, weight: 9, evidence: 'as compared' };
    await this.shown((await this.streams.transact(links, id, this.act(), () => [{ type: 'IdentityLinked', data }])).position);
  }

  async shown(position: string | null): Promise<void> {
    if (position !== null && !(await this.projector.waitFor(position, 10_000))) throw new Error('The read models did not follow');
  }
}
