import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OrderState } from '#orders';
import { isDoneToNobody, whyKept } from '../domain/allegation-choices.js';
import { allegeable } from '../domain/allegeable.js';
import { allegingOf } from '../domain/alleging-keys.js';
import type { Occurred } from '../domain/events.js';
import type { KeptContact } from '../domain/incident.js';
import type { ReportedBreach } from './report-breach.command.js';
import type { ReportBreachDetails } from './report-breach.dto.js';

export type Report = { readonly is: 'kept'; readonly contact: KeptContact } | { readonly is: 'breach'; readonly breach: ReportedBreach };

export type KeptRefusal = 'kept-and-alleged' | 'kept-and-excused';

/**
 * What was sent as what is to be recorded, with what was left out filled in. `orders` are all those on the perpetrator's records. Refuses contact that
 * is kept as none and alleged all the same, and an excuse for what nobody alleges: neither would be recorded.
 */
export function reportOf(
  perpetratorId: string,
  details: ReportBreachDetails,
  occurred: Occurred,
  orders: readonly OrderState[],
  now: Instant,
): Report {
  const { kinds, keep, account, place, people, channel = 'in-person', reporter, reportedAt = now } = details;
  const alleging = (details.alleging ?? []).flatMap((key) => allegingOf(key) ?? []);
  const alleged = new Set(alleging.map(({ orderId }) => orderId));
  const protectedByThem = orders.flatMap((order) => (order.is !== 'unmade' && alleged.has(order.orderId) ? order.protectedPersonIds : []));
  const incident = {
    perpetratorId,
    occurred,
    reportedAt,
    channel,
    reporter,
    kinds,
    protectedPersonIds: people ?? (keep || isDoneToNobody(kinds) ? [] : [...new Set(protectedByThem)]),
    account,
    place: place ?? null,
  };
  if (keep && alleging.length > 0) throw refuse<KeptRefusal>('kept-and-alleged');
  if (keep && (details.excuse || (details.reasonableExcuse ?? 'not-asked') !== 'not-asked')) throw refuse<KeptRefusal>('kept-and-excused');
  if (keep) return { is: 'kept', contact: { ...incident, why: whyKept(allegeable(orders, occurred), kinds) } };
  const samePerson = [...new Set(orders.flatMap((order) => (order.is === 'unmade' ? [] : [order.perpetratorId])))];
  const { excuse = null, reasonableExcuse = excuse === null ? 'not-asked' : 'offered' } = details;
  return {
    is: 'breach',
    breach: {
      incident,
      alleging,
      samePerson,
      recordIsWrong: details.recordIsWrong ?? false,
      evenSo: details.evenSo ?? [],
      reasonableExcuse,
      excuse,
    },
  };
}
