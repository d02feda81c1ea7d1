import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { PerpetratorState, ProtectedPersonState } from '#people';

export type BeforeBirth = 'before-birth';

/** The day somebody was born; null while it is not recorded, or erased. */
export function birthOf(state: PerpetratorState | ProtectedPersonState): LocalDate | null {
  return state.is === 'recorded' ? (state.identity.value?.dateOfBirth ?? null) : null;
}

/** Refuses with `before-birth` what is said to have happened, or begun, on a day before one of these births. */
export function afterBirths(on: LocalDate, births: readonly (LocalDate | null)[]): void {
  if (births.some((born) => born !== null && on < born)) throw refuse<BeforeBirth>('before-birth');
}
