import { ChoiceField, OnlyWith, TextField, YesNoField } from '#pages';
import { forceCodes, userNamesIn } from '../record-perpetrator/person.dto.js';
import type { NewOccupation } from './record-occupation.js';

export class OccupationFields {
  @TextField('the occupation', { max: 100 })
  occupation: string;

  @ChoiceField('the force that employs them', forceCodes, { optional: true })
  policeForce?: string;

  @YesNoField('that the police do not employ them', { optional: true })
  notPolice?: boolean;

  @OnlyWith('policeForce')
  @TextField('the user names of other readers', { max: 1000, optional: true, told: 'one a line, or with commas between them' })
  readers?: string;
}

/** Its readers are user names. */
export function occupationIn({ occupation, policeForce, notPolice, readers }: OccupationFields): NewOccupation {
  return { occupation, policeForce: policeForce ?? null, notPolice, readers: userNamesIn(readers) };
}
