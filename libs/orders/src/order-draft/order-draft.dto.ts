import { ChoiceField, idFrom, RowsField, TextField, YesNoField } from '#pages';
import type { Words } from '#pages';
import type { WrongAge } from '../domain/age.js';
import type { BadCondition, BadDraft, NotProtected, OrderDraft } from '../domain/draft.js';
import type { Court } from '../domain/events.js';
import type { DurationProblem } from '../domain/kinds/index.js';
import type { End, Moment } from '../domain/moments.js';
import type { Unanswered } from '../domain/weighing.js';
import { courtTypes } from '../order-record/words.js';
import { conditionCalled } from './condition-called.js';
import { ConditionDto } from './condition.dto.js';
import { EndField } from './end-field.js';
import { MomentField } from './moment-field.js';

/** A court, by its type and its name. */
export class CourtDto {
  @ChoiceField('which sort of court', Object.keys(courtTypes)) courtType: Court['type'];
  @TextField('the name of the court') courtName: string;

  get court(): Court {
    return { type: this.courtType, name: this.courtName };
  }
}

/** An order as it is keyed off the sealed copy, in a form or over the API. */
export class OrderDraftDto extends CourtDto {
  @MomentField('the day the order was made') made: Moment;
  @EndField() end: End;
  @YesNoField('yes if the respondent was in court', { optional: true }) respondentPresent?: boolean;
  @YesNoField('yes if the respondent had notice of the hearing', { optional: true }) withNotice?: boolean;
  @ChoiceField('where it has effect', ['uk', 'limited'], { optional: true }) locality?: 'uk' | 'limited';
  @TextField('the court reference', { optional: true }) reference?: string;
  @RowsField('a condition', () => ConditionDto, { called: conditionCalled }) conditions: ConditionDto[];
  @GoesOnField() goesOn?: string;

  asDraft(commandId: string): OrderDraft {
    return {
      court: this.court,
      made: this.made,
      end: this.end,
      respondentPresent: this.respondentPresent ?? null,
      withNotice: this.withNotice ?? null,
      locality: this.locality ?? 'uk',
      reference: this.reference || null,
      conditions: this.conditions.map((condition, nth) =>
        condition.asDraft(idFrom(commandId, `condition ${nth}`), idFrom(commandId, `version ${nth}`)),
      ),
    };
  }
}

/** Why an order goes on although it may not fit beside another (SPA 2019 s.2(7)). */
export function GoesOnField(): PropertyDecorator {
  return TextField('why the order goes on', { max: 2000, optional: true });
}

type Told = Words[string];

export const durationWords: Readonly<Record<DurationProblem['problem'], Told>> = {
  'too-short': { field: 'end', text: 'The law asks for a longer period. Check the last day on the sealed order' },
  'too-long': { field: 'end', text: 'The law allows no period as long as this. Check the last day on the sealed order' },
  'must-be-fixed': { field: 'end', text: 'An order of this kind has a last day. Enter it as on the sealed order' },
  'ends-before-made': { field: 'end', text: 'The last day must not be before the day the order was made' },
  'end-unknown': { field: 'end', text: 'Find out when the order ends' },
};

export const notProtectedWords: Readonly<Record<NotProtected, Told>> = {
  'person-not-protected': {
    field: 'conditions',
    text: (_, { details }) =>
      `Condition ${details['number'] ?? ''} names somebody whom the order does not protect. Select only people it protects`,
  },
};

export const conditionWords: Readonly<Record<BadCondition, Told>> = {
  ...notProtectedWords,
  'prohibitions-only': {
    field: 'conditions',
    text: (_, { details }) => `An order of this kind can forbid but not require. Check condition ${details['number'] ?? ''}`,
  },
  'clause-repeated': { field: 'conditions', text: 'Two conditions have the same clause number. Give each its own' },
  'condition-outlasts-order': {
    field: 'conditions',
    text: (_, { details }) => `Condition ${details['number'] ?? ''} must not last longer than the order. Check its last day`,
  },
  'condition-ends-before': {
    field: 'conditions',
    text: (_, { details }) =>
      `The own last day of condition ${details['number'] ?? ''} lies before the order was made. Check it and the day the order was made`,
  },
  'words-disagree': {
    field: 'conditions',
    text: (_, { details }) =>
      `Condition ${details['number'] ?? ''} says one thing in its words and another in its details. Make them say the same, or say that the words are right and clear the details`,
  },
  'due-outside-order': {
    field: 'conditions',
    text: (_, { details }) =>
      `Condition ${details['number'] ?? ''} asks for something by a day on which the order does not hold. Check that day and the day the order was made`,
  },
};

/** The same for a form that has no list of conditions by that name: told at this field. */
export function conditionWordsAt(field: string): Readonly<Record<BadCondition, Told>> {
  const at = (told: Told): Told => ({ field, text: typeof told === 'object' ? told.text : told });
  return {
    'person-not-protected': at(conditionWords['person-not-protected']),
    'prohibitions-only': at(conditionWords['prohibitions-only']),
    'clause-repeated': at(conditionWords['clause-repeated']),
    'condition-outlasts-order': at(conditionWords['condition-outlasts-order']),
    'condition-ends-before': at(conditionWords['condition-ends-before']),
    'words-disagree': at(conditionWords['words-disagree']),
    'due-outside-order': at(conditionWords['due-outside-order']),
  };
}

export const unansweredWords: Readonly<Record<Unanswered, Told>> = {
  'conflict-unanswered': {
    field: 'goesOn',
    text: 'Read what may not fit beside other orders, at the top of the conditions, and say why the order goes on all the same',
  },
};

export const ageWords = {
  'too-young': {
    field: 'made',
    text: 'The respondent was too young then for an order of this kind. Check the day it was made and the date of birth',
  },
  'before-birth': { field: 'made', text: 'The respondent was not born yet on that day. Check the day it was made and the date of birth' },
  'adults-only': {
    field: 'made',
    text: 'An order of this kind cannot be made against somebody under 18. Check the date of birth and the kind',
  },
} as const satisfies Readonly<Record<WrongAge, Told>>;

export const draftWords: Readonly<Record<BadDraft | Unanswered, Told>> = {
  ...unansweredWords,
  ...durationWords,
  ...conditionWords,
  'nobody-protected': { field: 'protectedPersonIds', text: 'Select at least one person the order protects' },
  'no-conditions': { field: 'conditions', text: 'Add a condition' },
  'wrong-court': { field: 'courtType', text: 'A court of this sort cannot make an order of this kind. Select another' },
  'kind-not-then': { field: 'made', text: 'The law knew no order of this kind on that day. Check the day, or select another kind' },
  'wrong-origin': { field: 'origin', text: 'An order of this kind was not made in this way on that day. Select another' },
};

export const momentWords = {
  'in-the-future': 'The day must not be later than today',
  'before-made': 'The day must not be before the order was made',
} as const;

export const orderWords = {
  'no-such-order': 'There is no such order. Open it again from the perpetrator’s page',
  'order-in-error': 'This order was recorded in error, so nothing more is recorded on it. Open the order that was meant',
} as const;
