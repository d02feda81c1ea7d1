import { describe, expect, it } from '@jest/globals';
import { addAddress } from '../add-address/add-address.js';
import { addAlias } from '../add-alias/add-alias.js';
import { addIdentifier } from '../add-identifier/add-identifier.js';
import { changeSafeContact } from '../change-safe-contact/change-safe-contact.js';
import { correctDetails } from '../correct-details/correct-details.js';
import { correctProtectedPerson } from '../correct-protected-person/correct-protected-person.js';
import { recordOccupation } from '../record-occupation/record-occupation.js';
import { restrictRecord } from '../restrict-record/restrict-record.js';
import { askHandover } from '../transfer-safeguarding/ask-handover.js';
import {
  erased,
  essex,
  kent,
  kentLegal,
  noraContact,
  noraRecorded,
  perpetrator,
  protectedPerson,
  quentin,
  recorded,
  refusal,
  restricted,
} from './examples.js';
import type { PerpetratorState } from './perpetrator.js';
import type { ProtectedPersonState } from './protected-person.js';

type Who = typeof kent;
const other = { ...quentin, dateOfBirth: null };
const changes: [string, (state: PerpetratorState, who: Who) => unknown][] = [
  ['correcting details', (state, who) => correctDetails(state, who, { identity: other, reason: 'Misread' })],
  ['adding an alias', (state, who) => addAlias(state, who, { aliasId: 'a1', name: { family: 'Fictionson', given: 'Kwentin' } })],
  [
    'adding an address',
    (state, who) => addAddress(state, who, { addressId: 'd1', from: null, address: { lines: ['1 Nowhere Road'], postcode: '' } }),
  ],
  [
    'adding an identifier',
    (state, who) => addIdentifier(state, who, { identifierId: 'i1', scheme: 'pncid', value: '2099/1G', system: null }),
  ],
  [
    'recording an occupation',
    (state, who) => recordOccupation(state, who, { occupation: 'Baker', policeForce: null, readers: [] }, kentLegal),
  ],
];
const caring: [string, (state: ProtectedPersonState, who: Who) => unknown][] = [
  ['correcting a protected person', (state, who) => correctProtectedPerson(state, who, { identity: other, reason: 'Misread' })],
  ['changing the safe contact', (state, who) => changeSafeContact(state, who, noraContact)],
  ['asking another force to look after somebody', (state, who) => askHandover(state, who, '61')],
];
const restricting: typeof changes = [['restricting', (state, who) => restrictRecord(state, who, { basis: 'other', readers: [] })]];

describe.each([...changes, ...restricting])('%s', (_, change) => {
  it('is for the force of the record', () => {
    expect(refusal(() => change(perpetrator(recorded), kent))).toBe('');
    expect(refusal(() => change(perpetrator(recorded), essex))).toBe('not-your-force');
  });

  it('finds no restricted record unless one is a named reader, and cannot tell it from one that is not there', () => {
    const stranger = { ...kent, by: 'kent-stranger' };
    const absent = refusal(() => change(perpetrator(), stranger));
    expect(absent).toBe('no-such-record');
    expect(refusal(() => change(perpetrator(recorded, restricted), stranger))).toBe(absent);
    expect(refusal(() => change(perpetrator(recorded, restricted, erased), stranger))).toBe(absent);
  });

  it('is too late once the person was erased', () => {
    expect(refusal(() => change(perpetrator(recorded, erased), kent))).toBe('erased');
  });
});

describe.each(changes)('%s', (_, change) => {
  it('is open to a named reader of a restricted record', () => {
    expect(refusal(() => change(perpetrator(recorded, restricted), kent))).toBe('');
  });
});

describe.each(caring)('%s', (_, change) => {
  const moved = { type: 'SafeguardingTransferred', data: { protectedPersonId: 'v1', to: '42' } } as const;
  const gone = { ...erased, data: { ...erased.data, personId: 'v1' } };

  it('is for the force that looks after the person now, not for the one that made the record', () => {
    expect(refusal(() => change(protectedPerson(noraRecorded), kent))).toBe('');
    expect(refusal(() => change(protectedPerson(noraRecorded, moved), kent))).toBe('not-your-force');
    expect(refusal(() => change(protectedPerson(noraRecorded, moved), essex))).toBe('');
  });

  it('needs a record that was not erased', () => {
    expect(refusal(() => change(protectedPerson(), kent))).toBe('no-such-record');
    expect(refusal(() => change(protectedPerson(noraRecorded, gone), kent))).toBe('erased');
  });
});
