import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../../../../tests/support/postgres.js';
import { benches } from './index.js';
import { benchLinks } from './links.js';

const labelled = `rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id
rec-1-org, quentin, fictionsson, 1, sample row, , testville, 9901, zz, 19880304, 1
rec-1-dup-0, kwentin, fictionson, 1, sample row, , testville, 9901, zz, 19880304, 2
rec-2-org, barnaby, placeholder, 2, specimen way, , testville, 9902, zz, 19750612, 3
rec-2-dup-0, barnaby, placeholdr, 2, specimen way, , testville, 9902, zz, 19750621, 4
`;

// That they run and measure something. What they measure on a test's server, which does not flush, means nothing.
describe('npm run bench', () => {
  let test: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    test = await createDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'orderwatch-labelled-'));
    await writeFile(path.join(folder, 'pairs.csv'), labelled);
  });

  afterAll(async () => {
    await test.drop();
    await rm(folder, { recursive: true });
  });

  it('finds pairs of one person in labelled records, and says what it needs without any', async () => {
    const setup = { databaseUrl: test.url, effort: 'smoke' } as const;
    const [found] = await benchLinks({ ...setup, labelledPairs: folder });
    expect(found?.verdicts[0]?.ratio).toBe(1);
    const [none] = await benchLinks({ ...setup, labelledPairs: null });
    expect(none?.rows[0]?.[0]).toContain('LABELLED_PAIRS');
  });

  it.each(benches.filter(({ name }) => name !== 'links'))(
    'measures $name',
    async ({ name, run }) => {
      const tables = await run({ databaseUrl: test.url, effort: 'smoke', labelledPairs: null });
      // How long a pack takes is for information.
      expect(name === 'documents' || tables.some(({ verdicts }) => verdicts.length > 0)).toBe(true);
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
