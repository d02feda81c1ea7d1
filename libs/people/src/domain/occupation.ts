import { personal } from '#event-sourcing';
import type { PerpetratorFact } from './events.js';
import type { Changer } from './may-change.js';

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

/** A police employee's record: absent for colleagues from its first save. */
export function restrictedToReaders(perpetratorId: string, who: Pick<Changer, 'by'>, readers: readonly string[]): PerpetratorFact {
  return { type: 'RecordRestricted', data: { perpetratorId, basis: 'police-employee', readers: [...new Set([who.by, ...readers])] } };
}
