import { force, may, maySeeWhereabouts, type Viewer } from '#access';
import { ageOn, daysBetween, formatDate, formatDateTime, type Instant, type LocalDate, londonDate } from '#calendar';
import { identifierInWords, type KnownIdentifier, type PerpetratorState, formalName, spokenName } from '#people';
import { type BreachState, type Held, heldFor } from '#breaches';
import { isMilestone, whenInWords } from '#orders';
import { type HistoryCategory, type HistoryFact, type Names, type Sentence, parseHistoryStream, sentence } from '../sentences/index.js';
import { signals } from '../signals/index.js';
import { answer } from './answer.js';
import { type AnswerView, answerView } from './answer.view.js';
import { type ApplicationLineView, applicationLines } from './applications.view.js';
import { type CaseLineView, caseLines, type SignalView, signalView } from './cases.view.js';
import { type Count, counts } from './counts.js';
import { type HistoryFactLine, isTelling } from './history-fact.js';
import { type KnownToReader, namesFor } from './names.js';
import type { PerpetratorHistory } from './perpetrator-history.query.js';
import { type Under18View, under18View } from './under-18.view.js';

/** Everything the page prints, in its words. */
export interface PerpetratorHistoryView {
  readonly identity: IdentityView;
  /** The records of this person, this one first; empty when there is only one. */
  readonly records: readonly RecordView[];
  /** Pairs with other records, for those who may decide about them. */
  readonly links: readonly { readonly href: string; readonly words: string }[];
  readonly answer: AnswerView;
  /** Null for somebody who is of age, and was when orders were asked for. */
  readonly under18: Under18View | null;
  /** What bail or remand stands now, or is not known: of each kind the latest, by the breach that brought it. */
  readonly bail: readonly BailView[];
  readonly counts: readonly Count[];
  readonly signals: readonly SignalView[];
  /** Those that wait for a court, the newest first. */
  readonly applications: readonly ApplicationLineView[];
  /** The newest first. */
  readonly cases: readonly CaseLineView[];
  readonly lines: readonly LineView[];
  readonly protectedPeople: readonly ProtectedPersonView[];
  /** Recorded, and named by nothing yet. */
  readonly unnamed: readonly ProtectedPersonView[];
  /** Orders and forces to filter by. */
  readonly orders: readonly { readonly id: string; readonly words: string }[];
  readonly forces: readonly { readonly cjs: string; readonly name: string }[];
}

export interface IdentityView {
  /** Whether there is a name: else `name` says why there is none. */
  readonly is: 'recorded' | 'not-yet' | 'erased';
  /** `EXAMPLESON, Quentin`; says so when it was erased. */
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  /** `born 4 Mar 1988 (38)`. */
  readonly born: string;
  readonly dateOfBirth: LocalDate | null;
  readonly identifiers: readonly string[];
  readonly forces: readonly string[];
  readonly restricted: boolean;
  /** Where the perpetrator was known to live, latest first. */
  readonly addresses: readonly string[];
  readonly occupation: string;
}

/** One force's record, as that force has it: what two of them say differently stands side by side. */
export interface RecordView extends Pick<IdentityView, 'name' | 'alsoKnownAs' | 'born' | 'identifiers' | 'addresses'> {
  readonly id: string;
  readonly force: string;
}

export interface ProtectedPersonView {
  readonly id: string;
  /** A name, or `Protected person A`. */
  readonly name: string;
  /** Whether the reader may open their record. */
  readonly mayOpen: boolean;
}

/** Bail with conditions, or remand, that a breach brought; or that nobody recorded either since the charge. */
export interface BailView {
  readonly is: Held['is'];
  readonly href: string;
  readonly since: string;
}

export interface LineView {
  readonly id: string;
  /** The kind of fact. */
  readonly is: HistoryFactLine['fact']['type'];
  readonly heading: string;
  readonly lines: readonly string[];
  readonly kind: Sentence['kind'];
  /** `18 Nov 2026 at 23:40`, a day, or a range of days. */
  readonly when: string;
  readonly datetime: string;
  /** The London days of it, both included. */
  readonly on: LocalDate;
  readonly until: LocalDate;
  readonly recordedAt: Instant;
  readonly force: string;
  /** `recorded 63 days later`; empty when it was recorded at once. */
  readonly late: string;
  readonly recorded: string;
  readonly href: string | null;
  /** The papers that were filed then, for the legal team whose they are. */
  readonly papers: string | null;
}

