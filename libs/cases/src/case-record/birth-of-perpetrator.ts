import type { LocalDate } from '#calendar';
import type { Streams } from '#event-store';
import { perpetrators } from '#people';
import { birthOf } from '../domain/births.js';
import { cases } from '../domain/case.js';

/** When the person was born whom the case is about; null while that is not recorded, or where there is no such case. */
export async function birthOfPerpetrator(streams: Streams, caseId: string): Promise<LocalDate | null> {
  const { state } = await streams.load(cases, caseId);
  return state.is === 'opened' ? birthOf((await streams.load(perpetrators, state.perpetratorId)).state) : null;
}
