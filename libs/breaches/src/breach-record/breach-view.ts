import { force } from '#access';
import {
  daysBetween,
  formatDate,
  formatDateTime,
  formatPeriod,
  type Instant,
  type LocalDate,
  londonDate,
  type StandingClock,
} from '#calendar';
import { areasIn, kindRule, type OrderState } from '#orders';
import { keptBy, placeKnownTo } from '#people';
import { notKnownInWords, notKnownThen } from '../domain/awareness.js';
import type { AllegationState, BreachState } from '../domain/breach.js';
import { isCharged, isConcluded, isInCustody, isOpen } from '../domain/progress.js';
import type { FlagReason, Occurred } from '../domain/events.js';
import type { BreachClock } from '../domain/breach-clocks.js';
import { breachClockTable } from '../domain/clock-rules.js';
import { tellBy, type VictimRules, victimUpdates } from '../domain/victim-updates.js';
import { lastExtensions } from '../domain/extensions.js';
import type { BreachRow } from './breach-record.js';
import { timeline, type TimelineLine } from './breach-timeline.js';
import { extensionChoices } from './extension-choices.js';
import { flagInWords, isSettledByLinks } from './flag-view.js';
import { nowRecorded } from './now-recorded.js';
import { type NextAction, nextActions } from './next-actions.js';
import { conditionInWords, type KnownPerson, madeOrder, notificationInWords, pinnedIn, type Spoken, spokenTo } from './spoken.js';
import {
  aboutWords,
  channelWords,
  decisionWords,
  evidenceWords,
  excuseInWords,
  kindWords,
  reporterWords,
  riskWords,
  safetyWords,
  statusWords,
  whyKeptInWords,
} from './words.js';

/** One allegation with the wording in force when it happened, for one reader. */
export interface AllegationView {
  readonly allegationId: string;
  readonly orderId: string;
  readonly order: string;
  readonly condition: string;
  /** The court's words; null for the duty to notify, or once they are erased. */
  readonly wording: string | null;
  readonly offenceCode: string | null;
  readonly offence: string;
  readonly maximum: string | null;
  readonly arrest: string | null;
  /** That the order, or this wording, was not in force then as the record of the order says now; null where it was or may have been. */
  readonly nowRecorded: string | null;
  /** Why it was withdrawn; null while it is maintained. */
  readonly withdrawn: string | null;
}

export interface ActionLink {
  readonly href: string;
  readonly text: string;
}

/** What waits to be done, in words, with where to do it and by when. */
export interface WaitingView {
  readonly text: string;
  readonly href: string | null;
  readonly due: string | null;
  /** The last day, and the instant where it is one; null where no clock runs. */
  readonly dueBy: LocalDate | null;
  readonly dueAt: Instant | null;
  /** Where its clock comes from; null where none runs. */
  readonly why: string | null;
  readonly overdue: boolean;
}

export interface FlagView {
  readonly flagId: string;
  readonly is: FlagReason;
  readonly because: string;
  readonly order: string;
  readonly orderId: string;
  readonly at: Instant;
  /** The decision and its reason; null until a person has looked. */
  readonly review: string | null;
}

export type BreachView = ReturnType<typeof breachView>;

/** The force that looks after somebody tells where they live: it is named to those alone who may know it. */
function lookedAfterElsewhere(id: string, keeper: string, own: string | null, known: readonly KnownPerson[], spoken: Spoken): string[] {
  const found = known.find((one) => one.id === id);
  const { safeguarding } = found ?? {};
  if (!found || safeguarding === undefined || safeguarding === keeper || safeguarding === own) return [];
  const isNamed = safeguarding !== null && found.name !== null;
  const name = isNamed ? (force(safeguarding)?.name ?? `force ${safeguarding}`) : 'another force';
  const ask = isNamed ? name : 'the force to which they were handed over';
  return [`${capital(spoken.person(id))} is looked after by ${name} now. Ask ${ask} to tell them what they are to be told`];
}

/**
 * Everything the page and the API say of a breach to one reader. `orders` are those ever alleged against; `decides`: of its own force;
 * `own`: the reader's force, by CJS code, whose words are read as they were written; `telling`: what the breach's force owes to the people;
 * `replaced`: the interim orders in whose place any of the orders stands.
 */
