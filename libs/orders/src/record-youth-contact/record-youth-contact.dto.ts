import { ChoiceField, LocalDateField, OnlyWith, TextField, type Words, YesNoField } from '#pages';
import type { WhyNotTold, YouthContactOf } from '../domain/youth/facts.js';
import type { NotOfYouth } from '../domain/youth/required.js';
import { youthContactsOf } from '../domain/youth/youth.js';
import { momentWords } from '../order-draft/order-draft.dto.js';
import { whyNotTold } from '../youth-record/words.js';
import { type NotReadable, notReadableWords } from '../write-application/write-section.words.js';
import type { CannotRecordContact, YouthContactDetails } from './record-youth-contact.js';

export class RecordYouthContactDto {
  @ChoiceField('whom it is about', [...youthContactsOf]) of: YouthContactOf;
  @YesNoField('whether they were told') told: boolean;
  @OnlyWith('told', true)
  @LocalDateField('the day they were told', { optional: true })
  toldOn?: string;
  @OnlyWith('told', false)
  @ChoiceField('why they were not told', Object.keys(whyNotTold), { optional: true })
  whyNot?: WhyNotTold;
  @TextField('whom to ask for', { max: 100, optional: true }) name?: string;
  @OnlyWith('name')
  @TextField('the team or organisation', { max: 150, optional: true })
  organisation?: string;
  @OnlyWith('name')
  @TextField('the phone number', { max: 40, optional: true })
  phone?: string;
  @OnlyWith('name')
  @TextField('the email address', {
    max: 254,
    optional: true,
    shape: { is: /^([^\s@]+@[^\s@]+)?$/, text: 'Enter an email address like name@example.com' },
  })
  email?: string;
  @TextField('the note', { max: 1000, optional: true }) note?: string;

  asDetails(): Omit<YouthContactDetails, 'contactId'> & { readonly told: boolean } {
    const { of, told, toldOn, whyNot, name, organisation, phone, email, note } = this;
    const contact = name ? { name, organisation: organisation || null, phone: phone || null, email: email || null } : null;
    return { of, told, toldOn: toldOn ?? null, whyNot: whyNot ?? null, contact, note: note || null };
  }
}

export const notOfYouthWords: Readonly<Record<NotOfYouth | NotReadable | 'no-such-draft', Words[string]>> = {
  ...notReadableWords,
  'no-such-application': 'There is no such application. Open it again from the perpetrator’s page',
  'no-such-draft': 'There is no such application. Open it again from the perpetrator’s page',
  'draft-abandoned': 'This application was given up. Nothing more is recorded of it',
  'not-under-18':
    'By the date of birth on record the respondent is not under 18. Correct it, or select the youth court in the section on the parties where it is not known',
};

export const recordYouthContactWords: Readonly<Record<CannotRecordContact | NotReadable | 'no-such-draft', Words[string]>> = {
  ...notOfYouthWords,
  'in-the-future': { field: 'toldOn', text: momentWords['in-the-future'] },
  'before-birth': { field: 'toldOn', text: 'The day must not be before the respondent was born' },
  'day-of-telling': { field: 'toldOn', text: 'Enter the day they were told' },
  'who-was-told': { field: 'name', text: 'Enter whom to ask for' },
  'how-to-reach': { field: 'phone', text: 'Enter how to reach them: a phone number, an email address or a note' },
  'why-not-told': { field: 'whyNot', text: 'Select why they were not told' },
  'say-why-not': { field: 'note', text: 'Enter why they were not told' },
};
