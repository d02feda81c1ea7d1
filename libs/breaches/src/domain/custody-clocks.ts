import { addDays, type ClockStep, formatDate, formatDateTime, type Instant, type LocalDate, londonDate } from '#calendar';
import type { OrderKind, OrderState } from '#orders';
import type { BreachState, Step as BreachStep } from './breach.js';
import type { BreachClock } from './breach-clocks.js';
import { type BreachClockKey, breachClockTable } from './clock-rules.js';
import { custodyLimit, nextAuthority } from './custody-limit.js';
import type { DetentionAuthority } from './events.js';
import { isInCustody, maintained } from './progress.js';

/** Orders whose breach is no crime: the arrested are brought to a court, not charged. */
const civil: readonly OrderKind[] = ['dapn', 'dvpn', 'dvpo'];

/** While he is held, or on bail before a charge: until when. The words leave it to `dueAt` to say the moment, which is shown beside them. */
export function custodyClocks(breach: BreachState, orders: readonly OrderState[]): BreachClock[] {
  const arrest = breach.steps.findLast(({ is }) => is === 'arrest');
  const alleged = new Set(maintained(breach).map(({ orderId }) => orderId));
  const areCivil = orders.flatMap((order) => (order.is !== 'unmade' && alleged.has(order.orderId) ? [civil.includes(order.kind)] : []));
  // Arrested for a crime as well, he is held under both clocks.
  return [
    ...(arrest?.is === 'arrest' && areCivil.includes(true) ? [broughtToCourt(breach, arrest.at)] : []),
    ...(arrest?.is === 'arrest' && (areCivil.length === 0 || areCivil.includes(false)) ? [detained(breach, arrest.at)] : []),
    ...onBail(breach),
  ];
}

function broughtToCourt(breach: BreachState, arrestedAt: Instant): BreachClock {
  const on = londonDate(arrestedAt);
  const { dueBy, dueAt } = breachClockTable.end('notice-to-court', { on, at: arrestedAt });
  return {
    what: 'bring-to-court',
    of: arrestedAt,
    words: 'Bring the arrested person to court',
    why: `${breachClockTable.source('notice-to-court', on)}: 24 hours from the arrest, without Sundays, Christmas Day, Good Friday and bank holidays`,
    opens: on,
    dueBy,
    ...(dueAt === null ? {} : { dueAt }),
    lapses: null,
    done: !isInCustody(breach) || breach.steps.some(({ is }) => is === 'court-outcome'),
  };
}

/** Said once the limit has passed: what may have extended it, and is to be recorded then. */
const mayExtend: Readonly<Record<DetentionAuthority, string>> = {
  superintendent: 'unless a superintendent extended it, to 36 hours at most',
  warrant: 'unless a court gave a warrant, to 72 hours at most',
  'warrant-extension': 'unless a court extended its warrant, to 96 hours at most',
};

const extendedBy: Readonly<Record<DetentionAuthority, string>> = {
  superintendent: 'extended by a superintendent',
  warrant: 'of the warrant of a court',
  'warrant-extension': 'of a warrant that the court extended',
};

/** PACE 1984 ss.41 to 44. A later limit is shown only once what extended detention to it is recorded. */
function detained(breach: BreachState, arrestedAt: Instant): BreachClock {
  const on = londonDate(arrestedAt);
  const { at, by } = custodyLimit(breach) ?? { at: arrestedAt, by: null };
  const end: Limit = { by: londonDate(at), at };
  const within = `Charge or release ${by === null ? 'within 24 hours of the arrest' : `within the limit ${extendedBy[by]}`}`;
  const passed = `The custody limit has passed: release now or charge, ${mayExtend[nextAuthority({ at, by })]}; record that, the release or the charge`;
  return {
    what: 'custody',
    of: arrestedAt,
    words: within,
    dueBy: end.by,
    dueAt: at,
    steps: [
      { from: '0001-01-01', ...due(end), words: within, urgent: true },
      { ...once(end), ...due(end), words: passed, urgent: true },
    ],
    why: `${breachClockTable.source('detention-24', on)}. ${by === null ? 'Counted from the arrest; the custody record has the relevant time' : 'Until when it was extended, as recorded'}`,
    opens: on,
    lapses: null,
    done:
      !isInCustody(breach) || breach.steps.some(({ is }) => is === 'no-further-action' || is === 'out-of-court' || is === 'court-outcome'),
  };
}

function onBail(breach: BreachState): BreachClock[] {
  const release = breach.steps.findLast((step): step is Extract<BreachStep, { is: 'release' }> => step.is === 'release');
  if (!release || (release.how !== 'bail' && release.how !== 'bail-with-conditions')) return [];
  const on = londonDate(release.at);
  const later = breach.steps.slice(breach.steps.indexOf(release) + 1);
  const ends = limits(['bail-3', 'bail-6', 'bail-9'], release.at);
  const months = ['3 months', '6 months, if it was extended', '9 months, if it was extended again'];
  return [
    {
      what: 'bail',
      of: release.at,
      ...withAfterwards(
        ends.at(-1),
        ({ by }) => `Bail ended with ${formatDate(by)} unless a court extended it; record the charge, or what else was decided`,
        staged(ends, (nth, end) =>
          nth === 0
            ? `Decide on a charge before bail ends: ${months[nth]}`
            : `Bail has ended unless it was extended: say so, or decide on a charge by ${limitWords(end)} (${months[nth]})`,
        ),
      ),
      why: `${breachClockTable.source('bail-3', on)}: bail before a charge`,
      opens: on,
      lapses: null,
      done: later.some(({ is }) => is !== 'interview'),
    },
  ];
}

interface Limit {
  readonly by: LocalDate;
  /** Null for a limit of months, which ends with its day. */
  readonly at: Instant | null;
}

function limitWords({ by, at }: Limit): string {
  return at === null ? `the end of ${formatDate(by)}` : formatDateTime(at);
}

function limits(keys: readonly BreachClockKey[], start: Instant): readonly Limit[] {
  return keys.map((key) => {
    const { dueBy, dueAt } = breachClockTable.end(key, { on: londonDate(start), at: start });
    return { by: dueBy, at: dueAt };
  });
}

function due({ by, at }: Limit): Pick<ClockStep, 'by' | 'at'> {
  return at === null ? { by } : { by, at };
}

/** From when on a limit has passed: its moment, or the day after it. */
function once({ by, at }: Limit): Pick<ClockStep, 'from' | 'after'> {
  return at === null ? { from: addDays(by, 1) } : { from: by, after: at };
}

/** One limit after the other: each as soon as the one before has passed. */
function staged(ends: readonly Limit[], words: (nth: number, end: Limit) => string): Pick<BreachClock, 'words' | 'dueBy' | 'steps'> {
  const steps = ends.map((end, nth): ClockStep => {
    const before = ends[nth - 1];
    return {
      ...(before === undefined ? { from: '0001-01-01' } : once(before)),
      ...due(end),
      ...{ words: words(nth, end), urgent: true },
    };
  });
  return { words: steps[0]?.words ?? '', dueBy: ends.at(-1)?.by ?? null, steps };
}

/** The same with what there is to do once the last of the limits has passed. */
function withAfterwards<Clock extends Pick<BreachClock, 'steps'>>(
  last: Limit | undefined,
  words: (end: Limit) => string,
  clock: Clock,
): Clock {
  if (!last) return clock;
  const after: ClockStep = { ...once(last), ...due(last), words: words(last), urgent: true };
  return { ...clock, steps: [...(clock.steps ?? []), after] };
}