export function breachView(
  row: BreachRow,
  orders: readonly OrderState[],
  known: readonly KnownPerson[],
  now: Instant,
  decides: boolean,
  own: string | null = null,
  telling: Pick<VictimRules, 'rightsOf' | 'isErased'> = {},
  replaced: readonly OrderState[] = [],
) {
  const { doc } = row;
  const anybodys = spokenTo(known, orders, own, doc.place?.value ? [{ place: doc.place.value, wrote: row.force, isOfTexts: true }] : []);
  // A report is in the words of the force that keeps it.
  const spoken = anybodys.wordsOf(row.force);
  const notKnown = notKnownThen(doc, orders);
  const first = (part: Parameters<Spoken['text']>[0]): string | null => spoken.text(part)[0] ?? null;
  return {
    id: row.id,
    perpetratorId: row.perpetratorId,
    force: { cjs: row.force, name: force(row.force)?.name ?? `Force ${row.force}` },
    status: { is: doc.status, ...statusWords[doc.status] },
    isBreach: doc.isBreach,
    whyKept: whyKeptInWords(doc),
    occurred: { ...doc.occurred, words: occurredInWords(doc.occurred) },
    /** When it was recorded to have happened before that was corrected, the first answer first. */
    timesBefore: doc.timesBefore.map(({ was }) => occurredInWords(was)),
    reportedAt: doc.reportedAt,
    recordedAt: row.recordedAt,
    /** Days between the report and its recording: late recording is itself a finding. */
    recordedLate: daysBetween(londonDate(doc.reportedAt), londonDate(row.recordedAt)),
    channel: channelWords[doc.channel],
    reporter: reporterWords[doc.reporter],
    kinds: doc.kinds.map((kind) => ({ is: kind, text: kindWords[kind] })),
    protectedPeople: doc.protectedPersonIds.map((id) => ({ id, text: capital(spoken.person(id)) })),
    /** Who of them is looked after by another force now, and whom to ask; a sentence each. */
    lookedAfterElsewhere: doc.protectedPersonIds.flatMap((id) => lookedAfterElsewhere(id, row.force, own, known, spoken)),
    account: first(doc.account),
    place: doc.place === null || spoken.readsSafety(row.force) ? first(doc.place) : placeKnownTo(row.force),
    excuse: { is: doc.reasonableExcuse, text: excuseInWords(doc), words: first(doc.excuse) },
    awarenessToShow: notKnown !== null,
    /** What nothing shows to have been known of, in words; null where nothing is still to be shown. */
    notKnown: notKnown && notKnownInWords(notKnown),
    allegations: doc.allegations.map((allegation) => allegationView(allegation, doc, orders, spoken, replaced)),
    safety: safetyView(row, spoken),
    /** The forces that keep the orders alleged against and are told by themselves. */
    told: toldForces(row.force, doc, orders),
    evidence: doc.evidence.map(({ evidenceId, kind, reference }) => ({
      evidenceId,
      kind: evidenceWords[kind],
      reference: first(reference),
    })),
    flags: doc.flags.map((flag): FlagView => ({
      flagId: flag.flagId,
      is: flag.because,
      because: flagInWords(flag, doc, orders, known, own ?? '', replaced),
      order: isSettledByLinks(flag) ? '' : flaggedOrder(flag.orderId, row, orders, spoken),
      orderId: flag.orderId,
      at: flag.at,
      review: flag.review && [decisionWords[flag.review.decision], ...spoken.text(flag.review.note)].join('. '),
    })),
    waiting: nextActions(doc, orders, now, { ...telling, recordedAt: row.allegedAt }).map((action) =>
      waitingView(row.id, action, spoken, decides),
    ),
    clockToCome: clockToCome(doc, spoken, now, telling),
    timeline: timeline(row.log, doc, anybodys) satisfies TimelineLine[],
    extensions: extensionChoices(doc),
    actions: actionsAllowed(doc, decides),
  };
}

/** The order that a flag is about, with its force where it is of another force, or stands on another record, than the report. */
function flaggedOrder(
  orderId: string,
  row: Pick<BreachRow, 'perpetratorId' | 'force'>,
  orders: readonly OrderState[],
  spoken: Spoken,
): string {
  const words = spoken.order(orderId);
  const order = madeOrder(orders, orderId);
  if (!order || (order.force === row.force && order.perpetratorId === row.perpetratorId)) return words;
  const keeper = force(order.force)?.name ?? `force ${order.force}`;
  return words.endsWith(keeper) ? words : `${words}, ${keeper}`;
}

