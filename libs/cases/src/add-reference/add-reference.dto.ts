import { forces } from '#access';
import { ChoiceField, TextField } from '#pages';
import { referenceWords } from '../case-record/words.js';
import type { CaseReferenceKind } from '../domain/events.js';
import type { Reference } from '../domain/references.js';

export class ReferenceDto {
  @ChoiceField('what the number is', Object.keys(referenceWords)) kind: CaseReferenceKind;
  /** CJS code; the force of whoever records it unless told. */
  @ChoiceField('the force that gave the number', forces.map(({ cjs }) => cjs), { optional: true })
  givenBy?: string;
  /** Numbers of different systems may be the same. */
  @TextField('the system that gave the number', { max: 60 }) system: string;
  @TextField('the number', { max: 60 }) number: string;
}

/** What was sent as a reference; numbers of its own force unless it says otherwise. */
export function referenceIn({ kind, givenBy, system, number }: ReferenceDto, force: string): Omit<Reference, 'referenceId'> {
  return { kind, givenBy: givenBy ?? force, system, number };
}