/** As many days after it happened as a fact may be recorded without a mark. Ours, not the law's. */
const LATE_AFTER_DAYS = 3;

/** The history in the words for this reader. */
export function historyView(history: PerpetratorHistory, viewer: Viewer): PerpetratorHistoryView {
  const { summary, asAt } = history;
  const perpetratorId = history.perpetrator.is === 'unknown' ? '' : history.perpetrator.perpetratorId;
  const today = londonDate(asAt);
  const readsWords = may(viewer, 'view-protected-person');
  const names = namesFor(summary, [...history.protectedPeople, ...history.unnamed, ...history.unsaid], readsWords, viewer.force);
  return {
    identity: identityView(history.perpetrator, summary.forces, today, viewer),
    records: history.records.length > 1 ? history.records.flatMap((record) => recordView(record, today, viewer)) : [],
    links: may(viewer, 'link-records')
      ? history.links.map(({ id, state, asKind }) => ({ href: `/links/${id}`, words: linkWords[`${state} ${asKind}`] ?? '' }))
      : [],
    answer: answerView(answer(summary, asAt), names),
    under18: under18View({ summary, records: history.records, today }, viewer),
    bail: bailViews(Object.values(summary.breaches)),
    counts: counts(summary, { on: today, at: asAt }),
    signals: signals(summary, today).map((signal) => signalView(signal, viewer, perpetratorId)),
    applications: applicationLines(summary),
    cases: caseLines(summary, today),
    lines: history.lines.map((line) => lineView(line, names, viewer, history.protectedPeople)),
    unnamed: history.unnamed.map(({ id, name }) => ({ id, name: name ?? 'A protected person', mayOpen: name !== null })),
    protectedPeople: summary.protectedPersonIds.map((personId) => ({
      id: personId,
      name: sentenceCase(names.protectedPerson(personId)),
      mayOpen: history.protectedPeople.some(({ id, name }) => id === personId && name !== null),
    })),
    orders: Object.values(summary.orders).flatMap((order) =>
      order.is === 'unmade' ? [] : [{ id: order.orderId, words: names.order(order.orderId) }],
    ),
    forces: summary.forces.map(({ force: cjs }) => ({ cjs, name: names.force(cjs) })),
  };
}

const heldKinds: readonly Held['is'][] = ['bail-conditions', 'remanded', 'not-recorded'];

/** What bail or remand protects for now, and where it is not known: the only protection where no order is in force. */
function bailViews(breaches: readonly BreachState[]): readonly BailView[] {
  const held = breaches.flatMap((breach) => {
    const found = heldFor(breach);
    return found === null ? [] : [{ ...found, breachId: breach.breachId }];
  });
  return heldKinds.flatMap((is) => {
    const of = held.filter((one) => one.is === is).toSorted((one, other) => (one.since < other.since ? -1 : 1));
    return of.slice(-1).map(({ breachId, since }) => ({ is, href: `/breaches/${breachId}`, since: formatDate(londonDate(since)) }));
  });
}

function identityView(
  state: PerpetratorState,
  forces: readonly { readonly force: string }[],
  today: LocalDate,
  viewer: Viewer,
): IdentityView {
  const whereabouts = maySeeWhereabouts(viewer);
  const inForces = forces.map(({ force: cjs }) => force(cjs)?.name ?? cjs);
  if (state.is !== 'recorded' || state.identity.value === null) {
    return {
      is: state.is === 'unknown' ? 'not-yet' : 'erased',
      name: state.is === 'unknown' ? 'Not recorded yet on that day' : 'Personal data erased',
      alsoKnownAs: [],
      born: '',
      dateOfBirth: null,
      identifiers: [],
      forces: inForces,
      restricted: false,
      addresses: [],
      occupation: '',
    };
  }
  const { name, dateOfBirth } = state.identity.value;
  return {
    is: 'recorded',
    name: formalName(name),
    alsoKnownAs: state.aliases.flatMap((alias) => (alias.name.value ? [spokenName(alias.name.value)] : [])),
    dateOfBirth,
    born: dateOfBirth ? `born ${formatDate(dateOfBirth)} (${ageOn(dateOfBirth, today)})` : 'date of birth not known',
    identifiers: state.identifiers.filter(({ scheme }) => whereabouts || scheme !== 'phone').flatMap(numberInWords),
    forces: inForces,
    restricted: state.restriction !== null,
    addresses: [...state.addresses].reverse().flatMap(({ address, from }) => {
      if (address.value === null || !whereabouts) return [];
      const where = [...address.value.lines, address.value.postcode].filter((part) => part !== '').join(', ');
      return [from === null ? where : `${where} (from ${formatDate(from)})`];
    }),
    occupation: state.occupation?.occupation.value ?? '',
  };
}

