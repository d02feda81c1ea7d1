import { IdField, LocalDateField, TextField, type Words } from '#pages';
import { CourtDto, GoesOnField, momentWords, unansweredWords } from '../order-draft/order-draft.dto.js';
import { notReadyWords, proposalWords } from '../proposal-record/proposal-words.js';
import type { CannotFileVariation, FilingDetails } from './file-variation.js';

export class FileVariationDto extends CourtDto {
  @IdField('the proposal') proposalId: string;
  @LocalDateField('the day it was filed') filedOn: string;
  @TextField('the court reference', { optional: true }) reference?: string;
  @GoesOnField() goesOn?: string;

  asDetails(): FilingDetails {
    const { proposalId, filedOn, court, reference } = this;
    return { proposalId, filedOn, court, reference: reference ?? null };
  }
}

export const fileVariationWords: Readonly<Record<CannotFileVariation, Words[string]>> = {
  ...proposalWords,
  ...notReadyWords,
  ...unansweredWords,
  'in-the-future': { field: 'filedOn', text: momentWords['in-the-future'] },
  'before-made': { field: 'filedOn', text: momentWords['before-made'] },
  'not-approved': 'A second person has to approve it before it is filed',
  'filed-already': 'It is filed already. Record what the court decided',
  'wrong-court': { field: 'courtType', text: 'A court of this sort cannot vary or renew this order. Select another' },
};
