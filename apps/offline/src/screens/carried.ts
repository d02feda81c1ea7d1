import type { Instant } from '#calendar';
import type { OfflinePerson, OfflineSnapshot } from '#histories';

/** What the screens show from, while it is open. Gone when the page is, or is left alone. */
export interface Carried {
  readonly userId: string;
  readonly snapshot: OfflineSnapshot;
  /** For reports and for what was looked at. */
  readonly key: CryptoKey;
}

/** A screen: its title, and what stands in it. */
export interface Screen {
  readonly title: string;
  readonly content: readonly HTMLElement[];
}

/** How the answer about this person is put into words here: the words come as the officer may read them. */
export function readerOf({ protectedPeople }: OfflinePerson): { text(value: string): string; protectedPerson(id: string): string } {
  return {
    text: (value) => value,
    protectedPerson: (personId) => protectedPeople.find(({ id }) => id === personId)?.name ?? 'a protected person',
  };
}

/** `30 minutes ago` */
export function age(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
}
