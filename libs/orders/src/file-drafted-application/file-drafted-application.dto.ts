import { LocalDateField, TextField, type Words, YesNoField } from '#pages';
import { fileApplicationWords } from '../file-application/file-application.dto.js';
import { draftWords, type NotReadable, notReadableWords } from '../write-application/write-section.words.js';
import type { CannotFileDraft, FilingDetails } from './file-drafted-application.js';

export class FileDraftedApplicationDto {
  @LocalDateField('the day it was filed') filedOn: string;
  @TextField('the court reference', { optional: true }) reference?: string;
  /** Asked only when the application's own words tell where a protected person can be reached. */
  @YesNoField('yes if the court’s copy needs the words that tell where a protected person can be reached', { optional: true })
  knowingly?: boolean;

  /** Asked only of a respondent under 18 of whom it is not recorded who was told, or why not. */
  @TextField('why it is filed before they were told', { max: 1000, optional: true }) untold?: string;

  asDetails(): FilingDetails {
    return { filedOn: this.filedOn, reference: this.reference ?? null, untold: this.untold || null };
  }
}

const { 'in-the-future': ahead } = fileApplicationWords;

export const fileDraftedApplicationWords: Readonly<Record<CannotFileDraft | NotReadable, Words[string]>> = {
  ...draftWords,
  ...notReadableWords,
  'in-the-future': ahead,
  'gives-away': {
    field: 'knowingly',
    text: 'The application would tell the respondent where a protected person can be reached. Mend what is listed, or tick that the court’s copy needs it',
  },
  'nobody-told-of-a-child': {
    field: 'untold',
    text: 'By the date of birth the respondent is under 18 on this day. Record that the youth justice team and a parent or guardian were told, or enter why it is filed before that',
  },
  'not-ready': { field: 'missing', text: 'The application cannot be filed yet. Complete what is listed below' },
  'before-begun': { field: 'filedOn', text: 'The day must not be before the day the application was begun' },
  'hearing-before-filing': {
    field: 'filedOn',
    text: 'The hearing that the hearsay notice names is before this day. Check the day, or state the day of the next hearing in the section on hearsay',
  },
  'already-filed': 'This application was filed already',
  'nobody-protected': 'Select whom the order is to protect, in the section on protected people',
  'age-unknown': 'Select which court hears it, in the section on the parties',
  'forum-by-age': (_, { details }) =>
    `The section on the parties says another court than the age of the respondent on this day, by which ${details['forum'] === 'youth' ? 'the youth court' : 'a magistrates’ court'} hears it. Check the date of birth, and save that section again`,
  'under-ten': 'No order can be asked for against a child under 10. Check the date of birth',
  'area-basis-not-open': 'The basis of area is not open to your force. Change it in the section on why this force may apply',
};
