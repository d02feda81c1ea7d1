import { ChoiceField, OnlyWith, RowsField, TextField, YesNoField } from '#pages';
import {
  addressIn,
  DatedAddressFields,
  forceCodes,
  identifierIn,
  IdentifierFields,
  IdentityFields,
  identityIn,
  NameFields,
  nameIn,
  userNamesIn,
} from './person.dto.js';
import type { NewPerpetrator } from './record-perpetrator.js';

export class NewPerpetratorFields extends IdentityFields {
  @RowsField('another name', () => NameFields, { min: 0, max: 20 })
  aliases?: NameFields[];

  @RowsField('an address', () => DatedAddressFields, { min: 0, max: 20 })
  addresses?: DatedAddressFields[];

  @RowsField('a number', () => IdentifierFields, { min: 0, max: 20 })
  identifiers?: IdentifierFields[];

  @TextField('the occupation', { max: 100, optional: true })
  occupation?: string;

  @ChoiceField('the force that employs them', forceCodes, { optional: true })
  policeForce?: string;

  @OnlyWith('occupation')
  @YesNoField('that the police do not employ them', { optional: true })
  notPolice?: boolean;

  @OnlyWith('policeForce')
  @TextField('the user names of other readers', { max: 1000, optional: true, told: 'one a line, or with commas between them' })
  readers?: string;
}

/** Its readers are user names. */
export function newPerpetratorIn(fields: NewPerpetratorFields): NewPerpetrator {
  const { aliases = [], addresses = [], identifiers = [], occupation, policeForce = null, notPolice, readers } = fields;
  return {
    identity: identityIn(fields),
    aliases: aliases.map(nameIn),
    addresses: addresses.map((one) => ({ from: one.from ?? null, address: addressIn(one) })),
    identifiers: identifiers.map(identifierIn),
    occupation: occupation || policeForce ? { occupation: occupation ?? 'Police employee', policeForce, notPolice } : null,
    readers: userNamesIn(readers),
  };
}
