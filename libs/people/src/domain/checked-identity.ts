import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { Identity } from './events.js';
import { foldName } from './names.js';

/** What is right instead of what was recorded. */
export interface Correction {
  readonly identity: Identity;
  /** Why it was wrong: DPA 2018 s.46 lets the person ask. */
  readonly reason: string;
}

export type UnusableIdentity = 'no-name' | 'born-later';

/** The identity, its names trimmed. Refuses one without a single letter or digit in its name, and a birth after `today`. */
export function checkedIdentity({ name, dateOfBirth, sex }: Identity, today: LocalDate): Identity {
  const trimmed = { family: name.family.trim(), given: name.given.trim() };
  if (foldName(trimmed) === '') throw refuse<UnusableIdentity>('no-name');
  if (dateOfBirth !== null && dateOfBirth > today) throw refuse<UnusableIdentity>('born-later');
  return { name: trimmed, dateOfBirth, sex };
}
