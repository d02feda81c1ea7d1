import { ChoiceField, TextField } from '#pages';
import type { AbandonReason } from '../domain/application-draft/facts.js';
import { abandonReasons } from '../drafted-application/draft-words.js';
import type { Abandoning } from './abandon-application.js';

export class AbandonApplicationDto {
  @ChoiceField('why it is given up', Object.keys(abandonReasons)) reason: AbandonReason;
  @TextField('a note', { max: 2000, optional: true }) note?: string;

  asDetails(): Abandoning {
    return { reason: this.reason, note: this.note ?? null };
  }
}
