import { refuse } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import { type CannotChange, changeable, type Changer } from '../domain/may-change.js';
import {
  checkEmployment,
  type EnteredOccupation,
  occupationRecorded,
  restrictedToReaders,
  type UnclearEmployment,
} from '../domain/occupation.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import type { LegalReader, NobodyKeeps } from '../domain/restriction.js';

export interface NewOccupation extends EnteredOccupation {
  /** User ids of those who may read the record besides the recorder, once it has to be restricted (professional standards). */
  readonly readers: readonly string[];
}

export type CannotRecordOccupation = CannotChange | UnclearEmployment | NobodyKeeps | 'nothing-changes';

/** Records what the person does for a living. The record of a police employee is restricted by the same step; `legal` may then look after it. */
export function recordOccupation(
  state: PerpetratorState,
  who: Changer,
  news: NewOccupation,
  legal: readonly LegalReader[],
): PerpetratorFact[] {
  const { perpetratorId, occupation, restriction } = changeable(state, who);
  if (occupation?.occupation.value === news.occupation && occupation.policeForce === news.policeForce) {
    throw refuse<CannotRecordOccupation>('nothing-changes');
  }
  checkEmployment(news);
  const recorded = occupationRecorded(perpetratorId, news);
  return news.policeForce === null || restriction ? [recorded] : [recorded, restrictedToReaders(perpetratorId, who, news.readers, legal)];
}
