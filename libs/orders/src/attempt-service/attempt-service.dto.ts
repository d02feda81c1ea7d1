import { ChoiceField, TextField, type Words } from '#pages';
import type { Served, ServiceMethod } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { serviceMethods } from '../order-record/words.js';
import type { AttemptDetails, CannotAttemptService } from './attempt-service.js';

export class AttemptServiceDto {
  @TextField('what was served', { optional: true, told: '`order`, also when it is left out, or the id of a variation' }) document?: string;
  @MomentField('when it was tried') at: Moment;
  @ChoiceField('how it was tried', Object.keys(serviceMethods)) method: ServiceMethod;
  @TextField('what happened', { max: 2000 }) result: string;

  asDetails(): Omit<AttemptDetails, 'attemptId'> {
    const { served, at, method, result } = this;
    return { served, at, method, result };
  }

  private get served(): Served {
    return this.document === undefined || this.document === 'order' ? 'order' : { variationId: this.document };
  }
}

export const attemptServiceWords: Readonly<Record<CannotAttemptService, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'before-made': { field: 'at', text: 'What was to be served must be made first. Check the day and the time' },
  'no-such-variation': { field: 'document', text: 'There is no such variation. Select the order or one of its variations' },
};