const linkWords: Readonly<Record<string, string>> = {
  'offered one-person': 'Another record may be of this person: decide',
  'offered relatives': 'Another record may be of a relative: decide',
  'linked one-person': 'See the link, or undo it',
  'linked relatives': 'See the link, or undo it',
};

function recordView(state: PerpetratorState, today: LocalDate, viewer: Viewer): RecordView[] {
  if (state.is === 'unknown') return [];
  const { name, alsoKnownAs, born, identifiers, addresses } = identityView(state, [], today, viewer);
  return [{ id: state.perpetratorId, force: force(state.force)?.name ?? state.force, name, alsoKnownAs, born, identifiers, addresses }];
}

function numberInWords({ scheme, force: cjs, system, value: { value } }: KnownIdentifier): string[] {
  if (value === null) return [];
  if (scheme === 'pncid') return [`PNCID ${value}`];
  if (scheme === 'cro') return [`CRO ${value}`];
  if (scheme === 'phone') return [`Telephone ${value}`];
  if (scheme === 'handle' || scheme === 'vehicle') return [identifierInWords({ scheme, system, value })];
  return [`${cjs === null ? 'Force' : (force(cjs)?.name ?? cjs)} nominal ${value}`];
}

function lineView(line: HistoryFactLine, names: Names, viewer: Viewer, known: readonly KnownToReader[]): LineView {
  const { category, id } = parseHistoryStream(line.stream);
  const { heading, lines, kind, when } = sentence(category, { fact: line.fact, envelope: line.envelope }, names);
  const recordedOn = londonDate(line.envelope.recordedAt);
  const late = daysBetween(when.until, recordedOn);
  return {
    id: line.id,
    is: line.fact.type,
    heading,
    lines,
    kind,
    when: when.until === when.on ? whenInWords(when) : `${formatDate(when.on)} to ${formatDate(when.until)}`,
    datetime: when.at ?? when.on,
    on: when.on,
    until: when.until,
    recordedAt: line.envelope.recordedAt,
    force: namesForce(line, viewer, known) ? names.force(line.envelope.force) : 'Another force',
    late: late > LATE_AFTER_DAYS ? `recorded ${late} days later` : '',
    recorded: formatDateTime(line.envelope.recordedAt),
    href: opens(viewer, category) ? addressOf(category, id, line.fact) : null,
    papers: papersOf(viewer, line.fact),
  };
}

/** Who told a protected person something looks after them: which force that is, only those learn who may read the name. */
function namesForce({ fact, envelope }: HistoryFactLine, viewer: Viewer, known: readonly KnownToReader[]): boolean {
  if (!isTelling(fact.type) || envelope.force === viewer.force) return true;
  const { data } = fact;
  return 'protectedPersonId' in data && known.some(({ id, name }) => id === data.protectedPersonId && name !== null);
}

/** Whether there is a page of what the fact is about that this reader may open. */
function opens(viewer: Viewer, category: HistoryCategory): boolean {
  if (category === 'link') return may(viewer, 'link-records');
  if (category === 'exhibits') return may(viewer, 'view-exhibit');
  return category !== 'perpetrator';
}

/** The page of what the fact is about. */
function addressOf(category: HistoryCategory, id: string, fact: HistoryFact): string {
  const { data } = fact;
  if (isMilestone(fact)) return `/drafts/${id}`;
  if (category === 'exhibits' && 'exhibitId' in data) return `/exhibits/${data.exhibitId}`;
  if (category === 'investigation') return `/cases/${id}`;
  // Its stream is of the person who was told.
  if (category === 'telling' && 'orderId' in data) return `/orders/${data.orderId}`;
  return `/${category === 'breach' ? 'breaches' : `${category}s`}/${id}`;
}

/** Where the papers lie with which a court was asked for something: for the legal team of the force that asked. */
function papersOf(viewer: Viewer, { type, data }: HistoryFact): string | null {
  if (type === 'ApplicationFiled' && data.force === viewer.force && may(viewer, 'record-application'))
    return `/applications/${data.applicationId}/pack`;
  if (type === 'VariationFiled' && data.force === viewer.force && may(viewer, 'vary-order'))
    return `/orders/${data.orderId}/proposals/${data.proposalId}/pack`;
  return null;
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
