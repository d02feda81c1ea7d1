import { IdsField, TextField, type Words } from '#pages';
import { draftWords } from '../write-application/write-section.words.js';
import type { CannotWeigh } from './weigh-conflicts.js';

export class WeighConflictsDto {
  @IdsField('the wordings in force that you compared', { optional: true }) shown?: string[];
  @TextField('why the application goes on', { max: 4000 }) reason: string;
}

export const weighConflictsWords: Readonly<Record<CannotWeigh, Words[string]>> = {
  ...draftWords,
  'conditions-first': 'Draft the conditions first, then compare them',
  'nothing-to-weigh': 'No order is in force against this person now, and the conditions fit together, so there is nothing to compare',
  'orders-changed': 'The orders in force changed since you opened this page. Compare the conditions with them again',
};