/** The risk, and what was done at once for those who need it; others learn who keeps it. */
function safetyView({ doc: { safety }, log, force: keeper }: BreachRow, spoken: Spoken) {
  if (!safety) return null;
  const wrote = log.findLast(({ fact }) => fact.type === 'SafetyAssessed' && fact.data.at === safety.at)?.force ?? keeper;
  const actions = safety.actions.map((action) => safetyWords[action]);
  const isKept = actions.length > 0 && !spoken.readsSafety(wrote);
  return { risk: riskWords[safety.risk], actions: isKept ? [] : actions, kept: isKept ? keptBy(wrote) : null, at: safety.at };
}

function toldForces(own: string, { allegations }: BreachState, orders: readonly OrderState[]): string[] {
  const alleged = new Set(allegations.map(({ orderId }) => orderId));
  const forces = orders.flatMap((order) =>
    order.is !== 'unmade' && alleged.has(order.orderId) && order.force !== own ? [order.force] : [],
  );
  return [...new Set(forces)].map((cjs) => force(cjs)?.name ?? `force ${cjs}`);
}

/** `18 Nov 2026 at 23:40`, one day, or the range of days. */
export function occurredInWords({ on, until, at, narrowest }: Occurred): string {
  if (at !== null) return formatDateTime(at);
  return narrowest ? `${formatPeriod(on, until)}, nobody can say more exactly` : formatPeriod(on, until);
}

/** What may be done now, and where; what decides the breach only for those who may. The decisions themselves refuse the rest. */
export function actionsAllowed(breach: BreachState, decides: boolean): ActionLink[] {
  const base = `/breaches/${breach.breachId}`;
  const alleged = breach.status !== 'kept' && breach.status !== 'withdrawn';
  const custody = isInCustody(breach);
  const live = alleged && !isConcluded(breach);
  const when = (may: boolean, path: string, text: string): ActionLink[] => (may ? [{ href: `${base}/${path}`, text }] : []);
  return [
    ...when(live && !custody, 'arrest', 'Record an arrest'),
    ...when(live, 'interview', 'Record an interview'),
    ...when(live && custody, 'detention', 'Record that detention was extended'),
    ...when(lastExtensions(breach).length > 0, 'detention/error', 'Say that an extension was recorded in error'),
    ...when(live && custody && !isCharged(breach), 'release', 'Record a release'),
    ...when(live && isCharged(breach), 'release', 'Record bail or remand after the charge'),
    ...when(decides && live, 'charge', 'Record a charge'),
    ...when(decides && isOpen(breach), 'no-further-action', 'Take no further action'),
    ...when(decides && isOpen(breach), 'out-of-court', 'Deal with it out of court'),
    ...when(decides && alleged, 'court-outcome', 'Record a court outcome'),
    ...when(breach.protectedPersonIds.length > 0, 'tell-victim', 'Record that a victim was told'),
    ...when(true, 'safety', 'Record risk and immediate safety'),
    ...when(decides && breach.status !== 'kept', 'supervision', 'Review it as a supervisor'),
    ...when(true, 'evidence', 'Refer to evidence'),
    ...when(true, 'addendum', 'Add to the report'),
    ...when(decides, 'time', 'Correct when it happened'),
    ...when(true, 'allegation', alleged ? 'Add an allegation' : 'Allege a breach'),
  ];
}

function allegationView(
  allegation: AllegationState,
  { occurred }: BreachState,
  orders: readonly OrderState[],
  spoken: Spoken,
  replaced: readonly OrderState[],
): AllegationView {
  const { allegationId, orderId, conditionVersionId, offenceCode, withdrawn } = allegation;
  const order = madeOrder(orders, orderId);
  const rule = order && kindRule(order.kind).breach(occurred.on);
  const pinned = conditionVersionId === null ? null : pinnedIn(orders, orderId, conditionVersionId);
  const wording = pinned?.version.words.value?.wording;
  const duty = conditionVersionId === null;
  return {
    allegationId,
    orderId,
    order: spoken.order(orderId),
    condition: capital(
      duty ? notificationInWords(offenceCode) : pinned ? conditionInWords(pinned.condition, pinned.version) : 'a condition',
    ),
    wording:
      wording && order && pinned ? spoken.clause(wording, order.force, areasIn(pinned.version.plain, pinned.version.words.value)) : null,
    offenceCode,
    offence: duty ? 'Offence against the duty to notify (SPA 2019 s.11)' : (rule?.title ?? 'Breach of the order'),
    // SPA 2019 s.11: either way and 5 years, as a breach of the order is.
    maximum: rule?.maximum ?? null,
    arrest: rule?.arrest ?? null,
    nowRecorded: withdrawn === null ? nowRecorded(allegation, occurred, orders, replaced) : null,
    withdrawn: withdrawn && (spoken.text(withdrawn)[0] ?? 'Withdrawn'),
  };
}

