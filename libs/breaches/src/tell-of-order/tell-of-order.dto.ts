import { ChoiceField, IdField, OnlyWith, TextField, type Words } from '#pages';
import type { UnsafeTelling, IncompleteTelling } from '../domain/what-was-said.js';
import type { CannotTellOfOrder } from './tell-of-order.js';
import type { TellingDecision } from '../domain/telling.js';
import { ToldFields } from './told.dto.js';
import { decisionWords } from './words.js';

export class TellOfOrderFields extends ToldFields {
  @IdField('who was told') protectedPersonId: string;
  @TextField('what they were told of', { max: 100 }) newsId: string;
  @ChoiceField('whether they were told', Object.keys(decisionWords)) decision: TellingDecision;
  @OnlyWith('decision', 'do-not-tell')
  @ChoiceField('what they are not to be told', ['this', 'order'], { optional: true })
  reach?: 'this' | 'order';
}

/** For every form about telling somebody. */
export const incompleteWords = {
  'channel-needed': { field: 'channel', text: 'Select how they were told' },
  'teller-needed': { field: 'role', text: 'Select who told them or decided it' },
  'why-not-told': { field: 'notTold', text: 'Select why they were not told' },
  'why-withheld': { field: 'withheld', text: 'Select why they are not to be told' },
  'say-why': { field: 'note', text: 'Enter why they were not told' },
} satisfies Record<IncompleteTelling, Words[string]>;

export const forbiddenWords = {
  'channel-is-never': {
    field: 'against',
    text: 'Their contact plan says never to use this way. Select another, or enter why it was used all the same',
  },
  'time-is-unsafe': {
    field: 'against',
    text: 'Their contact plan does not call that a safe time. Check when they were told, or enter why it was done then',
  },
} satisfies Record<UnsafeTelling, Words[string]>;

export const tellOfOrderWords: Readonly<Record<CannotTellOfOrder, Words[string]>> = {
  ...incompleteWords,
  'not-protected-here': { field: 'protectedPersonId', text: 'Select somebody whom the order protects' },
  'no-such-news': { field: 'newsId', text: 'That is not recorded of this order, or has not happened yet. Select something else' },
  'in-the-future': { field: 'at', text: 'That lies in the future. Enter a date and time that have passed' },
  'told-before-it-happened': { field: 'at', text: 'That is before it happened. Check the date and time' },
  'told-already': { field: 'newsId', text: 'They were told of this already. Open what they were told to see when' },
  'decided-so-already': { field: 'decision', text: 'That is recorded already. Record it again only if they were told after all' },
  'not-your-force': 'Only a force that looks after them, recorded them or keeps the order can record this',
  ...forbiddenWords,
  erased: 'This person’s data was erased. Nothing more can be recorded about them',
};
