import { type Instant, isMinuteBefore, type LocalDate, londonDate } from '#calendar';
import type { VictimRights } from '#people';
import type { BreachState, Step } from './breach.js';
import { breachClockTable } from './clock-rules.js';
import type { VictimUpdate } from './victim-update.js';
import type { VictimUpdateAbout } from './events.js';
import { maintained } from './progress.js';

/** One thing one protected person must be told. */
export interface DueUpdate {
  readonly protectedPersonId: string;
  readonly about: VictimUpdateAbout;
  /**
   * When the clock started: the police step, the moment the outcome or the change was received, or the recording of the report. Never the
   * day of the breach.
   */
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
  /**
   * When it was recorded that it is alleged to be a breach. What is our rule and waits for the force to know of it counts from there, when
   * that is later than the report; what the Code counts from a police step does not.
   */
  readonly recordedAt?: Instant | null;
  /** Whether nobody tells them any more, because their data was erased. */
  readonly isErased?: (protectedPersonId: string) => boolean;
}

/** The last day on which they are told in time. Victims' Code, Right 6; Enhanced Rights are the default for victims of stalking. */
export function tellBy(clock: 'victim-update' | 'victim-next' | 'order-news', rights: VictimRights, on: LocalDate): LocalDate {
  return breachClockTable.end(rights === 'enhanced' ? `${clock}-enhanced` : clock, { on }).dueBy;
}

/**
 * The clocks of the Victims' Code (Right 6) that the breach has started, in the order they started: arrest, interview under caution,
 * release, charge, bail or remand after it, no further action, disposal, outcome in court, and a change of the order itself. Working days are counted from the next day.
 * What happened at one instant, as one fact that ends two orders, is one thing to tell; so are several changes of orders of which nobody was told yet.
 */
export function victimUpdates(breach: BreachState, { rightsOf = () => 'enhanced' }: VictimRules = {}): DueUpdate[] {
  const starts = [
    ...breach.steps.flatMap(startOf),
    ...breach.flags.filter(isOfChange).map((flag) => ({ about: 'order-change' as const, since: flag.at })),
  ].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const once = starts.filter((one, nth) => starts.findIndex(({ about, since }) => about === one.about && since === one.since) === nth);
  const all = once.flatMap(({ about, since }) =>
    breach.protectedPersonIds.map((protectedPersonId) => ({
      protectedPersonId,
      about,
      since,
      due: tellBy('victim-update', rightsOf(protectedPersonId), londonDate(since)),
      ...decided(breach, protectedPersonId, about, since),
    })),
  );
  return all.filter((one, nth) => !isToldWith(one, all.slice(0, nth)));
}

/** Whether whoever is told of the changes of the order before it is told of this one too: one telling, due by the first of them. */
function isToldWith(one: DueUpdate, before: readonly DueUpdate[]): boolean {
  if (one.about !== 'order-change' || !isUntold(one)) return false;
  return before.some((other) => other.about === one.about && other.protectedPersonId === one.protectedPersonId && isUntold(other));
}

/**
 * Whether something changed of what was alleged: a wording that was chosen because nobody knows when it happened, or that is not recorded yet, is a question of the report, and
 * so is whether it is a breach of an order that turns out to have been in force.
 */
function isOfChange({ because }: BreachState['flags'][number]): boolean {
  return (
    because !== 'time-corrected' &&
    because !== 'link-undone' &&
    because !== 'wording-uncertain' &&
    because !== 'words-awaited' &&
    because !== 'in-force-after-all' &&
    because !== 'against-the-record'
  );
}

/**
 * What a protected person is told after a report that nobody has decided yet: what happens next, also that it was withdrawn. A rule of ours, counted from the report,
 * or from its recording when that was later: nobody could decide before. The Victims' Code (Right 6) sets a clock only from the decision.
 * Met by telling them of the report, also before it was recorded, or once a step has started its own clock.
 */
export function reportUpdates(breach: BreachState, { rightsOf = () => 'enhanced', recordedAt }: VictimRules = {}): DueUpdate[] {
  if ((maintained(breach).length === 0 && breach.status !== 'withdrawn') || breach.steps.some((step) => startOf(step).length > 0))
    return [];
  const about = 'report-decision';
  const since = knownSince(breach, recordedAt);
  return breach.protectedPersonIds.map((protectedPersonId) => ({
    protectedPersonId,
    about,
    since,
    due: tellBy('victim-next', rightsOf(protectedPersonId), londonDate(since)),
    ...decided(breach, protectedPersonId, about, breach.reportedAt),
  }));
}

/** The report, or its recording when that was later. */
export function knownSince({ reportedAt }: Pick<BreachState, 'reportedAt'>, recordedAt: VictimRules['recordedAt']): Instant {
  return recordedAt && recordedAt > reportedAt ? recordedAt : reportedAt;
}

/** The step as a development a victim is told of; none for an interview that was not under caution. */
export function startOf(step: Step): { about: VictimUpdateAbout; since: Instant }[] {
  switch (step.is) {
    case 'court-outcome':
      return [{ about: 'court-outcome', since: step.receivedAt }];
    case 'interview':
      return step.underCaution ? [{ about: 'interview', since: step.at }] : [];
    case 'detention-extended':
      return [];
    case 'arrest':
    case 'release':
    case 'charge':
    case 'remand':
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
