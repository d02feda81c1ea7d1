import { considerationStanding, currentGrade, lastConsideration, openedCases, type OpenedCase } from '#cases';
import { daysBetween, formatDate, type LocalDate } from '#calendar';
import { inForceAt, isOrderInError, latestEnd, waitsForCourt } from '#orders';
import type { PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';
import { type Act, actInWords, actsIn } from './acts.js';
import type { Signal, SignalRule } from './signal.js';
import { threatsIn } from './threat-or-weapon.js';

/** As many of the acts as are listed, the newest. */
const SHOWN = 5;

/**
 * What is recorded suggests the three limbs of SPA 2019 s.1 for somebody whom no order protects and for whom none is sought, and nobody
 * gave a reason not to seek one.
 * It asks a person to look: whether the limbs are met is for them, and for the court.
 */
export const orderToBeConsidered: SignalRule = (summary, today): Signal | null => {
  const cases = openedCases(Object.values(summary.cases));
  const stalking = actsIn(summary).filter((act) => act.stalking);
  const risk = riskIn(summary, cases);
  if (stalking.length < 2 || risk.length === 0) return null;
  const covered = new Set(coveredBy(summary, today));
  const named = new Set([...stalking, ...cases].flatMap((one) => one.protectedPersonIds));
  const open = [...named].filter((id) => !covered.has(id)).flatMap((id) => openFor(id, summary, stalking, cases, today) ?? []);
  if (open.length === 0) return null;
  const acts = stalking.filter((act) => open.some((one) => one.acts.includes(act)));
  const since = open.some((one) => one.since === null) ? null : (open.flatMap((one) => one.since ?? []).sort()[0] ?? null);
  const about = cases.filter((one) => open.some(({ id }) => concerns(one, id)));
  const waiting = about.find((one) => ['missing', 'unreasoned', 'overdue'].includes(considerationStanding(one, today))) ?? null;
  return {
    id: 'order-to-be-considered',
    heading: 'A stalking protection order should be considered',
    reasons: [
      `Acts associated with stalking appear to have been carried out (SPA 2019 s.1(1)(a)): ${acts.length} recorded${since === null ? '' : ` since ${formatDate(since)}`}, the last on ${formatDate(lastDay(acts))}`,
      `A risk associated with stalking appears to be posed (s.1(1)(b)): ${risk.join('; ')}`,
      `Somebody may need protection from it (s.1(1)(c)): ${open.length === 1 ? '1 person is' : `${open.length} people are`} named whom no order in force protects and for whom no application is pending`,
      considerationInWords(waiting, today),
      ...acts.slice(-SHOWN).map(actInWords),
    ],
    considers: waiting && { caseId: waiting.caseId, force: waiting.force },
  };
};

/** Somebody for whom nobody has answered yet whether an order should be sought, and the acts that ask it. */
interface OpenFor {
  readonly id: string;
  /** The last day up to which it was answered; null when it never was. */
  readonly since: LocalDate | null;
  readonly acts: readonly Act[];
}

/**
 * Null when it is answered for this person, or too little has happened since. What was decided about others answers nothing for them; acts
 * against others count (whom an order protects need not be their victim), but one at least must concern this person.
 */
function openFor(
  id: string,
  summary: PerpetratorSummary,
  stalking: readonly Act[],
  cases: readonly OpenedCase[],
  today: LocalDate,
): OpenFor | null {
  const about = cases.filter((one) => concerns(one, id));
  const since = settledUntil(summary, id, about, today);
  const isBeingSought = about.some((one) => {
    const on = lastConsideration(one)?.on ?? null;
    return ['yes', 'deferred'].includes(considerationStanding(one, today)) && on !== null && (since === null || on > since);
  });
  const acts = stalking.filter(({ on }) => since === null || on > since);
  return isBeingSought || acts.length < 2 || !acts.some((act) => concerns(act, id)) ? null : { id, since, acts };
}

/** What names nobody may be about anybody. */
function concerns({ protectedPersonIds }: { readonly protectedPersonIds: readonly string[] }, id: string): boolean {
  return protectedPersonIds.length === 0 || protectedPersonIds.includes(id);
}

/** Whom an order protects now, of whatever kind, or about whom a court has still to decide. */
function coveredBy({ orders, applications }: PerpetratorSummary, today: LocalDate): readonly string[] {
  const now = { on: today, at: null };
  const standing = Object.values(orders).filter((order) => order.is !== 'unmade' && inForceAt(order, now).is !== 'not-in-force');
  return [
    ...standing.flatMap((order) => (order.is === 'unmade' ? [] : order.protectedPersonIds)),
    ...Object.values(applications).flatMap((application) =>
      application.is !== 'not-filed' && waitsForCourt(application) ? application.protectedPersonIds : [],
    ),
  ];
}

/** The last day up to which it is answered for one person: by an order, a court that decided, or a reason not to seek one. */
function settledUntil(
  { orders, applications }: PerpetratorSummary,
  id: string,
  about: readonly OpenedCase[],
  today: LocalDate,
): LocalDate | null {
  const days: LocalDate[] = [];
  for (const order of Object.values(orders)) {
    if (order.is === 'unmade' || isOrderInError(order) || !order.protectedPersonIds.includes(id)) continue;
    if (order.is === 'over') days.push(order.over.at.on);
    else {
      const end = latestEnd(order);
      if (end.is === 'fixed') days.push(end.lastDay);
    }
  }
  for (const application of Object.values(applications))
    if (application.is === 'determined' && application.protectedPersonIds.includes(id)) days.push(application.determination.at.on);
  for (const one of about) if (considerationStanding(one, today) === 'no') days.push(lastConsideration(one)?.on ?? one.openedOn);
  return days.sort().at(-1) ?? null;
}

function riskIn(summary: PerpetratorSummary, cases: readonly OpenedCase[]): string[] {
  const graded = cases.flatMap((one) => {
    const grade = currentGrade(one);
    return grade === 'medium' || grade === 'high' ? [`graded ${grade} in the case opened ${formatDate(one.openedOn)}`] : [];
  });
  const threats = threatsIn(summary);
  return threats.length === 0
    ? graded
    : [...graded, `${threats.length === 1 ? 'a threat' : `${threats.length} threats`} or violence recorded`];
}

function considerationInWords(waiting: OpenedCase | null, today: LocalDate): string {
  if (waiting === null) return 'Nobody has opened a case in which it could be considered, or more has happened since it was';
  const standing = considerationStanding(waiting, today);
  if (standing === 'unreasoned') return 'It was not sought for no other reason than the victim’s wish, which is never one by itself';
  if (standing === 'overdue') return 'The day on which it was to be looked at again has passed';
  const days = Math.max(0, daysBetween(waiting.openedOn, today));
  return `Nobody has recorded whether it was considered, ${days === 1 ? '1 day' : `${days} days`} after the case was opened`;
}

function lastDay(acts: readonly Act[]): LocalDate {
  return acts.map(({ until }) => until).reduce((last, day) => (day > last ? day : last));
}
