import { force } from '#access';
import { formatDate } from '#calendar';
import {
  type End,
  type KnownInWords,
  disagreementIn,
  isKnownWhole,
  knownInWords,
  leftToKnow,
  areasIn,
  isArea,
  libraryCondition,
  plainWords,
  whenInWords,
} from '#orders';
import { type Names, endInWords } from '../sentences/index.js';
import { type Answer, type ConditionNow, type DutyNow, type OrderNow, type PastOrder, isUnknownToHim } from './answer.js';

export interface AnswerView {
  readonly heading: string;
  readonly tone: 'in-force' | 'not-known' | 'none';
  readonly orders: readonly OrderView[];
  readonly past: readonly { readonly id: string; readonly words: string }[];
}

export interface OrderView extends Omit<KnownInWords, 'gap'> {
  readonly id: string;
  readonly name: string;
  /** The force that keeps the order: whom to ask about it. */
  readonly keptBy: string;
  /** Its CJS code. */
  readonly keeper: string;
  readonly court: string;
  readonly made: string;
  readonly ends: string;
  readonly endUnknown: boolean;
  /** What he is to notify the police of, and until when; given, missed or not asked of him. */
  readonly notifications: readonly NotificationView[];
  readonly warnings: readonly string[];
  readonly mustNot: readonly ConditionView[];
  readonly must: readonly ConditionView[];
  readonly breach: {
    readonly title: string;
    readonly arrest: string;
    /** The CJS code, of an offence or of contempt. */ readonly code: string | null;
  };
}

export interface NotificationView {
  /** Without a full stop. */
  readonly words: string;
  /** It is due, or was, and nothing is recorded of it: it can be recorded. */
  readonly isOwed: boolean;
}

export interface ConditionView {
  readonly number: number;
  /** What the library says of it, with what is in its blanks for those who may read it; follows `must not` or `must`. Empty where only the court's words say it, or they say something else than the blanks. */
  readonly plain: string;
  /** The court's words for those who may read them, otherwise the library's. */
  readonly words: string;
  readonly notes: readonly string[];
}

/** What a text is for the reader: with what must be hidden of protected people replaced, or null when they may read none. */
type Reader = Pick<Names, 'text' | 'protectedPerson'>;

/** The answer in the words for this reader. */
export function answerView({ inForce, past }: Answer, reader: Reader): AnswerView {
  return {
    ...headline(inForce),
    orders: inForce.map((order) => orderView(order, reader)),
    past: past.map((order) => ({ id: order.order.orderId, words: pastInWords(order) })),
  };
}

function headline(inForce: readonly OrderNow[]): Pick<AnswerView, 'heading' | 'tone'> {
  if (inForce.length === 0) return { heading: 'No order in force', tone: 'none' };
  const [only, another] = inForce;
  if (only && !another) {
    return { heading: `1 order in force${leftToKnow(only)}`, tone: isKnownWhole(only) ? 'in-force' : 'not-known' };
  }
  const unknown = inForce.filter(isUnknownToHim).length;
  const orders = `${inForce.length} orders in force`;
  const variedUnknown = inForce.filter(({ variationsNotKnown }) => variationsNotKnown.length > 0).length;
  const renewedUnknown = inForce.some(({ renewed }) => renewed?.isKnown === false);
  const known = inForce.every((order) => order.toServe) ? ', known but not served' : '';
  if (unknown === 0 && variedUnknown === 0 && renewedUnknown)
    return { heading: `${orders}, renewed: not known whether the respondent knows`, tone: 'not-known' };
  if (unknown === 0 && variedUnknown === 0) return { heading: `${orders}${known}`, tone: 'in-force' };
  if (unknown === 0) return { heading: `${orders}, varied: not known whether the respondent knows`, tone: 'not-known' };
  const how = inForce.some(({ knowledge }) => knowledge.shownBy === 'service' && knowledge.unproved) ? 'not served for sure' : 'not served';
  if (unknown === inForce.length) return { heading: `${orders}, ${how}`, tone: 'not-known' };
  return { heading: `${orders}, ${unknown} ${how}`, tone: 'not-known' };
}

function orderView(now: OrderNow, reader: Reader): OrderView {
  const { order, end, breach } = now;
  const { known, notKnown, toServe, gap } = knownInWords(order, now);
  return {
    id: order.orderId,
    name: now.name,
    keptBy: force(order.force)?.name ?? `force ${order.force}`,
    keeper: order.force,
    court: order.court.name,
    made: formatDate(order.made.on),
    ends: endInWords(end),
    endUnknown: end.is === 'unknown',
    known,
    notKnown,
    toServe,
    notifications: now.duties.map((duty) => ({ words: dutyInWords(duty), isOwed: duty.state === 'due' || duty.state === 'overdue' })),
    warnings: [...(gap === null ? [] : [`${gap}.`]), ...warnings(now)],
    mustNot: now.mustNot.map((condition) => conditionView(condition, now, reader)),
    must: now.must.map((condition) => conditionView(condition, now, reader)),
    breach: { title: breach.title, arrest: breach.arrest, code: breach.offenceCode ?? breach.civilCode },
  };
}

