import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrated } from '#database/module';
import { MasterKey, MemoryKeyring, Sealer } from '#event-store';
import { StandingClock } from '../../../../tests/support/people.js';
import { createDatabase } from '../../../../tests/support/postgres.js';
import { Access1700000000300 } from '../1700000000300-access.migration.js';
import { type Attempt, SignInAttempts } from './sign-in-attempts.js';

let database: DataSource;
let drop: () => Promise<unknown>;
let clock: StandingClock;
let attempts: SignInAttempts;

beforeAll(async () => {
  const test = await createDatabase();
  drop = () => test.drop();
  database = await migrated({ url: test.url, entities: [], migrations: [Access1700000000300] });
  clock = new StandingClock('2026-05-01T10:00:00.000Z');
  attempts = new SignInAttempts(database, clock, new Sealer(new MemoryKeyring(), MasterKey.parse(Buffer.alloc(32, 7).toString('base64'))));
});
afterAll(async () => {
  await database.destroy();
  await drop();
});

const person = (address: string, device: string | null = null): Attempt => ({ by: 'person', userName: 'nell.nobody', address, device });
const machine = (address: string): Attempt => ({ by: 'machine', userName: 'feed.nowhere', address });

it('keeps out for 15 minutes at most, however often it is tried meanwhile, and says for how long', async () => {
  const tried = (minute: number) => {
    clock.at = `2026-05-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
    return attempts.begin(person('192.0.2.1'));
  };
  for (let guess = 0; guess < 5; guess += 1) expect(await tried(guess)).toBeNull();
  for (let minute = 5; minute < 15; minute += 1) expect([minute, await tried(minute)]).toEqual([minute, (15 - minute) * 60]);
  expect(await tried(16)).toBeNull();
  // A blocked try counts for the address no more than for the account.
  const [left]: { tries: number }[] = await database.query('select count(*)::int as tries from access.sign_in_attempts');
  expect(left?.tries).toBe(10);
});

it('never keeps out a device that the account is known on because others guess, but counts what is guessed there', async () => {
  clock.at = '2026-05-01T12:00:00.000Z';
  for (let guess = 0; guess < 6; guess += 1) await attempts.begin(person('192.0.2.2'));
  expect(await attempts.begin(person('192.0.2.3'))).toBe(900);
  const known = person('192.0.2.3', 'device-1');
  expect(await attempts.begin(known)).toBeNull();
  await attempts.succeeded(known);
  expect(await attempts.begin(person('192.0.2.3'))).toBe(900);
  for (let guess = 0; guess < 5; guess += 1) expect(await attempts.begin(known)).toBeNull();
  expect(await attempts.begin(known)).toBe(900);
});

it('keeps out the address from which a secret is guessed, and never an address from which the machine signed in', async () => {
  clock.at = '2026-06-01T12:00:00.000Z';
  const own = machine('192.0.2.9');
  expect(await attempts.begin(own)).toBeNull();
  await attempts.succeeded(own);
  const guesses: (number | null)[] = [];
  // From 25 addresses, five times each and once more.
  for (let place = 0; place < 25; place += 1)
    for (let guess = 0; guess < 6; guess += 1) guesses.push(await attempts.begin(machine(`198.51.100.${place}`)));
  expect(guesses.filter((wait) => wait === null)).toHaveLength(100);
  expect(await attempts.begin(machine('198.51.100.200'))).toBe(900);
  expect(await attempts.begin(own)).toBeNull();
  for (let guess = 0; guess < 4; guess += 1) expect(await attempts.begin(own)).toBeNull();
  expect(await attempts.begin(own)).toBe(900);
  // What is known of an address is forgotten when the machine comes from there no more.
  clock.at = '2027-01-01T12:00:00.000Z';
  for (let guess = 0; guess < 100; guess += 1) await attempts.begin(machine(`198.51.100.${guess}`));
  expect(await attempts.begin(own)).toBe(900);
});
