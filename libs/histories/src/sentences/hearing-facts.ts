import { formatDate } from '#calendar';
import type { Fact } from '#event-sourcing';
import type { AdjournReason, DirectedTo, Heard, HearingFact, HearingPurpose, HearingResult } from '#orders';
import { day, moment } from './when-in-words.js';
import { type Names, ownWords, type When, words } from './sentence.js';

const PURPOSES: Readonly<Record<HearingPurpose, string>> = {
  interim: 'of an interim application',
  return: 'on return, after an order without notice',
  directions: 'for directions',
  final: 'to decide',
  variation: 'of a variation',
  renewal: 'of a renewal',
  discharge: 'of a discharge',
  appeal: 'of an appeal',
  rehearing: 'of what was sent back on appeal',
  other: 'for another purpose',
};
const ADJOURNED: Readonly<Record<AdjournReason, string>> = {
  'respondent-not-served': 'the respondent had not been served',
  'respondent-absent': 'the respondent was absent',
  'evidence-not-ready': 'evidence was not ready',
  'charge-decision-awaited': 'a charge decision was awaited',
  representation: 'a party needed a lawyer',
  interpreter: 'an interpreter was needed',
  'court-time': 'the court had no time',
  other: 'another reason',
};
const TO: Readonly<Record<DirectedTo, string>> = {
  police: 'the police',
  respondent: 'the respondent',
  prosecution: 'the prosecution',
  court: 'the court',
  other: 'somebody else',
};
const RESULTS: Readonly<Record<HearingResult, string>> = {
  'interim-order': 'Hearing: an interim order was made',
  'interim-refused': 'Hearing: an interim order was refused',
  directions: 'Hearing: directions alone',
  decided: 'Hearing: decided',
  vacated: 'Hearing not held',
};
export const HEARD: Readonly<Record<Heard, string>> = {
  contested: 'contested',
  'by-consent': 'by consent',
  'in-absence': 'in the absence of the respondent',
};

interface Line {
  readonly when: When;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What to say of a hearing, of an application or of an order. In which room and what was directed are the court's words; a note is its force's own. */
export function hearingLine(fact: HearingFact<object, '' | 'Order'>, recorded: When, names: Names): Line {
  switch (fact.type) {
    case 'HearingListed':
    case 'OrderHearingListed':
      return {
        when: moment(fact.data.at),
        heading: `Hearing listed ${PURPOSES[fact.data.purpose]}`,
        lines: [fact.data.court.name, ...words(fact.personal?.room, names)],
      };
    case 'HearingAdjourned':
    case 'OrderHearingAdjourned':
      return {
        when: recorded,
        heading: `Hearing adjourned: ${ADJOURNED[fact.data.reason]}`,
        lines: ownWords(fact.personal?.note, names),
      };
    case 'DirectionsGiven':
    case 'OrderDirectionsGiven':
      return {
        when: recorded,
        heading: 'The court gave directions',
        lines: fact.data.directions.flatMap(({ directionId, to, by }) => [
          `By ${formatDate(by)}, ${TO[to]}: ${words(partOf(fact, directionId), names)[0] ?? 'as the court directed'}`,
        ]),
      };
    case 'HearingHeld':
    case 'OrderHearingHeld':
      return {
        when: recorded,
        heading: `${RESULTS[fact.data.result]}${fact.data.heard ? `, ${HEARD[fact.data.heard]}` : ''}`,
        lines: ownWords(fact.personal?.note, names),
      };
    case 'DirectionSettled':
    case 'OrderDirectionSettled': {
      const { how, on } = fact.data;
      return {
        when: day(on),
        heading: how === 'done' ? 'What the court directed was done' : 'The court lifted a direction: it need not be done',
        lines: ownWords(fact.personal?.by, names),
      };
    }
  }
}

function partOf(fact: Extract<HearingFact<object, '' | 'Order'>, Fact<'DirectionsGiven' | 'OrderDirectionsGiven'>>, directionId: string) {
  return fact.personal?.[`direction:${directionId}`];
}
