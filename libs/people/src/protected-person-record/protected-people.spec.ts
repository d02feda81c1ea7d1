import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Viewer, viewer } from '#access';
import { noraContact } from '../domain/examples.js';
import { PeopleFixture } from '../../../../tests/support/people.js';
import { letterAt, masked } from '../domain/masking.js';
import type { KnownAs } from './known-as.js';
import { ProtectedPeople } from './protected-people.query.js';

let people: PeopleFixture;
let protectedPeople: ProtectedPeople;

beforeAll(async () => {
  people = await PeopleFixture.begin();
  protectedPeople = new ProtectedPeople(people.database);
  await people.perpetrator('p1');
  await people.perpetrator(
    'hidden',
    {},
    {
      type: 'RecordRestricted',
      data: { perpetratorId: 'hidden', basis: 'police-employee', readers: ['kent-reader'] },
    },
  );
  await people.protectedPerson('v1', 'p1');
  await people.protectedPerson('v2', 'hidden');
  await people.protectedPerson('moved', 'p1', { type: 'SafeguardingTransferred', data: { protectedPersonId: 'moved', to: '61' } });
});
afterAll(() => people.end());

const kent = () => people.officer('kent-officer');
const gwent = () => people.officer('gwent-officer', '61');
const essex = () => people.officer('essex-officer', '42');

/** The text as it reaches who knows these people so. */
const told = (text: string, known: readonly KnownAs[]) =>
  masked(
    text,
    known.map(({ letter, hide }) => ({ instead: letter, hide })),
  );

