import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { Column, DataSource, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createDatabase, type TestDatabase } from '../../../tests/support/postgres.js';
import { DatabaseModule, migrated, schemas } from './module.js';

@Entity('lighthouse')
class Lighthouse {
  @PrimaryColumn('text') name: string;
  @Column('int') metres: number;
}

class Lighthouses1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE lighthouse (name text PRIMARY KEY, metres int NOT NULL)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lighthouse');
  }
}

class Broken1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_made (id int)');
    await runner.query('SELECT no_such_function()');
  }
  async down(): Promise<void> {
    // never made
  }
}

const schema = schemas([
  { entities: [Lighthouse], migrations: [] },
  { entities: [], migrations: [Lighthouses1700000000000] },
]);

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it('run once when several processes start at the same time', async () => {
    const sources = await Promise.all(Array.from({ length: 4 }, () => migrated({ url: database.url, ...schema, poolSize: 1 })));
    try {
      const rows = await sources[0]!.query('SELECT name FROM migrations ORDER BY id');
      expect(rows).toEqual([{ name: 'Extensions1600000000000' }, { name: 'Lighthouses1700000000000' }]);
    } finally {
      await Promise.all(sources.map((source) => source.destroy()));
    }
  });

  it('make the extensions that matching of names needs', async () => {
    const [row] = await ask(
      database.url,
      `SELECT levenshtein('lea', 'leah') AS edits, similarity('lea', 'lea') AS alike, unaccent('é') AS plain`,
    );
    expect(row).toEqual({ edits: 1, alike: 1, plain: 'e' });
  });

  it('leave neither half a change nor a connection behind when one fails', async () => {
    const said = jest.spyOn(console, 'log').mockReturnValue(undefined);
    const broken = { ...schema, migrations: [...schema.migrations, Broken1700000000001] };
    await expect(migrated({ url: database.url, ...broken })).rejects.toThrow('no_such_function');
    said.mockRestore();
    expect(await ask(database.url, `SELECT to_regclass('half_made') AS found`)).toEqual([{ found: null }]);
    const others = await ask(
      database.url,
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    expect(others).toEqual([]);
  });
});

describe('DatabaseModule', () => {
  it('gives the application one open, migrated data source and closes it', async () => {
    const database = await createDatabase();
    try {
      const app = await Test.createTestingModule({ imports: [DatabaseModule.forRoot({ url: database.url, ...schema })] }).compile();
      const source = app.get(DataSource);
      await source.getRepository(Lighthouse).insert({ name: 'Tower of Nowhere', metres: 41 });
      expect(await source.getRepository(Lighthouse).findOneBy({ name: 'Tower of Nowhere' })).toMatchObject({ metres: 41 });
      await app.close();
      expect(source.isInitialized).toBe(false);
    } finally {
      await database.drop();
    }
  });

  it('says at once that the address is wrong', async () => {
    const nowhere = { url: 'postgres://postgres@127.0.0.1:1/postgres', ...schema };
    await expect(Test.createTestingModule({ imports: [DatabaseModule.forRoot(nowhere)] }).compile()).rejects.toThrow('ECONNREFUSED');
  });
});

describe('databases for tests', () => {
  const template = {
    name: 'two_lighthouses',
    build: (url: string) =>
      ask(url, `CREATE TABLE built AS SELECT count(*)::int AS n FROM pg_database WHERE datname LIKE 'two\\_%'`).then(() => undefined),
  };

  it('are copies of a template that is built once, and are not shared', async () => {
    const copies = await Promise.all([1, 2, 3].map(() => createDatabase({ template })));
    try {
      await ask(copies[0]!.url, 'UPDATE built SET n = 7');
      expect(await Promise.all(copies.map((copy) => ask(copy.url, 'SELECT n FROM built')))).toEqual([[{ n: 7 }], [{ n: 1 }], [{ n: 1 }]]);
    } finally {
      await Promise.all(copies.map((copy) => copy.drop()));
    }
  });

  it('are gone once dropped', async () => {
    const database = await createDatabase();
    await database.drop();
    await expect(ask(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});
