import { ChoiceField, ChoicesField, LocalDateField, NotWith, OnlyWith, TextField } from '#pages';
import { assessorWords, decisionWords, reasonWords } from '../case-record/words.js';
import type { ConsiderationDecision, ConsiderationReason } from '../domain/events.js';
import type { AssessorRole } from '../domain/risk-tools.js';
import type { ConsiderationDetails } from './consider-spo.js';

export class ConsiderSpoDto {
  @ChoiceField('whether an order is to be sought', Object.keys(decisionWords)) decision: ConsiderationDecision;
  @NotWith('decision', 'yes')
  @ChoicesField('why not, or not yet', Object.keys(reasonWords), { optional: true })
  reasons?: ConsiderationReason[];
  @OnlyWith('decision', 'deferred')
  @LocalDateField('the day to look again', { optional: true })
  lookAgainOn?: string;
  @TextField('the reasons in words', { max: 4000, optional: true }) rationale?: string;
  @ChoiceField('who considered it', Object.keys(assessorWords)) by: AssessorRole;
  @LocalDateField('the day it was considered') on: string;

  asDetails(): Omit<ConsiderationDetails, 'considerationId'> {
    const { decision, reasons = [], lookAgainOn = null, rationale = null, by, on } = this;
    return { decision, reasons, lookAgainOn, rationale, by, on };
  }
}
