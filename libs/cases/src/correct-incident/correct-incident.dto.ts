import { ChoicesField, TextField } from '#pages';
import { occurredIn, WhenDto } from '../case-record/when.dto.js';
import { conductWords } from '../case-record/words.js';
import type { Conduct } from '../domain/conduct.js';
import type { IncidentCorrection } from './correct-incident.js';

/** The incident as it should have been recorded; what is as before changes nothing. */
export class CorrectIncidentDto extends WhenDto {
  @ChoicesField('what was done', Object.keys(conductWords)) conduct: Conduct[];
  /** The whole account anew, when it was recorded wrongly. */
  @TextField('what happened', { max: 4000, optional: true }) account?: string;
  @TextField('why it is corrected', { max: 1000 }) reason: string;

  asCorrection(incidentId: string): Omit<IncidentCorrection, 'correctionId'> {
    const { conduct, account = null, reason } = this;
    return { incidentId, occurred: occurredIn(this), conduct, account, reason };
  }
}
