import { ChoiceField, TextField, type Words } from '#pages';
import type { AwarenessBasis, Served } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { awarenessBases } from '../order-record/words.js';
import type { AwarenessDetails, CannotEvidenceAwareness } from './evidence-awareness.js';

export class EvidenceAwarenessDto {
  @TextField('what they knew of', { optional: true, told: '`order`, also when it is left out, or the id of a variation' })
  document?: string;
  @MomentField('when the respondent came to know') at: Moment;
  @ChoiceField('how the respondent came to know', Object.keys(awarenessBases)) basis: AwarenessBasis;
  @TextField('what shows it', { max: 4000 }) detail: string;

  asDetails(): Omit<AwarenessDetails, 'evidenceId'> {
    const { of, at, basis, detail } = this;
    return { of, at, basis, detail };
  }

  private get of(): Served {
    return this.document === undefined || this.document === 'order' ? 'order' : { variationId: this.document };
  }
}

export const evidenceAwarenessWords: Readonly<Record<CannotEvidenceAwareness, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'before-made': { field: 'at', text: 'What the respondent knew of must be made first. Check the day and the time' },
  'no-such-variation': { field: 'document', text: 'There is no such variation. Select the order or one of its variations' },
};
