import { endOfDay, type Instant, type LocalDate, londonDate } from '#calendar';
import type { BreachState } from '../domain/breach.js';
import type { VictimUpdateAbout } from '../domain/events.js';
import { reportUpdates, victimUpdates, type VictimRules } from '../domain/victim-updates.js';

/** One thing one protected person was told, or is to be told, about one breach. */
export interface Told {
  readonly breachId: string;
  readonly about: VictimUpdateAbout;
  /** When it happened that they are told of. */
  readonly since: Instant;
  readonly due: LocalDate;
  /** Null while they were not told. */
  readonly toldAt: Instant | null;
  /** The clock ran out before they were told, or is out now. */
  readonly late: boolean;
}

/** What the person was told of these breaches and what they are still to be told: what waits first, then the latest told. */
export function toldOf(protectedPersonId: string, breaches: readonly BreachState[], now: Instant, rules: VictimRules = {}): Told[] {
  const all = breaches.flatMap((breach) =>
    [...victimUpdates(breach, rules), ...reportUpdates(breach, rules), ...earlierReportUpdates(breach)]
      .filter((update) => update.protectedPersonId === protectedPersonId)
      .map(({ about, since, due, toldAt }): Told => ({
        ...{ breachId: breach.breachId, about, since, due, toldAt },
        late: (toldAt ?? now) >= endOfDay(due),
      })),
  );
  return all.sort((a, b) => {
    if ((a.toldAt === null) !== (b.toldAt === null)) return a.toldAt === null ? -1 : 1;
    if (a.toldAt === null || b.toldAt === null) return a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
    return a.toldAt < b.toldAt ? 1 : a.toldAt > b.toldAt ? -1 : 0;
  });
}

/** What was said of the report before a step set a clock of its own: said in time or not, it was said. */
function earlierReportUpdates(breach: BreachState) {
  if (reportUpdates(breach).length > 0) return [];
  return breach.updates
    .filter(({ of }) => of === 'report-decision')
    .map(({ protectedPersonId, at }) => ({
      ...{ protectedPersonId, about: 'report-decision' as const, since: breach.reportedAt },
      ...{ due: londonDate(at), toldAt: at },
    }));
}
