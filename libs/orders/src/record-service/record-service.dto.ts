import { ChoiceField, TextField, type Words, YesNoField } from '#pages';
import type { Served, ServiceMethod } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { proofs, serviceMethods } from '../order-record/words.js';
import type { CannotRecordService, ServiceDetails } from './record-service.js';

export class RecordServiceDto {
  /** `order`, `renewal` for its last renewal, or the id of a variation. */
  @TextField('what was served', {
    optional: true,
    told: '`order`, `renewal` for its last renewal, or the id of a variation; asked where more than one may be meant',
  })
  document?: string;
  @MomentField('when it was served') at: Moment;
  @ChoiceField('how it was served', Object.keys(serviceMethods)) method: ServiceMethod;
  @ChoiceField('what proves it', Object.keys(proofs)) proof: ServiceDetails['proof'];
  @TextField('where it was served', { max: 500 }) place: string;
  @TextField('who served it') by: string;
  @TextField('how the respondent was identified', { max: 500, optional: true }) identified?: string;

  @YesNoField('yes if it was served again', { optional: true }) again?: boolean;

  asDetails(): Omit<ServiceDetails, 'serviceId'> {
    const { served, at, method, proof, place, by, identified, again } = this;
    const asRenewed = this.document === 'renewal';
    return { served, asRenewed, at, method, proof, place, by, identified: identified ?? null, again: again ?? false };
  }

  /** Null where nobody said what. */
  get served(): Served | null {
    if (this.document === undefined) return null;
    return this.document === 'order' || this.document === 'renewal' ? 'order' : { variationId: this.document };
  }
}

export const recordServiceWords: Readonly<Record<CannotRecordService, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'before-made': { field: 'at', text: 'What was served must be made first. Check the day and the time' },
  'no-such-variation': { field: 'document', text: 'There is no such variation. Select the order or one of its variations' },
  'not-renewed-yet': { field: 'at', text: 'The order was not renewed by then. Check the day and the time, or select another document' },
  'document-needed': { field: 'document', text: 'Select what was served' },
  'served-already': {
    field: 'document',
    text: 'A service of this is recorded already. Select what waits to be served, or tick that it was served again',
  },
  'order-over': { field: 'at', text: 'The order had ended by then. Check the day and the time' },
};
