import { formatDate, type LocalDate } from '#calendar';
import type { MadeOrder } from '#orders';

/** Under which the day is kept on which something of an order was last put right. */
export const CORRECTED = 'corrected';

/** The London days on which news of one order was recorded, by the news. `received`: those of every order, by `<order>:<news>`. */
export function receivedOf(
  { orderId }: Pick<MadeOrder, 'orderId'>,
  received: Readonly<Record<string, LocalDate>> = {},
): Readonly<Record<string, LocalDate>> {
  const start = `${orderId}:`;
  return Object.fromEntries(
    Object.entries(received).flatMap(([key, on]) => (key.startsWith(start) ? [[key.slice(start.length), on] as const] : [])),
  );
}

/**
 * The day from which a clock of our own counts: what it is about, or its recording when that was later. Nobody can be late with what is
 * not known yet; what the law counts from a day is not asked here.
 */
export function knownFrom(on: LocalDate, recorded: LocalDate | undefined): LocalDate {
  return recorded !== undefined && recorded > on ? recorded : on;
}

/** Where it was recorded later than it was, from when it is counted: words that go on after the day. */
export function lateWords(on: LocalDate, from: LocalDate): string {
  return from === on ? '' : ` (recorded on ${formatDate(from)} and counted from there)`;
}
