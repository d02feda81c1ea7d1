import { ChoiceField, IdsField, OnlyWith, readField, Unreadable, type Words } from '#pages';
import type { Origin } from '../domain/events.js';
import { orderKinds, type OrderKind } from '../domain/kinds/index.js';
import { ageWords, draftWords, momentWords, OrderDraftDto } from '../order-draft/order-draft.dto.js';
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

  asDetails(commandId: string): Omit<RecordedOrder, 'orderId' | 'perpetratorId' | 'force' | 'dateOfBirth'> {
    const { kind, origin, protectedPersonIds, madeOn } = this;
    return { kind, origin, protectedPersonIds, madeOn: madeOn ?? null, draft: this.asDraft(commandId) };
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
  'which-application': { field: 'madeOn', text: WHICH },
  'record-on-application': {
    field: 'madeOn',
    text: 'Record the order on that application: an interim order made in it ends with its decision',
  },
  'in-the-future': { field: 'made', text: momentWords['in-the-future'] },
};
