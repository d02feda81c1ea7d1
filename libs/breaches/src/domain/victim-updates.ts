import { type ExtraHolidays, type Instant, isMinuteBefore, type LocalDate, londonDate, workingDaysAfter } from '#calendar';
import type { VictimRights } from '#people';
import type { BreachState, Step } from './breach.js';
import type { VictimUpdate } from './victim-update.js';
import type { VictimUpdateAbout } from './events.js';
import { maintained } from './progress.js';

/** Victims' Code, Right 6: the working days within which a victim is told. Enhanced rights are the default for victims of stalking. */
export const WORKING_DAYS: Readonly<Record<VictimRights, number>> = { enhanced: 1, standard: 5 };

/** One thing one protected person must be told. */
export interface DueUpdate {
  readonly protectedPersonId: string;
  readonly about: VictimUpdateAbout;
  /** When the clock started: the police step, or the moment the outcome or the change was received. Never the day of the breach. */
  readonly since: Instant;
  /** Told in time until the end of this day, London. */
  readonly due: LocalDate;
  /** When they were told of it; null while the clock runs. */
  readonly toldAt: Instant | null;
  /** What was decided instead of telling them; null while the clock runs, and once they were told. */
  readonly instead: VictimUpdate | null;
}

/** Whether the clock still runs. */
export function isUntold({ toldAt, instead }: Pick<DueUpdate, 'toldAt' | 'instead'>): boolean {
  return toldAt === null && instead === null;
}

export interface VictimRules {
  /** The rights of a protected person; enhanced unless told. */
  readonly rightsOf?: (protectedPersonId: string) => VictimRights;
  /** Proclaimed bank holidays on top of the rule. */
  readonly holidays?: ExtraHolidays;
}

/**
 * The clocks of the Victims' Code (Right 6) that the breach has started, in the order they started: arrest, interview under caution,
 * release, charge, no further action, disposal, outcome in court, and a change of the order itself. Working days are counted from the next day.
 */
export function victimUpdates(breach: BreachState, { rightsOf = () => 'enhanced', holidays = [] }: VictimRules = {}): DueUpdate[] {
  const starts = [
    ...breach.steps.flatMap(startOf),
    ...breach.flags.map((flag) => ({ about: 'order-change' as const, since: flag.at })),
  ].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  return starts.flatMap(({ about, since }) =>
    breach.protectedPersonIds.map((protectedPersonId) => ({
      protectedPersonId,
      about,
      since,
      due: workingDaysAfter(londonDate(since), WORKING_DAYS[rightsOf(protectedPersonId)], holidays),
      ...decided(breach, protectedPersonId, about, since),
    })),
  );
}

/**
 * What a protected person is told after a report that nobody has decided yet: what happens next. A rule of ours, counted from the report;
 * the Victims' Code (Right 6) sets a clock only from the decision. Met by telling them of the report, or once a step has started its own clock.
 */
export function reportUpdates(breach: BreachState, { rightsOf = () => 'enhanced', holidays = [] }: VictimRules = {}): DueUpdate[] {
  if (maintained(breach).length === 0 || breach.steps.some((step) => startOf(step).length > 0)) return [];
  const about = 'report-decision';
  const since = breach.reportedAt;
  return breach.protectedPersonIds.map((protectedPersonId) => ({
    protectedPersonId,
    about,
    since,
    due: workingDaysAfter(londonDate(since), WORKING_DAYS[rightsOf(protectedPersonId)], holidays),
    ...decided(breach, protectedPersonId, about, since),
  }));
}

/** The step as a development a victim is told of; none for an interview that was not under caution. */
export function startOf(step: Step): { about: VictimUpdateAbout; since: Instant }[] {
  switch (step.is) {
    case 'court-outcome':
      return [{ about: 'court-outcome', since: step.receivedAt }];
    case 'interview':
      return step.underCaution ? [{ about: 'interview', since: step.at }] : [];
    case 'arrest':
    case 'release':
    case 'charge':
    case 'no-further-action':
    case 'out-of-court':
      return [{ about: step.is, since: step.at }];
  }
}

function decided(
  breach: BreachState,
  protectedPersonId: string,
  about: VictimUpdateAbout,
  since: Instant,
): Pick<DueUpdate, 'toldAt' | 'instead'> {
  const theirs = breach.updates.filter(
    (update) => update.protectedPersonId === protectedPersonId && update.of === about && !isMinuteBefore(update.at, since),
  );
  const times = theirs.filter(({ decision }) => decision === 'told').map(({ at }) => at);
  const toldAt = times.sort()[0] ?? null;
  return { toldAt, instead: toldAt === null ? (theirs.findLast(({ decision }) => decision !== 'told') ?? null) : null };
}
