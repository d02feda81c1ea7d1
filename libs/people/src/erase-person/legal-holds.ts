import type { Hold } from '../domain/erasure.js';

export type { Hold };

/** What holds a person's data, as the rooms above know it: they bind this port. */
export abstract class LegalHolds {
  /** The holds on this perpetrator or protected person, each once; none when the data may go. */
  abstract of(personId: string): Promise<readonly Hold[]>;
}

const words: Readonly<Record<Hold, string>> = {
  'order-in-force': 'an order is in force',
  'breach-open': 'a breach is not concluded',
  'application-pending': 'an application is waiting for the court or being prepared',
  'case-open': 'an investigation has no outcome yet',
};

/** What holds, as the sentence for whoever wants to erase. */
export function holdWords(holds: readonly Hold[]): string {
  const [last, ...others] = holds.map((hold) => words[hold]).reverse();
  const all = others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
  return `This person’s data must be kept for now: ${all}. Ask again when that is over`;
}
