import { ChoiceField, IdsField, LocalDateField, TextField, type Words, YesNoField } from '#pages';
import type { AreaBasis } from '../domain/events.js';
import { momentWords } from '../order-draft/order-draft.dto.js';
import type { ApplicationDetails, CannotFile } from './file-application.js';

export const areaBases: Readonly<Record<AreaBasis, string>> = {
  resides: 'the respondent lives in the force area',
  'believed-in-area': 'the respondent is believed to be in the force area',
  'intends-to-come': 'the respondent intends to come to the force area',
  'no-area-limit': 'the force has no area (British Transport Police, Ministry of Defence Police)',
};

export class FileApplicationDto {
  @LocalDateField('the day it was filed') filedOn: string;
  @TextField('the name of the court') courtName: string;
  @ChoiceField('which court hears it', ['adult', 'youth'], { optional: true }) forum?: 'adult' | 'youth';
  @ChoiceField('whether it is with notice', ['with', 'without']) notice: 'with' | 'without';
  @ChoiceField('why this force may apply', Object.keys(areaBases)) areaBasis: AreaBasis;
  @YesNoField('yes if an interim order is asked for') interimSought: boolean;
  @IdsField('whom the order is to protect') protectedPersonIds: string[];
  @IdsField('who suffered the acts', { optional: true }) victimIds?: string[];
  @TextField('the court reference', { optional: true }) reference?: string;
  @TextField('the grounds', { max: 10_000, optional: true }) grounds?: string;

  asDetails(): Omit<ApplicationDetails, 'applicationId' | 'perpetratorId' | 'force' | 'dateOfBirth'> {
    const { filedOn, courtName, forum, notice, areaBasis, interimSought, protectedPersonIds, victimIds, reference, grounds } = this;
    const plain = { filedOn, courtName, notice, areaBasis, interimSought, protectedPersonIds };
    return { ...plain, forum: forum ?? null, victimIds: victimIds ?? [], reference: reference ?? null, grounds: grounds ?? null };
  }
}

export const fileApplicationWords: Readonly<Record<CannotFile | 'no-such-record' | 'erased' | 'not-yours-to-name', Words[string]>> = {
  'not-yours-to-name': {
    field: 'protectedPersonIds',
    text: 'Select people who are on record with your force. Record the others yourself, or ask the force that looks after them',
  },
  'no-such-record': 'There is no such person. Search for them again',
  erased: 'The data of this person was erased, so no application can be recorded',
  'already-filed': 'This application is recorded already',
  'in-the-future': { field: 'filedOn', text: momentWords['in-the-future'] },
  'nobody-protected': { field: 'protectedPersonIds', text: 'Select at least one person the order is to protect' },
  'age-unknown': { field: 'forum', text: 'The date of birth is not recorded. Select which court hears it' },
  'forum-by-age': {
    field: 'forum',
    text: (_, { details }) =>
      details['forum'] === 'youth'
        ? 'By the date of birth on record the respondent was under 18 on that day, so the youth court hears it. Check the day and the date of birth, or select the youth court'
        : 'By the date of birth on record the respondent was 18 or over on that day, so a magistrates’ court hears it. Check the day and the date of birth, or select that court',
  },
  'under-ten': 'No order can be asked for against a child under 10. Check the date of birth',
  'area-basis-not-open': { field: 'areaBasis', text: 'That is not open to your force. Select why it may apply' },
};
