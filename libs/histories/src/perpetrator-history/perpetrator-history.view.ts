import { force, may, type Viewer } from '#access';
import { ageOn, daysBetween, formatDate, formatDateTime, type LocalDate, londonDate, londonTime } from '#calendar';
import { type End, type Knowledge, type When, libraryCondition } from '#orders';
import { type KnownIdentifier, type PerpetratorState, formalName } from '#people';
import { type Names, type Sentence, endInWords, parseHistoryStream, sentence } from '../sentences/index.js';
import { type Signal, signals } from '../signals/index.js';
import { type ConditionNow, type OrderNow, type PastOrder, answer, isUnknownToHim } from './answer.js';
import { type Count, counts } from './counts.js';
import type { HistoryFactLine } from './history-fact.js';
import { namesFor } from './names.js';
import type { PerpetratorHistory } from './perpetrator-history.query.js';

/** Everything the page prints, in its words. */
export interface PerpetratorHistoryView {
  readonly identity: IdentityView;
  /** The records of this person, this one first; empty when there is only one. */
  readonly records: readonly RecordView[];
  /** Pairs with other records, for those who may decide about them. */
  readonly links: readonly { readonly href: string; readonly words: string }[];
  readonly answer: AnswerView;
  readonly counts: readonly Count[];
  readonly signals: readonly Signal[];
  readonly lines: readonly LineView[];
  readonly protectedPeople: readonly ProtectedPersonView[];
  /** Orders and forces to filter by. */
  readonly orders: readonly { readonly id: string; readonly words: string }[];
  readonly forces: readonly { readonly cjs: string; readonly name: string }[];
}

