import { RecordReportingHandler } from './record-reporting/record-reporting.command.js';
import { RecordReportingPage } from './record-reporting/record-reporting.page.js';
import { RecordYouthContactHandler } from './record-youth-contact/record-youth-contact.command.js';
import { RecordYouthContactPage } from './record-youth-contact/record-youth-contact.page.js';
import { YouthForms } from './youth-record/youth-forms.js';
import { YouthRecordPage } from './youth-record/youth-record.page.js';
import { YouthRecords } from './youth-record/youth-records.query.js';

// What is recorded because a respondent is under 18, for the module.

export { RecordReporting } from './record-reporting/record-reporting.command.js';
export { RecordYouthContact } from './record-youth-contact/record-youth-contact.command.js';
export { YouthRecords };

export const youthPages = [YouthRecordPage, RecordYouthContactPage, RecordReportingPage];
export const youthServices = [YouthRecords, YouthForms, RecordYouthContactHandler, RecordReportingHandler];
