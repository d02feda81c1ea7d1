import type { When } from '#orders';
import { considerationStanding, openedCases, standingIncidents } from '#cases';
import { inForceAt, isFiled, isOrderInError, waitsForCourt } from '#orders';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** One figure of the page's head. It names its unit, and what it is made of. */
export interface Count {
  readonly unit: string;
  readonly count: number;
  /** `2 in force`; empty where there is nothing to add. */
  readonly of: string;
}

/** Counts of one perpetrator. Interim and full order are two orders on one application; an incident alleged against two orders is one. */
export function counts(summary: PerpetratorSummary, now: When): Count[] {
  const made = Object.values(summary.orders).filter((order) => order.is !== 'unmade' && !isOrderInError(order));
  const inForce = made.filter((order) => inForceAt(order, now).is !== 'not-in-force').length;
  const filed = Object.values(summary.applications).filter(isFiled);
  const pending = filed.filter(waitsForCourt).length;
  const incidents = Object.values(summary.breaches);
  const alleged = incidents.filter((breach) => breach.isBreach && breach.status !== 'withdrawn');
  return [
    { unit: made.length === 1 ? 'order' : 'orders', count: made.length, of: `${inForce} in force` },
    { unit: filed.length === 1 ? 'application' : 'applications', count: filed.length, of: pending > 0 ? `${pending} pending` : '' },
    {
      unit: alleged.length === 1 ? 'incident alleged as breach' : 'incidents alleged as breach',
      count: alleged.length,
      of: byStatus(alleged.map(({ status }) => status)),
    },
    ...casesOf(summary, now),
    { unit: 'other contact kept', count: incidents.filter((breach) => !breach.isBreach).length, of: '' },
    {
      unit: summary.protectedPersonIds.length === 1 ? 'protected person' : 'protected people',
      count: summary.protectedPersonIds.length,
      of: '',
    },
    { unit: summary.forces.length === 1 ? 'force' : 'forces', count: summary.forces.length, of: '' },
  ];
}

/** Investigations and what is recorded in them; nothing where there is none. */
function casesOf({ cases }: PerpetratorSummary, { on }: When): Count[] {
  const opened = openedCases(Object.values(cases));
  if (opened.length === 0) return [];
  const open = opened.filter((one) => ['missing', 'unreasoned', 'overdue'].includes(considerationStanding(one, on))).length;
  const incidents = opened.reduce((sum, one) => sum + standingIncidents(one).length, 0);
  return [
    { unit: opened.length === 1 ? 'case' : 'cases', count: opened.length, of: open > 0 ? `${open} without an order considered` : '' },
    { unit: incidents === 1 ? 'incident in cases' : 'incidents in cases', count: incidents, of: '' },
  ];
}

function byStatus(statuses: readonly string[]): string {
  const tally = new Map<string, number>();
  for (const status of statuses) tally.set(status, (tally.get(status) ?? 0) + 1);
  return [...tally].map(([status, count]) => `${count} ${status.replaceAll('-', ' ')}`).join(', ');
}