/** Which clock an arrest today would start, told before it is made; null once one has started, or where nobody is to be told. */
function clockToCome(
  breach: BreachState,
  spoken: Spoken,
  now: Instant,
  { rightsOf = () => 'enhanced' }: Pick<VictimRules, 'rightsOf'>,
): string | null {
  if (!isOpen(breach) || breach.protectedPersonIds.length === 0 || victimUpdates(breach).length > 0) return null;
  const who = breach.protectedPersonIds.map((id) => spoken.person(id)).join(' and ');
  const rights = breach.protectedPersonIds.some((id) => rightsOf(id) === 'enhanced') ? 'enhanced' : 'standard';
  const today = londonDate(now);
  const { counting } = breachClockTable.rule(rights === 'enhanced' ? 'victim-update-enhanced' : 'victim-update', today);
  const days = counting.mode === 'working' ? counting.days : 0;
  const due = tellBy('victim-update', rights, today);
  return `An arrest, an interview under caution, a release or a charge starts a clock: tell ${who} within ${days} working day${days === 1 ? '' : 's'}. Of one today, by the end of ${formatDate(due)} (Victims’ Code, right 6).`;
}

function waitingView(breachId: string, action: NextAction, spoken: Spoken, decides: boolean): WaitingView {
  const at = (path: string) => `/breaches/${breachId}/${path}`;
  const view = (text: string, href: string | null): WaitingView => ({
    text,
    href,
    due: null,
    dueBy: null,
    dueAt: null,
    why: null,
    overdue: action.overdue,
  });
  switch (action.is) {
    case 'clock':
      return clockView(action.clock, action.overdue, at, spoken, decides);
    case 'ask-excuse':
      return view('Ask whether there is a reasonable excuse', at('interview'));
    case 'get-order-copy':
      return view('Get a certified copy of the order, which proves it', at('evidence?kind=order-copy'));
    case 'assess-safety':
      return view('Say how great the risk is, and what was done at once to keep people safe', at('safety'));
    case 'decide':
      return view('Decide: arrest, interview, charge or no further action', null);
  }
}

/** A clock in its words, with the form that stops it; who decides the breach, only for those who may. */
function clockView(
  { what, words, why, dueBy, dueAt, flagId, telling }: StandingClock<BreachClock>,
  overdue: boolean,
  at: (path: string) => string,
  spoken: Spoken,
  decides: boolean,
): WaitingView {
  const due = dueAt === undefined ? (dueBy === null ? null : `by the end of ${formatDate(dueBy)}`) : `by ${formatDateTime(dueAt)}`;
  const view = (href: string | null, text = words): WaitingView => ({ text, href, due, dueBy, dueAt: dueAt ?? null, why, overdue });
  switch (what) {
    case 'tell-victim':
    case 'tell-victim-next': {
      if (!telling) return view(null);
      const { protectedPersonId, about } = telling;
      const person = spoken.person(protectedPersonId);
      const text = what === 'tell-victim' ? `Tell ${person} of ${aboutWords[about]}` : `Tell ${person} what happens next`;
      return view(at(`tell-victim?of=${about}&person=${protectedPersonId}`), text);
    }
    case 'show-awareness':
      return view(
        at('evidence?kind=service-proof'),
        'Find what shows that the person knew of the order: proof of service, of being in court, or of being told',
      );
    case 'supervise':
      return view(decides ? at('supervision') : null);
    case 'review-flag':
      return view(decides ? at(`flags/${flagId}`) : null);
    case 'charge':
      return view(decides ? at('charge') : null);
    case 'custody':
      return view(at('release'));
    case 'bail':
      return view(decides ? at('charge') : null);
    case 'custody-time-limit':
      return view(at('release'));
    case 'bring-to-court':
      return view(decides ? at('court-outcome') : null);
  }
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
