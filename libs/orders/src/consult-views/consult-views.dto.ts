import { formatDate } from '#calendar';
import { ChoiceField, IdField, LocalDateField, TextField, type Words } from '#pages';
import type { Consultation, ToldOfVariation } from '../domain/variation.js';
import { proposalWords } from '../proposal-record/proposal-words.js';
import { consultations, toldWords } from '../proposal-record/words.js';
import type { CannotConsult } from './consult-views.js';

export class ConsultViewsDto {
  @IdField('the proposal') proposalId: string;
  @IdField('whose views these are') protectedPersonId: string;
  @ChoiceField('what they say, or why they were not asked', Object.keys(consultations)) consultation: Consultation;
  @ChoiceField('whether they were told', Object.keys(toldWords)) told: ToldOfVariation;
  @LocalDateField('the day', { optional: true }) on?: string;
  @TextField('their words, or why', { max: 4000, optional: true }) words?: string;
}

export const consultViewsWords: Readonly<Record<CannotConsult, Words[string]>> = {
  ...proposalWords,
  'not-protected': { field: 'protectedPersonId', text: 'Select somebody whom the order protects' },
  'in-the-future': { field: 'on', text: 'The day must not be later than today' },
  'before-the-order': {
    field: 'on',
    text: (_, { details }) =>
      `The order was made on ${formatDate(String(details['on']))}: nobody was asked of a change of it before. Check the day`,
  },
  'why-needed': { field: 'words', text: 'Say why they were not asked' },
  'told-and-not-reached': { field: 'told', text: 'Nobody who could not be reached was told. Check both answers' },
};
