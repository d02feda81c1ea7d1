import type { MigrationInterface, QueryRunner } from 'typeorm';

const needed = ['fuzzystrmatch', 'pg_trgm', 'unaccent'] as const;

/** PostgreSQL's own text matching, needed to find a person whose name was spelt another way. Runs before every other migration. */
export class Extensions1600000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query('SELECT extname FROM pg_extension')) as { extname: string }[];
    const present = new Set(rows.map((row) => row.extname));
    for (const name of needed) {
      // Asking again for what an administrator made would need rights the service may not have.
      if (!present.has(name)) await runner.query(`CREATE EXTENSION ${name}`);
    }
  }

  async down(): Promise<void> {
    // Left in place: they may have been there before, and other schemas may use them.
  }
}
