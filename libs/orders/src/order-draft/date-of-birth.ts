import type { LocalDate } from '#calendar';
import type { Streams } from '#event-store';
import { perpetrators } from '#people';

/** When the respondent was born, as their record says; null where it says nothing, or can be read no more. */
export async function dateOfBirthOf(streams: Streams, perpetratorId: string): Promise<LocalDate | null> {
  const { state } = await streams.load(perpetrators, perpetratorId);
  return state.is === 'recorded' ? (state.identity.value?.dateOfBirth ?? null) : null;
}
