import { openedCases, standingIncidents } from '#cases';
import { isFiled, isOrderInError } from '#orders';
import { daysBetween, formatDate, londonDate, type LocalDate } from '#calendar';
import type { PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';
import { type Signal, type SignalRule, span } from './signal.js';

const ORDINALS = ['', '', 'Second', 'Third', 'Fourth', 'Fifth'];

/** The same person came to need keeping away from another, after the first. Two people protected from the start are no such pattern. */
export const secondProtectedPerson: SignalRule = (summary): Signal | null => {
  const days = firstDays(summary).filter(({ on }, index, all) => all.findIndex((other) => other.on === on) === index);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last || days.length < 2) return null;
  return {
    id: 'second-protected-person',
    heading: `${ORDINALS[days.length] ?? `${days.length}th`} protected person in ${span(daysBetween(first.on, last.on))}`,
    reasons: days.map(({ on, by }, index) => `${index === 0 ? 'First' : 'Another'} protected person from ${formatDate(on)}, by ${by}`),
  };
};

/** For each protected person the day and the record that first named them, oldest first. */
function firstDays(summary: PerpetratorSummary): { on: LocalDate; by: string }[] {
  const named: { ids: readonly string[]; on: LocalDate; by: string }[] = [];
  for (const order of Object.values(summary.orders)) {
    if (order.is !== 'unmade' && !isOrderInError(order)) named.push({ ids: order.protectedPersonIds, on: order.made.on, by: 'an order' });
  }
  for (const application of Object.values(summary.applications)) {
    if (isFiled(application)) named.push({ ids: application.protectedPersonIds, on: application.filedOn, by: 'an application' });
  }
  for (const one of openedCases(Object.values(summary.cases))) {
    for (const { occurred, protectedPersonIds } of standingIncidents(one)) {
      named.push({ ids: protectedPersonIds, on: occurred.on, by: 'an incident' });
    }
    named.push({ ids: one.namedAtOpening, on: one.openedOn, by: 'a case' });
  }
  for (const breach of Object.values(summary.breaches)) {
    const by = breach.isBreach ? 'an alleged breach' : 'contact that was kept';
    named.push({ ids: breach.protectedPersonIds, on: breach.occurred.on || londonDate(breach.reportedAt), by });
  }
  const earliest = new Map<string, { on: LocalDate; by: string }>();
  for (const { ids, on, by } of named.sort((a, b) => a.on.localeCompare(b.on)))
    for (const id of ids) if (!earliest.has(id)) earliest.set(id, { on, by });
  return [...earliest.values()];
}
