import { ChoiceField, TextField } from '#pages';
import { evidenceWords } from '../breach-record/words.js';
import type { EvidenceKind } from '../domain/breach.js';

export class ReferenceEvidenceDetails {
  @ChoiceField('what kind of evidence it is', Object.keys(evidenceWords))
  kind: EvidenceKind;

  @TextField('where it is kept', { max: 500 })
  reference: string;
}
