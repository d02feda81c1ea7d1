import { forces } from '#access';
import type { LocalDate } from '#calendar';
import { ChoiceField, LocalDateField, OnlyWith, TextField } from '#pages';
import type { Address, Identity, IdentifierScheme, PersonName, Sex } from '../domain/events.js';
import type { IdentifierEntry } from '../domain/identifier-entry.js';

export const sexes: readonly { readonly value: Sex; readonly text: string }[] = [
  { value: 'female', text: 'Female' },
  { value: 'male', text: 'Male' },
  { value: 'other', text: 'Other' },
  { value: 'unknown', text: 'Not known' },
];

export const schemes: readonly { readonly value: IdentifierScheme; readonly text: string }[] = [
  { value: 'pncid', text: 'PNCID' },
  { value: 'cro', text: 'CRO number' },
  { value: 'nominal', text: 'Nominal number of my force' },
  { value: 'phone', text: 'Telephone number' },
  { value: 'handle', text: 'Online name or handle' },
  { value: 'vehicle', text: 'Vehicle registration' },
];

export const forceChoices: readonly { readonly value: string; readonly text: string }[] = forces.map(({ cjs, fullName }) => ({
  value: cjs,
  text: fullName,
}));
export const forceCodes: readonly string[] = forces.map(({ cjs }) => cjs);

const oneLine = (words: string) => ({ is: /^[^\t\n\r\u2028\u2029]*$/, text: `Enter ${words} on one line, without tabs` });

export class NameFields {
  @TextField('the family name, or the only name', { max: 100, shape: oneLine('the family name') })
  family: string;

  @TextField('the given names', { max: 150, optional: true, shape: oneLine('the given names') })
  given?: string;
}

export class IdentityFields extends NameFields {
  @LocalDateField('the date of birth', { optional: true })
  dateOfBirth?: LocalDate;

  @ChoiceField('the sex, or that it is not known', sexes.map(({ value }) => value))
  sex: Sex;
}

export const AddressLines = (): PropertyDecorator => TextField('the address', { max: 500, optional: true });
export const Postcode = (): PropertyDecorator => TextField('the postcode', { max: 10, optional: true });

export class AddressFields {
  @AddressLines() lines?: string;
  @Postcode() postcode?: string;
}

export class DatedAddressFields extends AddressFields {
  @LocalDateField('the day they were first known to live there', { optional: true })
  from?: LocalDate;
}

export class IdentifierFields {
  @ChoiceField('the kind of number', schemes.map(({ value }) => value))
  scheme: IdentifierScheme;

  @TextField('the number', { max: 60, isPasted: true })
  value: string;

  @OnlyWith('scheme', 'nominal', 'handle')
  @TextField('the records system', { max: 30, optional: true })
  system?: string;
}

export function nameIn({ family, given = '' }: NameFields): PersonName {
  return { family, given };
}

export function identityIn({ family, given = '', dateOfBirth, sex }: IdentityFields): Identity {
  return { name: { family, given }, dateOfBirth: dateOfBirth ?? null, sex };
}

export function addressIn({ lines = '', postcode = '' }: AddressFields): Address {
  return { lines: lines.split('\n'), postcode };
}

export function identifierIn({ scheme, value, system }: IdentifierFields): IdentifierEntry {
  return { scheme, value, system: system ?? null };
}

/** User names, one a line or with commas between them. */
export function userNamesIn(text = ''): string[] {
  return text.split(/[\n,]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

/** What is on the record, as `IdentityFields` show it. */
export function identityFields(identity: Identity | null): Record<string, unknown> {
  return identity ? { ...identity.name, dateOfBirth: identity.dateOfBirth, sex: identity.sex } : {};
}
