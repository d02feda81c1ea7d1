import { formatDate } from '#calendar';
import {
  type AdjournReason,
  type DirectedTo,
  type DirectionSettling,
  type Heard,
  type Hearing,
  type HearingPurpose,
  type HearingResult,
  type HearingState,
  settledDirections,
} from '../domain/hearings.js';

// The words of the pages about hearings.

export const hearingPurposes: Readonly<Record<HearingPurpose, string>> = {
  interim: 'an interim order',
  return: 'the return after an order without notice',
  directions: 'directions',
  final: 'the final hearing',
  variation: 'a variation',
  renewal: 'a renewal',
  discharge: 'a discharge',
  appeal: 'an appeal',
  rehearing: 'what was sent back on appeal',
  other: 'something else',
};

const ofOrders: readonly HearingPurpose[] = ['variation', 'renewal', 'discharge', 'appeal', 'rehearing'];

/** What a hearing of an application, about an order, or of an appeal against the refusal of an application can be for. */
export function purposesOf(what: 'application' | 'order' | 'appeal'): Readonly<Record<string, string>> {
  if (what === 'appeal') return { appeal: hearingPurposes.appeal };
  const entries = Object.entries(hearingPurposes);
  return Object.fromEntries(
    entries.filter(([purpose]) => purpose === 'other' || (ofOrders as readonly string[]).includes(purpose) === (what === 'order')),
  );
}

export const adjournReasons: Readonly<Record<AdjournReason, string>> = {
  'respondent-not-served': 'the respondent had not been served',
  'respondent-absent': 'the respondent was absent',
  'evidence-not-ready': 'evidence was not ready',
  'charge-decision-awaited': 'a decision whether to charge is awaited',
  representation: 'a party needs a lawyer',
  interpreter: 'an interpreter is needed',
  'court-time': 'the court had no time',
  other: 'another reason',
};

export const directedTo: Readonly<Record<DirectedTo, string>> = {
  police: 'the police',
  respondent: 'the respondent',
  prosecution: 'the prosecution',
  court: 'the court',
  other: 'somebody else',
};

export const heardWords: Readonly<Record<Heard, string>> = {
  contested: 'contested',
  'by-consent': 'by consent',
  'in-absence': 'in the absence of the respondent',
};

export const hearingResults: Readonly<Record<HearingResult | 'adjourned', string>> = {
  adjourned: 'it was adjourned',
  directions: 'the court gave directions and nothing else',
  'interim-order': 'an interim order was made',
  'interim-refused': 'an interim order was refused',
  decided: 'the court decided',
  vacated: 'it was not held',
};

export const hearingStates: Readonly<Record<HearingState, { readonly text: string; readonly colour: string }>> = {
  ahead: { text: 'To come', colour: 'blue' },
  today: { text: 'Today', colour: 'yellow' },
  'no-outcome': { text: 'No outcome recorded', colour: 'red' },
  over: { text: 'Over', colour: 'grey' },
  'not-needed': { text: 'No longer needed', colour: 'grey' },
};

export const directionSettlings: Readonly<Record<DirectionSettling, string>> = {
  done: 'it was done',
  lifted: 'the court said that it need not be done',
};

/** `That the hearing of 3 Nov 2026 (directions) was adjourned`: what became of it, to tell it from every other. */
export function hearingInWords(hearings: readonly Hearing[], id: string | null): string {
  const found = hearings.find(({ hearingId }) => hearingId === id);
  if (!found?.outcome) return 'What became of a hearing';
  return `What became of the hearing of ${formatDate(found.at.on)} (${hearingPurposes[found.purpose]}): ${hearingResults[found.outcome.is]}`;
}

/** That what was directed by that day was done or lifted, without the words of the court. */
export function directionInWords(hearings: readonly Hearing[], id: string | null): string {
  const found = settledDirections(hearings).find(({ directionId }) => directionId === id);
  if (!found?.settled) return 'That a direction was done';
  const { to, by, settled } = found;
  return `That the direction to ${directedTo[to]}, by ${formatDate(by)}, was ${settled.how} on ${formatDate(settled.on)}`;
}
