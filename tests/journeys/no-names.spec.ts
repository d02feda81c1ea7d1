import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SystemClock } from '#event-store';
import pg from 'pg';
import { filesOf } from '../../apps/console/src/backup/files.js';
import { takeBackup } from '../../apps/console/src/backup/take.js';
import { seedDemonstration } from '../../apps/console/src/seed/seed-demonstration.js';
import { withParts } from '../../apps/console/src/surroundings.js';
import { keyOf, small, smallDemonstration, surroundingsOf } from '../support/demonstration.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(180_000);

/** Commands whose words are about people, and what in them is not. */
const spoken = new Set([
  'RecordPerpetrator',
  'RecordProtectedPerson',
  'CorrectDetails',
  'AddAlias',
  'AddAddress',
  'AddIdentifier',
  'CorrectProtectedPerson',
  'ChangeSafeContact',
]);
const plainKeys = new Set([
  'act',
  'perpetratorId',
  'protectedPersonId',
  'scheme',
  'system',
  'sex',
  'from',
  'dateOfBirth',
  'readers',
  'policeForce',
]);

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if ('given' in value && 'family' in value) return [`${String(value.given)} ${String(value.family)}`, String(value.family)];
  return Object.entries(value).flatMap(([key, part]) => (plainKeys.has(key) ? [] : wordsIn(part)));
}

/** Every name, address, telephone number, identifier and account of the demonstration. Of single words only long ones: short ones occur by chance in what is sealed. */
function needles(): string[] {
  const found = smallDemonstration.steps.flatMap((step) => {
    const { at, force, commandId } = step;
    const command = step.command({ by: 'u', force, at, commandId, digest: '', correlationId: '' });
    if (spoken.has(command.constructor.name)) return wordsIn(command);
    const details = (
      command as { readonly details?: { readonly incident?: { readonly account: string }; readonly account?: string | null } }
    ).details;
    return [details?.incident?.account, details?.account].filter((account) => typeof account === 'string');
  });
  return [...new Set(found)].filter((word) => word.length >= 8 || /[ /@]/.test(word));
}

let service: Service;
let folder: string;
const words = needles();

function named(text: string): string[] {
  return words.filter((word) => text.includes(word));
}

async function textOf(tables: readonly string[]): Promise<string> {
  const client = new pg.Client({ connectionString: service.databaseUrl });
  await client.connect();
  try {
    const rows = await Promise.all(tables.map((table) => client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t`)));
    return rows.flatMap(({ rows: some }) => some.map(({ row }) => row)).join('\n');
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(process.env['ORDERWATCH_TEST_RUN'] ?? tmpdir(), 'no names '));
  service = await startService();
  await seedDemonstration(service.app, () => undefined, small);
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

describe('Nobody of the demonstration is named', () => {
  // Names lie in two columns there, so that a whole name is not found.
  it('looks for the right words: the read models hold most of them', async () => {
    expect(words.length).toBeGreaterThan(300);
    const shown = named(await textOf(['people.perpetrator_record', 'people.protected_person_record', 'breaches.breach_record']));
    expect(shown.length).toBeGreaterThan(words.length * 0.6);
  });

  it('in the events, the keys, the access log or the checkpoints as they lie in the database', async () => {
    const text = await textOf(['es.event', 'keys.person_key', 'keys.destroyed', 'access.users', 'access.log', 'projection.checkpoint']);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(named(text)).toEqual([]);
  });

  it('in the log', () => {
    const text = service.log.join('\n');
    expect(named(text)).toEqual([]);
  });

  it('in a backup', async () => {
    const file = path.join(folder, 'backup');
    await withParts(surroundingsOf(service.databaseUrl, keyOf(service)), (parts) =>
      takeBackup(parts, file, new SystemClock(), () => undefined),
    );
    const texts = await Promise.all(Object.values(filesOf(file)).map((one: string) => readFile(one, 'utf8')));
    expect(texts.join('').length).toBeGreaterThan(1_000_000);
    expect(texts.flatMap(named)).toEqual([]);
  });
});
