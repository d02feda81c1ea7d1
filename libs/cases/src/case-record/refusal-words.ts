import type { Words } from '#pages';
import { occurredRefusals } from './occurred-refusals.js';

/** Every reason for which a decision about a case may refuse, as the sentence that says what to do. */
export const refusalWords: Words = {
  ...occurredRefusals,
  'no-such-case': 'There is no such case. Open it again from the person’s page',
  'opened-already': 'This case was opened already. Open it from the person’s page',
  'no-such-record': 'There is no such person. Search for them again',
  erased: 'The personal data of this person was erased, so no case can be opened',
  'not-yours-to-name': { field: 'protectedPersonIds', text: 'Record this person with your force first, then select them' },
  'not-part-of-it': { field: 'protectedPersonId', text: 'Select somebody the case is about' },
  'in-the-future': {
    field: (_, { details }) => (details['of'] === 'reported' ? 'reportedAt' : 'on'),
    text: (_, { details }) =>
      details['of'] === 'reported'
        ? 'It cannot have been reported later than now. Check when it was reported'
        : 'That lies in the future. Enter a day that has come',
  },
  'before-birth': {
    field: 'on',
    text: 'That is before somebody it concerns was born. Check the day, and the date of birth on their record',
  },
  'when-needed': { field: 'on', text: 'Enter the day it happened' },
  'conduct-needed': { field: 'conduct', text: 'Select what was done' },
  'reference-known-already': { field: 'number', text: 'This number is recorded for the case already' },
  'no-such-incident': 'That incident is not in this case. Open the case again',
  'in-error-already': 'That incident was recorded in error. Open the case again',
  'nothing-to-correct': { field: 'account', text: 'This is what is recorded already. Change something, or go back to the case' },
  'not-an-offence-code': { field: 'otherCode', text: 'An offence code is two letters and five numbers, like PH97006' },
  'no-offence-but-an-application': {
    field: 'otherCode',
    text: 'That is the code of an application to a court, which is no offence. Enter the code of an offence',
  },
  'not-an-offence-then': { field: 'offenceCode', text: 'That offence came into force after this happened. Select another one' },
  'classified-already': { field: 'offenceCode', text: 'It is classified as that already. Select another offence' },
  'another-is-principal': {
    field: 'inPlaceOf',
    text: 'Another offence is the principal crime of this case. Tick that this one takes its place, or select No',
  },
  'no-such-classification': 'That classification is not in this case. Open the case again',
  'cancelled-already': 'Somebody cancelled this classification already. Open the case again',
  'principal-already': 'It is the principal crime of this case already. Open the case again',
  'before-classification': { field: 'on', text: 'That is before the day it was classified. Check the day' },
  'not-a-question-of-it': 'An answer is to a question that this tool does not ask. Choose the tool again and answer its questions',
  'not-all-answered': {
    field: 'partly',
    text: (_, { details }) =>
      `No answer is given to these questions: ${String(details['numbers'])}. Answer them, or tick that they were not asked`,
  },
  'answered-twice': { field: 'yes', text: 'A question has two answers. Give each number once' },
  'no-such-assessment': 'That assessment is not in this case. Open the case again',
  'before-assessment': { field: 'on', text: 'That is before the risk was graded last. Check the day' },
  'graded-so-already': { field: 'grade', text: 'That is the grade it has. Select another one' },
  'reason-needed': { field: 'reasons', text: 'Select why an order is not sought, or not yet' },
  'wish-alone': {
    field: 'reasons',
    text: 'Select another reason as well. What the victim wishes is never a reason by itself: the application is the chief officer’s',
  },
  'rationale-needed': { field: 'rationale', text: 'Enter the other reason in words' },
  'look-again-needed': { field: 'lookAgainOn', text: 'Enter the day on which it is looked at again' },
  'look-again-must-be-later': { field: 'lookAgainOn', text: 'The day to look again must be after the day it was considered' },
  'before-the-last': { field: 'on', text: 'It was considered on a later day already. Check the day' },
  'before-it-was-opened': { field: 'on', text: 'That is before the case was opened. Check the day' },
  'nfa-reason-needed': { field: 'reason', text: 'Select why no further action is taken' },
  'no-offence': { field: 'offenceCodes', text: 'Enter the offences charged, for instance PH97006' },
  'note-needed': { field: 'note', text: 'Enter the outcome in words' },
};
