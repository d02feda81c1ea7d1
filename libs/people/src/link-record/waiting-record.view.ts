import { force } from '#access';
import type { LinkRow } from './link-record.js';

/** A record that waits for a decision whether it is of the person on the card. */
export interface WaitingRecordView {
  readonly words: string;
  /** Whether an order is in force on that record. */
  readonly inForce: string;
  readonly isInForce: boolean;
  /** Where it is decided. */
  readonly href: string;
}

/**
 * In words, without a name: the pair's page shows both side by side.
 * @param cjs CJS code of the force that keeps the other record
 * @param orders how many orders are in force on it
 */
export function waitingRecordView({ id, asKind }: Pick<LinkRow, 'id' | 'asKind'>, cjs: string, orders: number): WaitingRecordView {
  const whose = force(cjs)?.name ?? `force ${cjs}`;
  return {
    words: `Another record, of ${whose}, may be of ${asKind === 'relatives' ? 'a relative' : 'this person'}.`,
    inForce: orders === 0 ? 'No order is in force on it.' : `${orders === 1 ? '1 order is' : `${orders} orders are`} in force on it.`,
    isInForce: orders > 0,
    href: `/links/${id}`,
  };
}
