import type { Refusal } from '#event-sourcing';
import { refusalWords } from '../breach-record/refusal-words.js';
import type { ReportBreachDetails } from './report-breach.dto.js';

/** Why the form refuses. */
export const words = {
  ...refusalWords,
  // When it happened was looked at in the first step.
  'in-the-future': { field: 'reportedAt', text: 'That lies in the future. Enter a date and time that have passed' },
  'nothing-alleged': { field: 'alleging', text: 'Select what was breached, or select Not a breach, but keep it' },
  'kept-and-alleged': {
    field: 'alleging',
    text: 'What was breached is ticked, and you say that it is not a breach. Save it as a breach, or untick it and keep it',
  },
  'kept-and-excused': {
    field: 'reasonableExcuse',
    text: 'An excuse is recorded of a breach that is alleged. To keep it as contact, write what was said in what happened, and select Not asked',
  },
};

/** The same for a program. */
export const apiWords = {
  ...words,
  'kept-and-alleged': {
    field: 'alleging',
    text: 'keep says that no breach is alleged, and alleging what was breached. Send only one of the two',
  },
  'kept-and-excused': {
    field: 'excuse',
    text: 'keep says that no breach is alleged, so that no excuse is recorded. Leave out excuse and reasonableExcuse, or keep',
  },
  'protects-none-named': {
    field: 'evenSo',
    text: (_: unknown, { details }: Refusal) =>
      `${details['orders']} (${details['orderIds']}) protect${details['count'] === 1 ? 's' : ''} none of the people it was done to. Leave out what is alleged of it, name in people whom it was done to, or send its id in evenSo to say that it was breached even so`,
  },
  'in-the-future': {
    field: ({ at }: ReportBreachDetails, { details }: Refusal) =>
      details['of'] === 'reported' ? 'reportedAt' : at === undefined ? 'on' : 'at',
    text: 'That lies in the future. Send a date and time that have passed',
  },
};
