import { personal, refuse } from '#event-sourcing';
import type { PerpetratorFact } from './events.js';
import type { Changer } from './may-change.js';
import { checkKept, type LegalReader } from './restriction.js';

/** What somebody does for a living, as it is entered. */
export interface EnteredOccupation {
  readonly occupation: string;
  /** The force that employs the person, by CJS code; null outside the police. */
  readonly policeForce: string | null;
  /** Whoever records it says that no police force employs the person. */
  readonly notPolice?: boolean;
}

export type UnclearEmployment = 'employment-not-said' | 'employment-said-twice';

/**
 * Words that may name police employment. Not confirmed: drawn up on 22 November 2026 from the ranks and roles that officers know, no published
 * list. It asks rather than decides, so a word too many costs one answer, and a word too few leaves a police employee's record in sight.
 */
const policeWork = [
  /\bpolice\w*\b|\bconstab|^ *specials? *$|\bdog handler\b/,
  /\b(sergeant|sgt|inspector|superintendent|commissioner|detective|specials|met officer|the met|community support)\b/,
  /\b(pc|wpc|pcso|spc|dc|ds|di|dci|dsi|ps|acc|dcc)\b|\b[pd]\. ?c\b/,
  /\b(custody|detention|response|neighbourhood|firearms|scenes? of crimes?) (officer|staff|sergeant|assistant)\b/,
];

/** Whether the words may mean that a police force employs the person: then it is asked before anything is saved. */
export function readsLikePolice(occupation: string): boolean {
  const said = occupation.toLowerCase();
  return policeWork.some((words) => words.test(said));
}

/** Refuses an occupation that reads like police employment until it is said whether it is. */
export function checkEmployment({ occupation, policeForce, notPolice = false }: EnteredOccupation): void {
  if (policeForce !== null && notPolice) throw refuse<UnclearEmployment>('employment-said-twice');
  if (policeForce === null && !notPolice && readsLikePolice(occupation)) throw refuse<UnclearEmployment>('employment-not-said');
}

/** The fact of what the person does for a living; `policeForce` employs them, by CJS code. */
export function occupationRecorded(
  perpetratorId: string,
  { occupation, policeForce }: { readonly occupation: string; readonly policeForce: string | null },
): PerpetratorFact {
  return {
    type: 'OccupationRecorded',
    data: { perpetratorId, policeForce },
    personal: { occupation: personal([perpetratorId], occupation) },
  };
}

/** A police employee's record: absent for colleagues from its first save. `legal`: of its force, one of whom must be a reader. Refuses with `no-keeper`. */
export function restrictedToReaders(
  perpetratorId: string,
  who: Pick<Changer, 'by'>,
  named: readonly string[],
  legal: readonly LegalReader[],
): PerpetratorFact {
  const readers = [...new Set([who.by, ...named])];
  checkKept(readers, legal);
  return { type: 'RecordRestricted', data: { perpetratorId, basis: 'police-employee', readers } };
}
