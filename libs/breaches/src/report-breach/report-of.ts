import type { Instant } from '#calendar';
import type { OrderState } from '#orders';
import { isDoneToNobody, whyKept } from '../domain/allegation-choices.js';
import { allegeable } from '../domain/allegeable.js';
import { allegingOf } from '../domain/alleging-keys.js';
import type { Occurred } from '../domain/events.js';
import type { KeptContact } from '../domain/incident.js';
import type { ReportedBreach } from './report-breach.command.js';
import type { ReportBreachDetails } from './report-breach.dto.js';

export type Report = { readonly is: 'kept'; readonly contact: KeptContact } | { readonly is: 'breach'; readonly breach: ReportedBreach };

/** What was sent as what is to be recorded, with what was left out filled in. `orders` are all those on the perpetrator's records. */
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
