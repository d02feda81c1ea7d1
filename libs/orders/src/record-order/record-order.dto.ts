import { ChoiceField, IdsField, type Words } from '#pages';
import type { Origin } from '../domain/events.js';
import { orderKinds, type OrderKind } from '../domain/kinds/index.js';
import { ageWords, draftWords, momentWords, OrderDraftDto } from '../order-draft/order-draft.dto.js';
import type { CannotRecordOrder, RecordedOrder } from './record-order.js';

export const origins: Readonly<Record<Origin, string>> = {
  application: 'on an application',
  conviction: 'on conviction',
  acquittal: 'on acquittal',
  'appeal-remit': 'after an appeal, by the court it was sent back to',
  'own-motion': 'by the court of its own motion',
  notice: 'as a notice of the police',
};

export class RecordOrderDto extends OrderDraftDto {
  @ChoiceField('what kind of order it is', orderKinds) kind: OrderKind;
  @ChoiceField('how it came to be made', Object.keys(origins)) origin: Origin;
  @IdsField('whom the order protects') protectedPersonIds: string[];

  asDetails(commandId: string): Omit<RecordedOrder, 'orderId' | 'perpetratorId' | 'force' | 'dateOfBirth'> {
    const { kind, origin, protectedPersonIds } = this;
    return { kind, origin, protectedPersonIds, draft: this.asDraft(commandId) };
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
  'in-the-future': { field: 'made', text: momentWords['in-the-future'] },
};
