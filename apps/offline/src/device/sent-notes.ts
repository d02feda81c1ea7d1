import type { Instant } from '#calendar';
import { forget, keep, kept } from './database.js';

/** A report that was sent when this device had no copy any more: whose it was, when, and what it became. Names nobody, and needs no key. */
export interface SentNote {
  readonly userId: string;
  /** By the service's clock. */
  readonly sentAt: Instant;
  /** The address of what it became. */
  readonly place: string;
  /** The beginning of its id there, for two reports to be told apart. */
  readonly reference: string;
}

const NAME = 'sent-notes';

/** Those that nobody has yet said to have seen, oldest first. */
export async function sentNotes(): Promise<readonly SentNote[]> {
  return (await kept<readonly SentNote[]>(NAME)) ?? [];
}

export async function noteSent(note: SentNote): Promise<void> {
  await keep(NAME, [...(await sentNotes()), note]);
}

/** Of this officer; of everybody where none is named. */
export async function forgetNotes(userId: string | null = null): Promise<void> {
  const others = userId === null ? [] : (await sentNotes()).filter((note) => note.userId !== userId);
  await (others.length > 0 ? keep(NAME, others) : forget(NAME));
}
