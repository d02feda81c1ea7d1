import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import { Turns } from '#event-store/module';
import { PeopleFixture, StandingClock } from '../../../../tests/support/people.js';
import type { Address, IdentifierScheme, PerpetratorFact } from '../domain/events.js';
import { links, pairId, pairOf } from '../domain/links.js';
import { FindLinks } from './find-links.policy.js';
import { LinkCandidates } from './link-candidates.query.js';

let people: PeopleFixture;
const policies: FindLinks[] = [];

beforeAll(async () => {
  people = await PeopleFixture.begin();
}, 60_000);
afterAll(async () => {
  await Promise.all(policies.map((policy) => policy.onModuleDestroy()));
  await people.end();
});

const policy = (): FindLinks => {
  const { store, streams, sealer, projector, database } = people;
  const clock = new StandingClock('2026-11-21T12:00:00.000Z');
  const made = new FindLinks(store, new Turns(database), streams, sealer, projector, new LinkCandidates(database), clock);
  policies.push(made);
  return made;
};
const at = (id: string, address: Address): PerpetratorFact => ({
  type: 'AddressRecorded',
  data: { perpetratorId: id, addressId: `${id}-home`, from: null },
  personal: { address: personal([id], address) },
});
const number = (id: string, scheme: IdentifierScheme, value: string): PerpetratorFact => ({
  type: 'IdentifierRecorded',
  data: { perpetratorId: id, identifierId: `${id}-${scheme}`, scheme, force: null, system: null },
  personal: { value: personal([id], value) },
});
const candidatesOf = async (id: string): Promise<string[]> =>
  (await new LinkCandidates(people.database).of(id)).candidates.map(({ perpetratorId }) => perpetratorId);
const offers = async (one: string, other: string): Promise<number> =>
  (await people.streams.facts(links, pairId(pairOf(one, other)))).length;

describe('the records that a record is compared with', () => {
  beforeAll(async () => {
    const home = { lines: ['7 Nowhere Street'], postcode: 'ZZ1 1ZZ' };
    await people.perpetrator(
      'self',
      { name: { family: 'Fictionsson', given: 'Quentin' }, dateOfBirth: '1988-03-04' },
      at('self', home),
      number('self', 'phone', '+447700900001'),
      number('self', 'handle', 'mock_1'),
      number('self', 'vehicle', 'ZZ99ZZ0'),
    );
    await people.perpetrator(
      'number',
      { name: { family: 'A', given: 'B' }, dateOfBirth: null },
      number('number', 'phone', '+447700900001'),
    );
    await people.perpetrator('handle', { name: { family: 'A', given: 'B' }, dateOfBirth: null }, {
      ...number('handle', 'handle', 'Mock_1'),
      data: { ...number('handle', 'handle', '').data, system: 'chat-example' },
    } as PerpetratorFact);
    await people.perpetrator('vehicle', { name: { family: 'A', given: 'B' }, dateOfBirth: null }, number('vehicle', 'vehicle', 'ZZ99ZZO'));
    await people.perpetrator('born', { name: { family: 'A', given: 'B' }, dateOfBirth: '1988-03-04' });
    await people.perpetrator('sound', { name: { family: 'Fictionson', given: 'B' }, dateOfBirth: '1988-12-01' });
    await people.perpetrator('names', { name: { family: 'Fictionson', given: 'Kwentin' }, dateOfBirth: '1961-12-01' });
    await people.perpetrator(
      'postcode',
      { name: { family: 'A', given: 'B' }, dateOfBirth: '1988-11-30' },
      at('postcode', { lines: [], postcode: 'zz11zz' }),
    );
    await people.perpetrator('nobody', { name: { family: 'Placeholder', given: 'Barnaby' }, dateOfBirth: '1971-01-01' });
  });

  it('are found by number, account, vehicle, day of birth, sound and year, both names, and postcode', async () => {
    expect((await candidatesOf('self')).toSorted()).toEqual(['born', 'handle', 'names', 'number', 'postcode', 'sound', 'vehicle']);
  });

  it('are none of a record that was erased, and no erased one', async () => {
    await people.also('born', { type: 'PersonErased', data: { personId: 'born', basis: 'court-order', authority: 'Order 99/2026' } });
    expect(await candidatesOf('born')).toEqual([]);
    expect(await candidatesOf('self')).not.toContain('born');
  });
});

describe('the policy that offers links', () => {
  it('offers a pair once, however often and by however many processes a batch is taken', async () => {
    await people.perpetrator('one', { name: { family: 'Mockman', given: 'Dex' }, dateOfBirth: '1979-12-01' });
    await people.perpetrator('other', { name: { family: 'Mockmann', given: 'Dex' }, dateOfBirth: '1979-12-01' });
    const batch = await people.store.readAll(null, 1_000);
    await Promise.all([policy().take(batch), policy().take(batch), policy().take(batch)]);
    await policy().take(batch);
    expect(await offers('one', 'other')).toBe(1);
    expect(await offers('one', 'nobody')).toBe(0);
  });

  it('goes on from its checkpoint and offers what is new', async () => {
    const before = (await people.store.readAll(null, 1_000)).length;
    await people.perpetrator('third', { name: { family: 'Mockman', given: 'Dex' }, dateOfBirth: '1979-12-01' });
    await policy().take((await people.store.readAll(null, 1_000)).slice(before));
    expect([await offers('one', 'third'), await offers('other', 'third'), await offers('one', 'other')]).toEqual([1, 1, 1]);
  });
});
