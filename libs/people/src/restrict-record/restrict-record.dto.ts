import { ChoiceField, TextField } from '#pages';
import type { RestrictionBasis } from '../domain/events.js';

export const bases: readonly { readonly value: RestrictionBasis; readonly text: string }[] = [
  { value: 'police-employee', text: 'The police employ this person' },
  { value: 'risk-of-harm', text: 'Somebody could come to harm if the record were seen' },
  { value: 'sensitive-investigation', text: 'It belongs to a sensitive investigation' },
  { value: 'other', text: 'Another reason' },
];

export class RestrictionFields {
  @ChoiceField('why the record is restricted', bases.map(({ value }) => value))
  basis: RestrictionBasis;

  @TextField('the user names of other readers', { max: 1000, optional: true, told: 'one a line, or with commas between them' })
  readers?: string;
}

export class ReadersFields {
  @TextField('who may read the record', { max: 2000, told: 'user names, one a line or with commas between them' })
  readers: string;
}

export class LiftFields {
  @TextField('why the restriction is lifted', { max: 500 })
  reason: string;
}
