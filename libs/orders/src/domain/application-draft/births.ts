import type { LocalDate } from '#calendar';

/** When those whom an application speaks of were born; null where that is not recorded. */
export interface Births {
  readonly respondent: LocalDate | null;
  readonly victims: readonly (LocalDate | null)[];
}

export const unknownBirths: Births = { respondent: null, victims: [] };

/** The first day on which an act can have been done: the respondent was born, and somebody who suffered it. Null while it is not known. */
export function firstDayOfActs({ respondent, victims }: Births): LocalDate | null {
  const known = victims.filter((day) => day !== null).toSorted();
  const eldest = known.length === victims.length ? (known[0] ?? null) : null;
  return (
    [respondent, eldest]
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
