import { ChoiceField, IdField, LocalDateField, OnlyWith, TextField } from '#pages';
import { OffenceCodesField } from '../case-record/offence-codes.field.js';
import { nfaWords, outcomeWords } from '../case-record/words.js';
import type { CaseNfaReason, CaseOutcome } from '../domain/events.js';
import type { OutcomeDetails } from './record-outcome.js';

export class RecordOutcomeDto {
  @ChoiceField('the outcome', Object.keys(outcomeWords)) outcome: CaseOutcome;
  @LocalDateField('the day it was decided') on: string;
  @OnlyWith('outcome', 'charged')
  @OffenceCodesField({ optional: true })
  offenceCodes?: string[];
  @OnlyWith('outcome', 'no-further-action')
  @ChoiceField('why no further action is taken', Object.keys(nfaWords), { optional: true })
  reason?: CaseNfaReason;
  /** The application it led to, where that is recorded here. */
  @OnlyWith('outcome', 'application')
  @IdField('the application', { optional: true })
  applicationId?: string;
  @TextField('the outcome in words', { max: 4000, optional: true }) note?: string;

  asDetails(): Omit<OutcomeDetails, 'outcomeId'> {
    const { outcome, on, offenceCodes = [], reason = null, applicationId = null, note = null } = this;
    return { outcome, on, offenceCodes, reason, applicationId, note };
  }
}
