import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrated } from '#database/module';
import { MasterKey, MemoryKeyring, Sealer } from '#event-store';
import { StandingClock } from '../../../../tests/support/people.js';
import { createDatabase } from '../../../../tests/support/postgres.js';
import { Access1700000000300 } from '../1700000000300-access.migration.js';
import { SignInAttempts } from './sign-in-attempts.js';

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

it('keeps out for 15 minutes at most, however often it is tried meanwhile', async () => {
  const tried = (minute: number) => {
    clock.at = `2026-05-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
    return attempts.begin('nell.nobody', '192.0.2.1');
  };
  for (let guess = 0; guess < 5; guess += 1) expect(await tried(guess)).toBe(true);
  for (let minute = 5; minute < 15; minute += 1) expect([minute, await tried(minute)]).toEqual([minute, false]);
  expect(await tried(16)).toBe(true);
  // A blocked try counts for the address no more than for the account.
  const [left]: { tries: number }[] = await database.query('select count(*)::int as tries from access.sign_in_attempts');
  expect(left?.tries).toBe(10);
});

it('never keeps out a device that the account is known on because others guess, but counts what is guessed there', async () => {
  clock.at = '2026-05-01T12:00:00.000Z';
  for (let guess = 0; guess < 6; guess += 1) await attempts.begin('nell.nobody', '192.0.2.2');
  expect(await attempts.begin('nell.nobody', '192.0.2.3')).toBe(false);
  expect(await attempts.begin('nell.nobody', '192.0.2.3', 'device-1')).toBe(true);
  await attempts.succeeded('nell.nobody', '192.0.2.3', 'device-1');
  expect(await attempts.begin('nell.nobody', '192.0.2.3')).toBe(false);
  for (let guess = 0; guess < 5; guess += 1) expect(await attempts.begin('nell.nobody', '192.0.2.3', 'device-1')).toBe(true);
  expect(await attempts.begin('nell.nobody', '192.0.2.3', 'device-1')).toBe(false);
});
