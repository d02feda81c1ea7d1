import { daysBetween, type LocalDate } from '#calendar';
import { inForceAt } from './in-force.js';
import { someTimeOn } from './moments.js';
import { latestEnd, type MadeOrder } from './order.js';

/** That an order in force comes near its last day. */
export interface Ending {
  readonly lastDay: LocalDate;
  /** Whole days that are left; 0 on the last day. */
  readonly daysLeft: number;
  readonly isUrgent: boolean;
  /** The proposal of a renewal about which nothing is decided; null while nobody asked for one. */
  readonly renewal: { readonly proposalId: string; readonly isFiled: boolean } | null;
  /** When the court last refused to renew it, since it has the end that it has; null where it did not. */
  readonly refusedOn: LocalDate | null;
}

/** From how many days before the last day it is told, and told in red: the steps of a review, which are ours; an interim order lasts weeks. */
const told = { full: { from: 180, urgent: 28 }, interim: { from: 14, urgent: 7 } } as const;

/** The last day of an order that ended with it before `today`, and not by a court; null while it goes on. */
export function endedOn(order: MadeOrder, today: LocalDate): LocalDate | null {
  const end = latestEnd(order);
  return order.is === 'standing' && end.is === 'fixed' && end.lastDay < today ? end.lastDay : null;
}

/** How near the end is on `today`; null where the order has none, is not in force or has long to go. */
export function endingOf(order: MadeOrder, today: LocalDate): Ending | null {
  const end = latestEnd(order);
  if (end.is !== 'fixed' || inForceAt(order, someTimeOn(today)).is === 'not-in-force') return null;
  const { from, urgent } = told[order.kind === 'interim-spo' ? 'interim' : 'full'];
  const daysLeft = daysBetween(today, end.lastDay);
  if (daysLeft < 0 || daysLeft > from) return null;
  const asked = order.proposals.findLast((proposal) => proposal.asks === 'renewal' && proposal.decided === null);
  const renewal = asked ? { proposalId: asked.proposalId, isFiled: asked.filed !== null } : null;
  const answered = order.proposals.findLast((proposal) => proposal.asks === 'renewal' && proposal.decided?.outcome === 'refused')?.decided;
  const set = order.ends.at(-1)?.from.on ?? order.made.on;
  const refusedOn = answered && answered.at.on >= set ? answered.at.on : null;
  return { lastDay: end.lastDay, daysLeft, isUrgent: daysLeft <= urgent, renewal, refusedOn };
}
