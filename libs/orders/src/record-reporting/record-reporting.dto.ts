import { ChoiceField, LocalDateField, TextField, type Words } from '#pages';
import type { Court } from '../domain/events.js';
import type { ReportingRestriction } from '../domain/youth/facts.js';
import { momentWords } from '../order-draft/order-draft.dto.js';
import { notOfYouthWords } from '../record-youth-contact/record-youth-contact.dto.js';
import type { NotReadable } from '../write-application/write-section.words.js';
import { restrictionWords } from '../youth-record/words.js';
import type { CannotRecordReporting, ReportingDetails } from './record-reporting.js';

/** The courts that can restrict reporting of such an application, or of an appeal. */
export const reportingCourts = ['youth', 'magistrates', 'crown'] as const satisfies readonly Court['type'][];

export class RecordReportingDto {
  @ChoiceField('what holds', Object.keys(restrictionWords)) restriction: ReportingRestriction;
  @LocalDateField('the day from which it holds') from: string;
  @ChoiceField('which sort of court', [...reportingCourts]) courtType: (typeof reportingCourts)[number];
  @TextField('the name of the court') courtName: string;
  @TextField('the note', { max: 1000, optional: true }) note?: string;

  asDetails(): Omit<ReportingDetails, 'restrictionId'> {
    const { restriction, from, courtType, courtName, note } = this;
    return { restriction, from, court: { type: courtType, name: courtName }, note: note || null };
  }
}

export const recordReportingWords: Readonly<Record<CannotRecordReporting | NotReadable | 'no-such-draft', Words[string]>> = {
  ...notOfYouthWords,
  'in-the-future': { field: 'from', text: momentWords['in-the-future'] },
  'automatic-elsewhere': {
    field: 'restriction',
    text: 'The automatic restriction is that of a youth court. Check the sort of court, or select that a court directed one',
  },
  'not-18-yet': { field: 'from', text: 'The respondent had not turned 18 on that day. Check the day, or what holds' },
  'say-why-none': { field: 'note', text: 'Enter where it is known from that none applies' },
};
