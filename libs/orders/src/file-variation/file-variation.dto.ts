import { formatDate } from '#calendar';
import { IdField, LocalDateField, TextField, type Words, YesNoField } from '#pages';
import { missingWords } from '../discharge-order/discharge-order.dto.js';
import { CourtDto, GoesOnField, momentWords, unansweredWords } from '../order-draft/order-draft.dto.js';
import { notReadyWords, proposalWords } from '../proposal-record/proposal-words.js';
import type { CannotFileVariation, FilingDetails } from './file-variation.js';

export class FileVariationDto extends CourtDto {
  @IdField('the proposal') proposalId: string;
  @LocalDateField('the day it was filed') filedOn: string;
  @TextField('the court reference', { optional: true }) reference?: string;
  @GoesOnField() goesOn?: string;
  /** Asked only when the drafted words tell where a protected person can be reached. */
  @YesNoField('yes if the court’s copy needs the words that tell where a protected person can be reached', { optional: true })
  knowingly?: boolean;
  /** Answers `consents-missing`. */
  @YesNoField('yes if a discharge was filed although a consent that the court needs to grant it is not recorded', { optional: true })
  withoutConsent?: boolean;

  asDetails(): FilingDetails {
    const { proposalId, filedOn, court, reference, withoutConsent = false } = this;
    return { proposalId, filedOn, court, reference: reference ?? null, withoutConsent };
  }
}

export const fileVariationWords: Readonly<Record<CannotFileVariation, Words[string]>> = {
  ...proposalWords,
  ...notReadyWords,
  ...unansweredWords,
  'consents-missing': {
    field: 'withoutConsent',
    text: (_, refusal) => `${missingWords(refusal)}, or tick that it was filed all the same`,
  },
  'in-the-future': { field: 'filedOn', text: momentWords['in-the-future'] },
  'before-made': { field: 'filedOn', text: momentWords['before-made'] },
  'before-begun': {
    field: 'filedOn',
    text: (_, { details }) =>
      `It was begun here on ${formatDate(String(details['on']))}, so it was not filed before. If other papers were filed earlier, withdraw this and record what the court made of those`,
  },
  'before-the-words': {
    field: 'filedOn',
    text: (_, { details }) =>
      `The words that this changes began to have effect on ${formatDate(String(details['on']))}, so it was not filed before. Check the day`,
  },
  'not-approved': 'A second person has to approve it before it is filed',
  'gives-away': {
    field: 'knowingly',
    text: 'The papers would tell the respondent where a protected person can be reached. Mend what is listed, or tick that the court’s copy needs it',
  },
  'filed-already': 'It is filed already. Record what the court decided',
  'wrong-court': { field: 'courtType', text: 'A court of this sort cannot change this order. Select another' },
};