const notifiedOf = { initial: 'name and home address', name: 'the new name', address: 'the new address' } as const;

/** SPA 2019 s.9. */
function dutyInWords({ about, lastDay, state, givenOn }: DutyNow): string {
  const what = notifiedOf[about];
  const by = lastDay === null ? '' : formatDate(lastDay);
  switch (state) {
    case 'due':
      return `Notification of ${what} due by the end of ${by}: not recorded as given`;
    case 'overdue':
      return `Notification of ${what} was due by the end of ${by}: not recorded as given`;
    case 'given':
      return `Notification of ${what} given${givenOn === null ? '' : ` on ${formatDate(givenOn)}`}`;
    case 'given-late':
      return `Notification of ${what} given${givenOn === null ? '' : ` on ${formatDate(givenOn)}`}, after the last day, ${by}`;
    case 'defaulted':
      return `Notification of ${what} not given by the end of ${by}: recorded as an offence`;
    case 'exempt':
      return 'No notification now: the respondent notifies under the Sexual Offences Act 2003';
    case 'interim-not-met':
      return 'The first notification under the interim order was never given: ask the force solicitor whether one is due now';
    case 'not-served':
    case 'order-ended':
      return `Notification of ${what} not due`;
  }
}

function warnings({ sure, end }: OrderNow): string[] {
  return [
    ...(sure ? [] : ['It began or ended today at an hour that is not recorded. Treat it as in force.']),
    ...(end.is === 'unknown' ? ['When it ends is not known. Treat it as in force and find out from the court.'] : []),
  ];
}

/** A condition outside the library, to those who may not read the court's words. */
const unreadOwnWords = 'something the order names in words not shown here: ask the force that keeps it';

function conditionView({ version, nth, sure }: ConditionNow, now: OrderNow, reader: Reader): ConditionView {
  const library = libraryCondition(version.plain.code);
  const areas = areasIn(version.plain, version.words.value);
  const courts = version.words.value === null ? null : reader.text(version.words.value.wording, now.order.force, 'clause', null, areas);
  const place = version.words.value?.locality ?? null;
  const locality = place === null ? null : reader.text(place, now.order.force, 'area');
  const isOwn = version.plain.code === 'BESPOKE';
  const contradicted = version.words.value !== null && disagreementIn(version.plain, version.words.value) !== null;
  const courtsOnly = isOwn || contradicted || version.plain.wordsOnly === true;
  const ownEnd: End | null = version.plain.end;
  const blanks = Object.entries(version.words.value?.parameters ?? {}).map(([name, value]) => [
    name,
    reader.text(value, now.order.force, 'area', null, isArea(version.plain, name) ? [value] : []) ?? value,
  ]);
  const filled = plainWords(version.plain, Object.fromEntries(blanks), {
    person: (id) => reader.protectedPerson(id),
    and: 'or',
  });
  return {
    number: version.plain.number,
    plain: courtsOnly ? '' : (reader.text(filled, now.order.force, 'clause', null, areas) ?? library.plain),
    words: courts ?? (isOwn ? unreadOwnWords : library.plain),
    notes: [
      ...(nth > 1 ? [`version ${nth}, from ${whenInWords(version.from)}`] : []),
      ...(ownEnd && ownEnd.is === 'fixed' ? [`until the end of ${formatDate(ownEnd.lastDay)}`] : []),
      ...(version.plain.locality === 'limited' ? [locality === null ? 'limited to part of the country' : `only in ${locality}`] : []),
      ...(sure || !now.sure ? [] : ['changed today at an hour that is not recorded: both wordings are shown']),
    ],
  };
}

function pastInWords({ name, order, because, ended }: PastOrder): string {
  const what = `${name}, ${order.court.name}, made ${formatDate(order.made.on)}`;
  if (because === 'not-yet-made') return `${what}: begins then`;
  if (because === 'recorded-in-error') return `${what}: recorded in error, it bound nobody`;
  const how = { ended: 'ended', discharged: 'discharged', quashed: 'quashed', ceased: 'ended when the application was determined' }[
    because
  ];
  return ended ? `${what}: ${how} ${formatDate(ended.on)}` : `${what}: ${how}`;
}
