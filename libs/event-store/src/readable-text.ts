import { type Fact, refuse } from '#event-sourcing';

/**
 * Refuses with `unreadable-text` when any string of the fact, personal or plain, is not well formed Unicode or has the character zero:
 * the database can keep neither, and a read model that cannot write its row stops for everybody.
 */
export function assertReadable({ data, personal }: Fact): void {
  if (!isReadable(data) || !isReadable(personal)) throw refuse('unreadable-text');
}

function isReadable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, item]) => isReadable(name) && isReadable(item));
}
