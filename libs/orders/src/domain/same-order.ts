import type { MadeOrder } from './order.js';

/** What tells one order from another before its conditions are compared. */
export type OnRecord = Pick<MadeOrder, 'orderId' | 'kind' | 'made' | 'court'>;

/** Whether both may be the same order, recorded twice: of one kind, made on one day by one court, however its name is spaced and capitalised. */
export function isSameOrder(one: OnRecord, other: OnRecord): boolean {
  if (one.orderId === other.orderId || one.kind !== other.kind || one.made.on !== other.made.on) return false;
  return one.court.type === other.court.type && plain(one.court.name) === plain(other.court.name);
}

function plain(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu)
      ?.join(' ') ?? ''
  );
}
