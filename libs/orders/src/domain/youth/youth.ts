import { addDays, addYears, ageOn, type LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { Court } from '../events.js';
import {
  type ReportingRestriction,
  type WhyNotTold,
  type YouthContact,
  type YouthContactOf,
  type YouthFact,
  youthFactTypes,
} from './facts.js';

/** What was recorded of telling one who answers for a respondent under 18. */
export interface YouthContactKnown {
  readonly contactId: string;
  readonly of: YouthContactOf;
  /** The force that recorded it, by CJS code: no other reads it. */
  readonly force: string;
  readonly on: LocalDate;
  /** Null where they were told. */
  readonly whyNot: WhyNotTold | null;
  readonly contact: Personal<YouthContact> | null;
  readonly note: Personal<string> | null;
}

export interface ReportingKnown {
  readonly restrictionId: string;
  readonly force: string;
  readonly restriction: ReportingRestriction;
  readonly court: Court;
  readonly from: LocalDate;
  readonly note: Personal<string> | null;
}

/** What is recorded of one application because its respondent is under 18, in the order in which it came. */
export interface YouthRecord {
  readonly contacts: readonly YouthContactKnown[];
  readonly reporting: readonly ReportingKnown[];
}

export const nothingOfYouth: YouthRecord = { contacts: [], reporting: [] };

export function isYouthFact(fact: { readonly type: string }): fact is YouthFact {
  return Object.hasOwn(youthFactTypes, fact.type);
}

/** The record after the fact. */
export function evolveYouth(record: YouthRecord, fact: YouthFact): YouthRecord {
  switch (fact.type) {
    case 'YouthContactRecorded': {
      const { contactId, of, force, on, whyNot } = fact.data;
      const { contact = null, note = null } = fact.personal ?? {};
      return { ...record, contacts: [...record.contacts, { contactId, of, force, on, whyNot, contact, note }] };
    }
    case 'ReportingRestrictionRecorded': {
      const { restrictionId, force, restriction, court, from } = fact.data;
      return {
        ...record,
        reporting: [...record.reporting, { restrictionId, force, restriction, court, from, note: fact.personal?.note ?? null }],
      };
    }
  }
}

export const youthContactsOf: readonly YouthContactOf[] = ['youth-justice', 'parent'];

/** What was recorded last of telling them; null where nobody recorded anything. */
export function latestContact({ contacts }: YouthRecord, of: YouthContactOf): YouthContactKnown | null {
  return contacts.findLast((one) => one.of === of) ?? null;
}

/** Whom nobody has been recorded to have told, nor why not. `not-yet` answers for the moment: it is asked again. */
export function untold(record: YouthRecord): readonly YouthContactOf[] {
  return youthContactsOf.filter((of) => {
    const latest = latestContact(record, of);
    return latest === null || latest.whyNot === 'not-yet';
  });
}

/** Whom nobody has said anything about: neither that they were told, nor why not, nor that it is still to come. */
export function unsaid(record: YouthRecord): readonly YouthContactOf[] {
  return youthContactsOf.filter((of) => latestContact(record, of) === null);
}

/** The day on which somebody turns 18; who was born on 29 February does so on 1 March of a year without one, as `ageOn` has it. */
export function eighteenOn(dateOfBirth: LocalDate): LocalDate {
  const day = addYears(dateOfBirth, 18);
  return ageOn(dateOfBirth, day) >= 18 ? day : addDays(day, 1);
}
