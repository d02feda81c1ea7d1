import { ChoiceField, IdsField, OnlyWith, readField, Unreadable, type Words, YesNoField } from '#pages';
import type { Origin, OtherForumReason } from '../domain/events.js';
import { orderKinds, type OrderKind } from '../domain/kinds/index.js';
import { ageWords, draftWords, momentWords, OrderDraftDto } from '../order-draft/order-draft.dto.js';
import { otherForumReasons } from '../order-draft/forum-words.js';
import { ANOTHER } from '../domain/made-on.js';
import type { CannotRecordOrder, RecordedOrder } from './record-order.js';

export const origins: Readonly<Record<Origin, string>> = {
  application: 'on an application',
  conviction: 'on conviction',
  acquittal: 'on acquittal',
  'appeal-remit': 'after an appeal, by the court it was sent back to',
  'own-motion': 'by the court of its own motion',
  notice: 'as a notice of the police',
};

const WHICH = 'Select on which application the order was made';

export class RecordOrderDto extends OrderDraftDto {
  @ChoiceField('what kind of order it is', orderKinds) kind: OrderKind;
  @ChoiceField('how it came to be made', Object.keys(origins)) origin: Origin;
  @IdsField('whom the order protects') protectedPersonIds: string[];
  @OnlyWith('kind', 'spo', 'interim-spo')
  @readField({
    optional: true,
    missing: WHICH,
    schema: {
      type: String,
      description: `on which application it was made, asked where one of the force may be: the id of that of its interim orders without an application that ended with it, that of a full order without one with which an interim order ended, that of an application (where it is to be recorded instead), or \`${ANOTHER}\``,
    },
    read: (value) => (typeof value === 'string' && value.length > 0 && value.length <= 100 ? value : new Unreadable(WHICH)),
  })
  madeOn?: string;
  @OnlyWith('kind', 'spo', 'interim-spo')
  @ChoiceField('why another court made it than the one to which it belongs by age', Object.keys(otherForumReasons), { optional: true })
  otherForum?: OtherForumReason;
  /** Answers `recorded-before`. */
  @YesNoField('yes if it is another order than the one of the same kind, day and court that is on record', { optional: true })
  another?: boolean;

  asDetails(commandId: string): Omit<RecordedOrder, 'orderId' | 'perpetratorId' | 'force' | 'dateOfBirth'> {
    const { kind, origin, protectedPersonIds, madeOn, otherForum, another } = this;
    const said = { madeOn: madeOn ?? null, otherForum: otherForum ?? null, isAnother: another ?? false };
    return { kind, origin, protectedPersonIds, ...said, draft: this.asDraft(commandId) };
  }
}

export const recordOrderWords: Readonly<Record<CannotRecordOrder | 'no-such-record' | 'erased' | 'not-yours-to-name', Words[string]>> = {
  ...draftWords,
  ...ageWords,
  'adults-only': { field: 'kind', text: ageWords['adults-only'].text },
  'not-yours-to-name': {
    field: 'protectedPersonIds',
    text: 'Select people who are on record with your force. Record the others yourself, or ask the force that looks after them',
  },
  'no-such-record': 'There is no such person. Search for them again',
  erased: 'The data of this person was erased, so no order can be recorded',
  'already-recorded': 'This order is recorded already',
  'recorded-before': {
    field: 'another',
    text: 'This order may be recorded already: one of the same kind, day and court is on record. Open it, or say that this is another order',
  },
  'not-on-application': { field: 'courtType', text: 'A court of this sort cannot make an order of this kind. Select another' },
  'own-forum': {
    field: 'otherForum',
    text: 'You selected why another sort of court made it, and the court to which it belongs. Check the sort of court, or select that it made it',
  },
  'other-forum': {
    field: 'otherForum',
    text: 'By the respondent’s age on the day it was made it belongs to the other court: youth court under 18, magistrates’ court from 18. Check the sort of court, or select why this one made it',
  },
  'which-application': { field: 'madeOn', text: WHICH },
  'record-on-application': {
    field: 'madeOn',
    text: 'Record the order on that application: an interim order made in it ends with its decision',
  },
  'in-the-future': { field: 'made', text: momentWords['in-the-future'] },
};
