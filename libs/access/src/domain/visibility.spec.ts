import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../../../../tests/support/postgres.js';
import { isRole, permissions, permissionsOf, roles } from './permissions.js';
import { viewer } from './viewer.js';
import { maySeeContact, maySeePerson, maySeeProtectedName, visiblePersonSql } from './visibility.js';

const users = ['u1', 'u2', "o'u3"];
const someone = fc.record({
  userId: fc.constantFrom(...users),
  role: fc.constantFrom(...roles),
  force: fc.constantFrom('46', '42'),
  name: fc.constant('Lee Fictional'),
});
const restriction = fc.record({ restricted: fc.boolean(), readers: fc.subarray(users) });

describe('Who may see whom', () => {
  it('hides a restricted person from all but the readers', () => {
    const officer = viewer({ userId: 'u1', role: 'officer', force: '46', name: 'Pat Invented' });
    expect(maySeePerson(officer, { restricted: false, readers: [] })).toBe(true);
    expect(maySeePerson(officer, { restricted: true, readers: ['u2'] })).toBe(false);
    expect(maySeePerson(officer, { restricted: true, readers: ['u1'] })).toBe(true);
  });

  it('shows a protected name to legal teams and officers of a force in the record, a contact to the keeping force only', () => {
    const held = { force: '46', forces: ['46', '42'] };
    const of = (role: 'legal' | 'officer' | 'manager' | 'administrator', force: string) => viewer({ userId: 'u1', role, force, name: 'x' });
    expect((['legal', 'officer', 'manager', 'administrator'] as const).map((role) => maySeeProtectedName(of(role, '42'), held))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(maySeeProtectedName(of('legal', '07'), held)).toBe(false);
    expect([
      maySeeContact(of('legal', '46'), held),
      maySeeContact(of('legal', '42'), held),
      maySeeContact(of('manager', '46'), held),
    ]).toEqual([true, false, false]);
  });

  it('whoever may see the contact may see the name', () => {
    fc.assert(
      fc.property(someone, fc.constantFrom('46', '42'), fc.subarray(['46', '42']), (who, force, forces) => {
        expect(!maySeeContact(viewer(who), { force }) || maySeeProtectedName(viewer(who), { force, forces })).toBe(true);
      }),
    );
  });
});

describe('The same rule in SQL', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('agrees for every viewer and restriction', async () => {
    await fc.assert(
      fc.asyncProperty(someone, restriction, async (who, { restricted, readers }) => {
        const parameters: unknown[] = [restricted, readers];
        const sql = visiblePersonSql(viewer(who), 'p', parameters);
        const { rows } = await client.query<{ seen: boolean }>(
          `SELECT ${sql} AS seen FROM (SELECT $1::boolean AS restricted, $2::text[] AS readers) p`,
          parameters,
        );
        expect(rows[0]?.seen).toBe(maySeePerson(viewer(who), { restricted, readers }));
      }),
    );
  });

  it('takes only a plain name for the table', () => {
    expect(() => visiblePersonSql(viewer({ userId: 'u', role: 'legal', force: '46', name: 'x' }), 'p; drop', [])).toThrow('plain SQL name');
  });
});

describe('The roles', () => {
  it('give administrators no record, managers no protected name and machines no page to sign out of', () => {
    const records = permissions.filter((permission) =>
      /^(view-(person|protected|order|breach|work)|search|record|report|make|vary)/.test(permission),
    );
    expect(permissionsOf('administrator').filter((permission) => records.includes(permission))).toEqual([]);
    expect(permissionsOf('manager')).not.toContain('view-protected-person');
    expect(permissionsOf('manager').filter((permission) => /^(record|make|vary|report|progress)/.test(permission))).toEqual([]);
    expect(permissionsOf('machine')).not.toContain('sign-out');
  });

  it('leave orders to legal teams and their systems, and let officers serve and report', () => {
    for (const permission of ['make-order', 'vary-order', 'discharge-order', 'record-application'] as const) {
      expect(roles.filter((role) => permissionsOf(role).includes(permission))).toEqual(['legal', 'machine']);
    }
    expect(permissionsOf('officer')).toEqual(expect.arrayContaining(['record-service', 'report-breach', 'record-notification']));
    expect(isRole('chief')).toBe(false);
  });
});
