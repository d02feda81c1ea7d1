import { TextField } from '#pages';
import { IdentityFields, identityIn } from '../record-perpetrator/person.dto.js';
import type { Correction } from '../domain/checked-identity.js';

export class CorrectionFields extends IdentityFields {
  @TextField('why it was wrong', { max: 500 })
  reason: string;
}

export function correctionIn(fields: CorrectionFields): Correction {
  return { identity: identityIn(fields), reason: fields.reason };
}
