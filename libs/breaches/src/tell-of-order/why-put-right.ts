import type { MadeOrder, RecordedInError } from '#orders';
import { keptBy } from '#people';
import { type KnownPerson, spokenTo } from '../breach-record/spoken.js';

/**
 * Why something on the order was recorded in error, for a reader of the force `own`, by CJS code. The force that keeps the order wrote it, and it
 * can tell where somebody is: others read who knows it, unless they look after everybody whom the order protects. Null once it is erased.
 */
export function whyPutRight(
  order: MadeOrder,
  { reason }: Pick<RecordedInError, 'reason'>,
  known: readonly KnownPerson[],
  own: string,
): string | null {
  const spoken = spokenTo(known, [order], own);
  if (!spoken.readsSafety(order.force)) return keptBy(order.force);
  return spoken.text(reason, order.force)[0] ?? null;
}
