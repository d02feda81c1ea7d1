import { ChoiceField, IdsField, readField, TextField, Unreadable, type Words, YesNoField } from '#pages';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import type { WhyWordsShown } from '../domain/events.js';
import type { CannotReadOut } from './read-out-order.js';
import type { CannotShowWords } from './show-words.js';

const TOLD = 'Tick each line as you read it';

export class ReadOutOrderDto {
  @IdsField('each condition as you read it') read: string[];
  @readField({
    optional: true,
    missing: TOLD,
    schema: {
      type: [String],
      description:
        'what else was said aloud, line by line: `made`, `variation:<id>`, `renewal:<id>`, `end`, `duties`. Only that counts as told',
    },
    read: (value) => {
      const lines: unknown[] = Array.isArray(value) ? value : [value];
      return lines.every((one): one is string => typeof one === 'string' && one.length <= 100) ? lines : new Unreadable(TOLD);
    },
  })
  told?: string[];
  @MomentField('when it was read', { optional: true }) at?: Moment;
  @TextField('where you read it', { max: 500 }) place: string;
  @TextField('who read it') by: string;
  @TextField('how you know who the respondent is', { max: 500 }) identified: string;
  @TextField('what the respondent said or did', { max: 1000, optional: true }) reaction?: string;
  @YesNoField('yes if it was read again', { optional: true }) again?: boolean;
}

/** Asked of officers of other forces before the words are shown: they can name somebody protected. */
export class WhyReadDto {
  @ChoiceField('why you need the words', ['at-the-door', 'other']) why: WhyWordsShown;
  @TextField('why you need the words', { max: 500, optional: true }) whyWords?: string;
}

export const readOutOrderWords: Readonly<Record<CannotReadOut, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'before-made': { field: 'at', text: momentWords['before-made'] },
  'not-in-force': 'The order is not in force, so there is nothing to read out',
  'not-all-read': { field: 'read', text: 'Read every condition to the respondent and tick each' },
  'other-words': { field: 'read', text: 'The order changed since you opened this page. Read the conditions as they stand now' },
  'served-already': {
    field: 'again',
    text: 'Service of the order and of every variation is recorded already. Tick that it was read again, if it was',
  },
};

export const whyReadWords: Readonly<Record<CannotShowWords, Words[string]>> = {
  ...orderWords,
  'served-already': 'Nothing of this order waits to be read to the respondent. Ask the force that keeps it for its words',
  'no-reason': { field: 'whyWords', text: 'Enter what you need the words for' },
};
