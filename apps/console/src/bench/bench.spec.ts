import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../../../../tests/support/postgres.js';
import { benches } from './index.js';

// That they run and measure something. What they measure on a test's server, which does not flush, means nothing.
describe('npm run bench', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createDatabase();
  });

  afterAll(() => test.drop());

  it.each([...benches])(
    'measures $name',
    async ({ run }) => {
      const tables = await run(test.url, 'smoke');
      expect(tables.some(({ verdicts }) => verdicts.length > 0)).toBe(true);
      for (const { columns, rows, verdicts } of tables) {
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          expect(row).toHaveLength(columns.length);
          expect(row.some((cell) => Number(cell) > 0)).toBe(true);
        }
        for (const { ratio } of verdicts) expect(ratio).toBeGreaterThan(0);
      }
    },
    120_000,
  );
});
