import type { Personal } from '#event-sourcing';

/** Stands for a personal part that is not there: known to be about the person, not readable. */
export function unreadable<Value>(personId: string): Personal<Value> {
  return { about: [personId], value: null };
}
