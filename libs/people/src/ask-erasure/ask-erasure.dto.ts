import { ChoiceField, TextField } from '#pages';
import type { ErasureBasis } from '../domain/events.js';

export const erasureBases: readonly { readonly value: ErasureBasis; readonly text: string }[] = [
  { value: 'retention-review', text: 'A retention review decided that the record is no longer needed' },
  { value: 'right-to-erasure', text: 'The person has a right to erasure (DPA 2018 s.47)' },
  { value: 'court-order', text: 'A court ordered it' },
  { value: 'recorded-in-error', text: 'The person should never have been recorded' },
];

export class ErasureFields {
  @ChoiceField('the legal basis', erasureBases.map(({ value }) => value))
  basis: ErasureBasis;

  @TextField('who decided this, by office and reference', { max: 200 })
  authority: string;
}