export interface IdentityView {
  /** `EXAMPLESON, Quentin`; says so when it was erased. */
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  /** `born 4 Mar 1988 (38)`. */
  readonly born: string;
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

export interface AnswerView {
  readonly heading: string;
  readonly tone: 'in-force' | 'not-known' | 'none';
  readonly orders: readonly OrderView[];
  readonly past: readonly { readonly id: string; readonly words: string }[];
}

export interface OrderView {
  readonly id: string;
  readonly name: string;
  readonly court: string;
  readonly made: string;
  readonly ends: string;
  readonly endUnknown: boolean;
  readonly known: { readonly words: string; readonly served: boolean; readonly shown: boolean };
  readonly warnings: readonly string[];
  readonly mustNot: readonly ConditionView[];
  readonly must: readonly ConditionView[];
  readonly breach: { readonly title: string; readonly arrest: string; readonly code: string | null };
}

export interface ConditionView {
  readonly number: number;
  /** What the library says of it; follows `must not` or `must`. */
  readonly plain: string;
  /** The court's words for those who may read them, otherwise the library's. */
  readonly words: string;
  readonly notes: readonly string[];
}

export interface LineView {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly kind: Sentence['kind'];
  /** `18 Nov 2026 at 23:40`, a day, or a range of days. */
  readonly when: string;
  readonly datetime: string;
  readonly force: string;
  /** `recorded 63 days later`; empty when it was recorded at once. */
  readonly late: string;
  readonly recorded: string;
  readonly href: string | null;
}

/** As many days after it happened as a fact may be recorded without a mark. Ours, not the law's. */
const LATE_AFTER_DAYS = 3;

/** The history in the words for this reader. */
export function historyView(history: PerpetratorHistory, viewer: Viewer): PerpetratorHistoryView {
  const { summary, asAt } = history;
  const today = londonDate(asAt);
  const { inForce, past } = answer(summary, asAt);
  const readsWords = may(viewer, 'view-protected-person');
  const names = namesFor(summary, history.protectedPeople, readsWords);
  return {
    identity: identityView(history.perpetrator, summary.forces, today),
    records: history.records.length > 1 ? history.records.flatMap((record) => recordView(record, today)) : [],
    links: may(viewer, 'link-records')
      ? history.links.map(({ id, state, asKind }) => ({ href: `/links/${id}`, words: linkWords[`${state} ${asKind}`] ?? '' }))
      : [],
    answer: {
      ...headline(inForce),
      orders: inForce.map((order) => orderView(order, names)),
      past: past.map((order) => ({ id: order.order.orderId, words: pastInWords(order) })),
    },
    counts: counts(summary, { on: today, at: asAt }),
    signals: signals(summary, today),
    lines: history.lines.map((line) => lineView(line, names, may(viewer, 'link-records'))),
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

function identityView(state: PerpetratorState, forces: readonly { readonly force: string }[], today: LocalDate): IdentityView {
  const inForces = forces.map(({ force: cjs }) => force(cjs)?.name ?? cjs);
  if (state.is !== 'recorded' || state.identity.value === null) {
    return {
      name: 'Personal data erased',
      alsoKnownAs: [],
      born: '',
      identifiers: [],
      forces: inForces,
      restricted: false,
      addresses: [],
      occupation: '',
    };
  }
  const { name, dateOfBirth } = state.identity.value;
  return {
    name: formalName(name),
    alsoKnownAs: state.aliases.flatMap((alias) => (alias.name.value ? [`${alias.name.value.given} ${alias.name.value.family}`] : [])),
    born: dateOfBirth ? `born ${formatDate(dateOfBirth)} (${ageOn(dateOfBirth, today)})` : 'date of birth not known',
    identifiers: state.identifiers.flatMap(identifierInWords),
    forces: inForces,
    restricted: state.restriction !== null,
    addresses: [...state.addresses].reverse().flatMap(({ address, from }) => {
      if (address.value === null) return [];
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

function recordView(state: PerpetratorState, today: LocalDate): RecordView[] {
  if (state.is === 'unknown') return [];
  const { name, alsoKnownAs, born, identifiers, addresses } = identityView(state, [], today);
  return [{ id: state.perpetratorId, force: force(state.force)?.name ?? state.force, name, alsoKnownAs, born, identifiers, addresses }];
}

function identifierInWords({ scheme, force: cjs, value: { value } }: KnownIdentifier): string[] {
  if (value === null) return [];
  if (scheme === 'pncid') return [`PNCID ${value}`];
  if (scheme === 'cro') return [`CRO ${value}`];
  if (scheme === 'phone') return [`Telephone ${value}`];
  return [`${cjs === null ? 'Force' : (force(cjs)?.name ?? cjs)} nominal ${value}`];
}

function headline(inForce: readonly OrderNow[]): Pick<AnswerView, 'heading' | 'tone'> {
  if (inForce.length === 0) return { heading: 'No order in force', tone: 'none' };
  const unknown = inForce.filter(isUnknownToHim).length;
  const orders = inForce.length === 1 ? '1 order in force' : `${inForce.length} orders in force`;
  if (unknown === 0) return { heading: orders, tone: 'in-force' };
  if (unknown === inForce.length) return { heading: `${orders}, not served`, tone: 'not-known' };
  return { heading: `${orders}, ${unknown} not served`, tone: 'not-known' };
}

function orderView(now: OrderNow, names: Names): OrderView {
  const { order, end, breach } = now;
  return {
    id: order.orderId,
    name: now.name,
    court: order.court.name,
    made: formatDate(order.made.on),
    ends: endInWords(end),
    endUnknown: end.is === 'unknown',
    known: knowledgeInWords(now.knowledge),
    warnings: warnings(now),
    mustNot: now.mustNot.map((condition) => conditionView(condition, now, names)),
    must: now.must.map((condition) => conditionView(condition, now, names)),
    breach: { title: breach.title, arrest: breach.arrest, code: breach.offenceCode },
  };
}

function warnings({ sure, end, variationsNotKnown }: OrderNow): string[] {
  return [
    ...(sure ? [] : ['It began or ended today at an hour that is not recorded. Treat it as in force.']),
    ...(end.is === 'unknown' ? ['When it ends is not known. Treat it as in force and find out from the court.'] : []),
    ...variationsNotKnown.map(({ on }) => `Varied on ${formatDate(on)}; nothing shows that the respondent knows of that.`),
  ];
}

/** How he knows, or that nothing shows it. */
export function knowledgeInWords(knowledge: Knowledge): OrderView['known'] {
  switch (knowledge.shownBy) {
    case 'service':
      return { words: `Served ${whenInWords(knowledge.at)}`, served: true, shown: true };
    case 'presence':
      return { words: `In court when made, ${formatDate(knowledge.at.on)}`, served: false, shown: true };
    case 'evidence':
      return { words: `Not served; known to the respondent since ${formatDate(knowledge.at.on)}`, served: false, shown: true };
    case 'nothing':
      return { words: 'Not served', served: false, shown: false };
  }
}

function conditionView({ version, nth, sure }: ConditionNow, now: OrderNow, names: Names): ConditionView {
  const library = libraryCondition(version.plain.code);
  const courts = version.words.value === null ? null : names.text(version.words.value.wording);
  const ownEnd: End | null = version.plain.end;
  return {
    number: version.plain.number,
    plain: library.plain,
    words: courts ?? library.plain,
    notes: [
      ...(nth > 1 ? [`version ${nth}, from ${whenInWords(version.from)}`] : []),
      ...(ownEnd && ownEnd.is === 'fixed' ? [`until the end of ${formatDate(ownEnd.lastDay)}`] : []),
      ...(version.plain.locality === 'limited' ? ['limited to part of the country'] : []),
      ...(sure || !now.sure ? [] : ['changed today at an hour that is not recorded: both wordings are shown']),
    ],
  };
}

function pastInWords({ name, order, because, ended }: PastOrder): string {
  const what = `${name}, ${order.court.name}, made ${formatDate(order.made.on)}`;
  if (because === 'not-yet-made') return `${what}: begins then`;
  const how = { ended: 'ended', discharged: 'discharged', quashed: 'quashed', ceased: 'ended when the application was determined' }[
    because
  ];
  return ended ? `${what}: ${how} ${formatDate(ended.on)}` : `${what}: ${how}`;
}

function lineView(line: HistoryFactLine, names: Names, mayLink: boolean): LineView {
  const { category, id } = parseHistoryStream(line.stream);
  const { heading, lines, kind, when } = sentence(category, { fact: line.fact, envelope: line.envelope }, names);
  const recordedOn = londonDate(line.envelope.recordedAt);
  const late = daysBetween(when.until, recordedOn);
  return {
    id: line.id,
    heading,
    lines,
    kind,
    when: when.until === when.on ? whenInWords(when) : `${formatDate(when.on)} to ${formatDate(when.until)}`,
    datetime: when.at ?? when.on,
    force: names.force(line.envelope.force),
    late: late > LATE_AFTER_DAYS ? `recorded ${late} days later` : '',
    recorded: formatDateTime(line.envelope.recordedAt),
    href:
      category === 'perpetrator' || (category === 'link' && !mayLink)
        ? null
        : `/${category === 'breach' ? 'breaches' : `${category}s`}/${id}`,
  };
}

function whenInWords(when: When): string {
  return when.at === null ? formatDate(when.on) : `${formatDate(when.on)} at ${londonTime(when.at)}`;
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
