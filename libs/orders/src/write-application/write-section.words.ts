import { isRecord, type Words } from '#pages';
import type { WrittenSection } from '../domain/application-draft/contents.js';
import type { NoDraft } from '../domain/application-draft/required-draft.js';
import { unlikelyDayWords } from '../list-hearing/unlikely-day.words.js';
import { conditionCalled } from '../order-draft/condition-called.js';
import type { CannotWrite } from './write-section.js';

export const draftWords: Readonly<Record<NoDraft, Words[string]>> = {
  'no-such-draft': 'There is no such application in preparation. Open it again from the respondent’s page',
  'filed-already': 'This application was filed meanwhile. What was filed does not change',
  'draft-abandoned': 'This application was given up. Begin a new one if it is needed',
};

export type NotReadable = 'no-such-record' | 'erased';

/** For the respondent's own record. */
export const notReadableWords: Readonly<Record<NotReadable, Words[string]>> = {
  'no-such-record': 'There is no such person. Search for them again',
  erased: 'The data of this person was erased, so no application can be recorded',
};

/** Of one condition: named by its place and kind, told at the input that is wrong in it. The refusal says which: `nth` from 0, and the blank. */
function ofCondition(wrong: string, place: string | null = null): Words[string] {
  return {
    field: (_, { details: { nth, blank } }) => `conditions.${nth}.${place ?? `parameters.${blank}`}`,
    text: (sent, { details: { nth } }) => {
      const rows: readonly unknown[] = isRecord(sent) && Array.isArray(sent['conditions']) ? sent['conditions'] : [];
      return `${conditionCalled(rows[Number(nth)], Number(nth))} ${wrong}`;
    },
  };
}

const changed = 'Somebody else saved this section while you were writing. Compare the two below, then save yours over it or go back';
const nothing = 'Fill in at least one answer before you save';

const common: Readonly<Record<Exclude<CannotWrite, 'section-changed' | 'nothing-given'> | 'not-yours-to-name', Words[string]>> = {
  ...draftWords,
  'person-not-protected': ofCondition(
    'names somebody whom the order is not to protect. Select only people it is to protect, or name them in the section on protected people',
  ),
  'people-first': 'Name the protected people first: what you write here is sealed under their keys',
  'evidence-first': 'List the evidence first',
  'ends-before-it-begins': 'The last day of an act must not be before its first',
  'area-basis-not-open': {
    field: 'basis',
    text: 'That is not open to your force: only a force without a police area applies without one (SPA 2019 s.1(3)). Select why it may apply',
  },
  'act-ahead': { field: 'acts', text: 'An act must not be in the future: an application rests on what was done. Check the days' },
  'act-before-birth': {
    field: 'acts',
    text: 'An act must not be before the respondent, or anybody who suffered it, was born. Check the days, and the dates of birth on record',
  },
  'evidence-ahead': { field: 'items', text: 'The date of a piece of evidence must not be in the future. Check the dates' },
  'assessed-ahead': { field: 'assessedOn', text: 'The day the risk was assessed must not be in the future. Check it' },
  'hearing-passed': { field: 'hearingOn', text: 'The day of the hearing has passed. Enter the day of the next one' },
  'day-unlikely': unlikelyDayWords,
  'day-passed': ofCondition('asks for something by a day that has passed. Enter a day to come'),
  'end-passed': ofCondition('would end on a day that has passed. Enter a day to come', 'lastDay'),
  'not-yours-to-name':
    'Select people who are on record with your force. Record the others yourself, or ask the force that looks after them',
};

/** The field that a message about the whole form points at. */
const first: Readonly<Record<WrittenSection, string>> = {
  parties: 'applicant',
  people: 'protectedPersonIds',
  acts: 'acts',
  risk: 'harms',
  necessity: 'facts',
  area: 'basis',
  conditions: 'conditions',
  interim: 'sought',
  evidence: 'items',
  hearsay: 'relied',
};

/** The words for a section's refusals. */
export function sectionWords(section: WrittenSection): Readonly<Record<CannotWrite | 'not-yours-to-name', Words[string]>> {
  return {
    ...common,
    'section-changed': { field: 'changes', text: changed },
    'nothing-given': { field: first[section], text: nothing },
  };
}
