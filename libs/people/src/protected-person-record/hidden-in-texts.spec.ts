import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import { PeopleFixture } from '../../../../tests/support/people.js';
import type { ContactPlan } from '../domain/contact-plan.js';
import type { ProtectedPersonFact, SafeContact } from '../domain/events.js';
import { hiddenIn, masked } from '../domain/masking.js';
import type { KnownAs } from './known-as.js';
import { ProtectedPeople } from './protected-people.query.js';

let people: PeopleFixture;
let protectedPeople: ProtectedPeople;

const nora = 'nora';
const identity = (id: string, given: string, family: string) =>
  personal([id], { name: { given, family }, dateOfBirth: null, sex: 'female' as const });
const corrected = (id: string, given: string, family: string): ProtectedPersonFact => ({
  type: 'ProtectedPersonDetailsCorrected',
  data: { protectedPersonId: id },
  personal: { identity: identity(id, given, family), reason: personal([id], 'Married') },
});
const reached = (contact: Partial<SafeContact>): ProtectedPersonFact => ({
  type: 'SafeContactChanged',
  data: { protectedPersonId: nora },
  personal: { contact: personal([nora], { phone: null, email: null, address: null, safeTimes: null, ...contact }) },
});
const plan: ContactPlan = {
  ...{ frequency: 'weekly', safe: [], never: [], days: 'every-day', from: null, until: null, note: null },
  alsoTell: 'Her sister Vera Sampleton',
};

beforeAll(async () => {
  people = await PeopleFixture.begin();
  protectedPeople = new ProtectedPeople(people.database);
  for (const id of ['his', 'his-other', 'somebody', 'hidden']) await people.perpetrator(id);
  await people.link('his', 'his-other');
  await people.protectedPerson(
    nora,
    'his',
    reached({ phone: '07700 900111', address: { lines: ['3 Mock Lane'], postcode: 'ZZ99 1AA' } }),
    reached({ phone: '07700 900222', address: { lines: ['8 Specimen Way'], postcode: 'ZZ99 2BB' } }),
    corrected(nora, 'Nora', 'Fabricated'),
    {
      type: 'ContactPlanAgreed',
      data: { protectedPersonId: nora, perpetratorId: 'his', force: '46', rights: 'enhanced', standardBecause: null },
      personal: { plan: personal([nora], plan) },
    },
  );
  await people.protectedPerson('ada', 'his-other', corrected('ada', 'Ada', 'Samplewright'));
  await people.protectedPerson('una', 'somebody', corrected('una', 'Una', 'Mockingham'));
}, 60_000);
afterAll(() => people.end());

const essex = () => people.officer('essex-officer', '42');
const told = (text: string, known: readonly KnownAs[], areOwn = false) =>
  masked(
    text,
    hiddenIn(known, areOwn).map(({ letter, hide }) => ({ instead: letter, hide })),
  );

describe('What a text about a protected person hides from another force', () => {
  it('is what they were called, where they lived and how they were reached before, and now', async () => {
    const known = await protectedPeople.knownAs(essex(), [nora]);
    for (const text of ['Nonesuch', 'Fabricated', '07700900111', '07700900222', '3 Mock Lane', '8 Specimen Way', 'ZZ99 1AA', 'zz992bb'])
      expect([text, told(text, known)]).toEqual([text, 'A']);
  });

  it('is who is close to them', async () => {
    const known = await protectedPeople.knownAs(essex(), [nora]);
    expect(told('He rang Vera', known)).toBe('He rang a person close to A');
    expect(told('He rang Vera', known, true)).toBe('He rang Vera');
    expect(told('He rang Vera', await protectedPeople.knownAs(people.officer('kent-officer'), [nora]))).toBe('He rang Vera');
  });

  it('is everybody else on the records of the same person, and nobody who is on none', async () => {
    const known = await protectedPeople.knownAs(essex(), [nora]);
    expect(told('Ada Samplewright and Nora saw Mockingham', known)).toBe('another protected person and A saw Mockingham');
    expect(told('Ada Samplewright', await protectedPeople.knownAs(essex(), [nora, 'ada']))).toBe('B');
  });

  it('is everybody on the records of whom the page is about, on whosever record those are whom it names', async () => {
    const order = { force: '42', protectedPersonIds: ['una'], perpetratorId: 'his-other' };
    for (const known of [
      await protectedPeople.knownAs(essex(), ['una'], [order]),
      await protectedPeople.knownAs(essex(), ['una'], [], ['his-other']),
    ])
      expect(told('Ada Samplewright and Fabricated rang', known)).toBe('another protected person and another protected person rang');
    expect(told('Ada Samplewright', await protectedPeople.knownAs(essex(), ['una']))).toBe('Ada Samplewright');
  });

  it('is everybody on linked records where nobody is on this one', async () => {
    await people.perpetrator('his-third');
    await people.link('his-third', 'his-other');
    expect(await protectedPeople.idsOn(['his-third'])).toEqual(['ada', nora]);
    expect(await protectedPeople.idsOn(['his-other'])).toEqual(['ada']);
  });

  it('is known without reading the records of anybody else', async () => {
    const read: string[] = [];
    const counting = { query: (text: string, parameters: unknown[]) => (read.push(text), people.database.query(text, parameters)) };
    await new ProtectedPeople(counting as never).knownAs(essex(), [nora, 'ada']);
    expect(read).toHaveLength(2);
    await people.database.query('analyze people.protected_person_record');
    await people.database.query('analyze people.link');
    const [text = '', parameters] = [read[1], [[nora], [], 'essex-officer']];
    const explained = JSON.stringify(
      await people.database.transaction(async (work) => {
        await work.query('set local enable_seqscan = off');
        return work.query(`explain ${text}`, parameters);
      }),
    );
    for (const index of ['protected_person_record_from', 'link_a', 'link_b']) expect(explained).toContain(index);
    expect(explained).not.toMatch(/Seq Scan on (link|protected_person_record)/);
  });

  it('of a record that the viewer may not see is hidden in the words of their own force too', async () => {
    await people.protectedPerson('eve', 'hidden', corrected('eve', 'Eve', 'Pretendson'));
    await people.link('hidden', 'somebody');
    await people.also('hidden', {
      type: 'RecordRestricted',
      data: { perpetratorId: 'hidden', basis: 'risk-of-harm', readers: ['nobody'] },
    });
    const known = await protectedPeople.knownAs(people.officer('kent-officer'), ['una']);
    expect(told('Una and Eve Pretendson', known, true)).toBe('Una and another protected person');
  });
});