describe('protected people', () => {
  it('are named to the forces with a part in their record, and are a letter to others, whose texts must not give them away', async () => {
    expect(await protectedPeople.knownAs(kent(), ['v1'])).toMatchObject([{ letter: 'A', name: 'Nora Nonesuch' }]);
    const moved = await protectedPeople.knownAs(kent(), ['moved']);
    expect(moved).toMatchObject([{ name: 'Nora Nonesuch' }]);
    expect(told(`Nora on ${noraContact.phone}`, moved)).toBe('Nora on B');
    const unnamed = await protectedPeople.knownAs(essex(), ['v1']);
    expect(unnamed).toMatchObject([{ letter: 'A', name: null, dateOfBirth: null }]);
    expect(told(`Nora Nonesuch, Nonesuch or Nora on ${noraContact.phone}`, unnamed)).toBe('A, A or A on A');
    expect(await protectedPeople.knownAs(essex(), ['v1'], [{ force: '42', protectedPersonIds: ['v1'] }])).toMatchObject([
      { name: 'Nora Nonesuch' },
    ]);
    expect(await protectedPeople.byId(essex(), 'v1')).toBeNull();
  });

  it('are not named to a force for an order of its own that protects somebody else', async () => {
    const protectors = [{ force: '42', protectedPersonIds: ['moved'] }];
    expect(await protectedPeople.knownAs(essex(), ['v1', 'moved'], protectors)).toMatchObject([{ name: null }, { name: 'Nora Nonesuch' }]);
  });

  it('keep their letters whoever looks, whoever is found and whoever else is on the page', async () => {
    const letters = async (ids: readonly string[], who = kent()) =>
      Object.fromEntries((await protectedPeople.knownAs(who, ids)).map(({ id, letter }) => [id, letter]));
    expect(await letters(['v1'])).toEqual({ v1: 'A' });
    expect(await letters(['moved'])).toEqual({ moved: 'B' });
    expect(await letters(['moved', 'v1', 'v1'], essex())).toEqual({ v1: 'A', moved: 'B' });
    expect((await protectedPeople.protectedFrom(kent(), 'p1')).map(({ id, letter }) => [id, letter])).toEqual([
      ['v1', 'A'],
      ['moved', 'B'],
    ]);
    await people.protectedPerson('a-later-one', 'p1');
    expect(await letters(['a-later-one', 'moved'])).toEqual({ moved: 'B', 'a-later-one': 'C' });
    expect([0, 25, 26, 27, 701, 702].map(letterAt)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });

  it('have one letter each over all records of one person that the viewer knows of, and nobody else’s beside people of another', async () => {
    await people.perpetrator('p2');
    await people.perpetrator('p3');
    await people.protectedPerson('of-p2', 'p2');
    await people.protectedPerson('of-p3', 'p3');
    const letters = async (who: Viewer, ...lists: readonly (readonly string[])[]) =>
      (await protectedPeople.knownAsEach(who, lists)).map((known) => Object.fromEntries(known.map(({ id, letter }) => [id, letter])));
    expect(await letters(kent(), ['v1', 'of-p2'], ['of-p2'])).toEqual([{ v1: 'A', 'of-p2': 'D' }, { 'of-p2': 'A' }]);
    await people.link('p3', 'hidden');
    await people.link('p2', 'p3');
    expect(await letters(kent(), ['of-p3'], ['of-p2'])).toEqual([{ 'of-p3': 'B' }, { 'of-p2': 'A' }]);
    expect(await letters(people.officer('kent-reader'), ['of-p3', 'v2'])).toEqual([{ 'of-p3': 'C', v2: 'A' }]);
  });

  it('of a restricted perpetrator are known to the readers only, and no text names them to others', async () => {
    const unnamed = await protectedPeople.knownAs(kent(), ['v2']);
    expect(unnamed).toMatchObject([{ letter: 'A', name: null, isRestricted: true }]);
    expect(told('Nora Nonesuch', unnamed)).toBe('A');
    expect(await protectedPeople.byId(kent(), 'v2')).toBeNull();
    expect(await protectedPeople.contact(kent(), 'v2')).toBeNull();
    expect(await protectedPeople.protectedFrom(kent(), 'hidden')).toEqual([]);
    expect(await protectedPeople.protectedFrom(people.officer('kent-reader'), 'hidden')).toMatchObject([{ id: 'v2' }]);
  });

  it('are reached only by the force that looks after them now', async () => {
    expect(await protectedPeople.contact(kent(), 'v1')).toEqual(noraContact);
    expect(await protectedPeople.contact(essex(), 'v1')).toBeNull();
    expect(await protectedPeople.contact(kent(), 'moved')).toBeNull();
    expect(await protectedPeople.contact(gwent(), 'moved')).toEqual(noraContact);
    expect(await protectedPeople.knownAs(kent(), ['moved'])).toMatchObject([
      { name: 'Nora Nonesuch', safeguarding: '61', since: '2026-11-21' },
    ]);
    expect(await protectedPeople.knownAs(kent(), ['v1'])).toMatchObject([{ since: null }]);
  });

  it('are looked after by a force that others do not learn of once they have moved', async () => {
    const safeguarding = async (who: Viewer, protectors: Parameters<ProtectedPeople['knownAs']>[2] = []) =>
      (await protectedPeople.knownAs(who, ['v1', 'moved'], protectors)).map((one) => one.safeguarding);
    expect(await safeguarding(gwent())).toEqual(['46', '61']);
    expect(await safeguarding(essex())).toEqual(['46', null]);
    expect(await safeguarding(viewer({ userId: 'kent-manager', force: '46', role: 'manager', name: 'A. Specimen' }))).toEqual(['46', null]);
    expect(await safeguarding(essex(), [{ force: '42', protectedPersonIds: ['moved'] }])).toEqual(['46', '61']);
    expect(JSON.stringify(await protectedPeople.protectedFrom(essex(), 'p1'))).not.toContain('"61"');
  });

  it('never come with their contact unless it is asked for', async () => {
    const all = JSON.stringify([
      await protectedPeople.byId(kent(), 'v1'),
      (await protectedPeople.protectedFrom(kent(), 'p1')).map(({ id, letter, name, dateOfBirth, safeguarding }) => ({
        id,
        letter,
        name,
        dateOfBirth,
        safeguarding,
      })),
    ]);
    expect(all).toContain('Nonesuch');
    expect(all).not.toContain('07700');
  });

  it('are not there for those who may see no people', async () => {
    const administrator = viewer({ userId: 'kent-admin', force: '46', role: 'administrator', name: 'A. Specimen' });
    expect(await protectedPeople.knownAs(administrator, ['v1'])).toEqual([]);
    expect(await protectedPeople.contact(administrator, 'v1')).toBeNull();
    const manager = viewer({ userId: 'kent-manager', force: '46', role: 'manager', name: 'A. Specimen' });
    expect(await protectedPeople.knownAs(manager, ['v1'])).toMatchObject([{ name: null }]);
  });
});
