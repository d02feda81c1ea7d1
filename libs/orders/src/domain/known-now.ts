import { addDays, formatDate, formatDateTime, formatPeriod, type LocalDate } from '#calendar';
import { wordingAwaited } from './appeals.js';
import type { ServiceMethod } from './events.js';
import { kindRule } from './kinds/index.js';
import { isProved, isToBeServed, type Knowledge, knowledgeAt, showsIt } from './knowledge.js';
import { passed, type When } from './moments.js';
import { notifyBy } from './notification.js';
import type { MadeOrder } from './order.js';
import { tellsOf } from './to-serve.js';

/** What shows now that the respondent knows of an order and of what changed it, and what is still to be served. */
export interface KnownNow {
  readonly knowledge: Knowledge;
  /** Days on which it was varied in a way that nothing shows him to know of. */
  readonly variationsNotKnown: readonly When[];
  /** The order itself is still to be served: he may know of it all the same, and then only service starts his duty to notify. */
  readonly toServe: boolean;
  /** Whether a first notification begins with that service (SPA 2019 s.9): not under a full order in place of an interim one. */
  readonly serviceStartsDuty: boolean;
  /** The renewal without which it would be over by now; null while it runs to an end it had before any. */
  readonly renewed: RenewedNow | null;
}

export interface RenewedNow {
  readonly on: When;
  /** The days, the last one included, on which nothing was in force before it; null where it was renewed in time. */
  readonly gap: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** Whether a service or another proof since the renewal shows that he knows of it. */
  readonly isKnown: boolean;
}

/** The same in words, for every page that tells it. */
export interface KnownInWords {
  readonly known: {
    readonly words: string;
    readonly served: boolean;
    readonly shown: boolean;
    /** Of its tag: green where nothing is left to be done about it. */
    readonly colour: 'green' | 'yellow' | 'orange';
  };
  /**
   * The variations, and the renewal, of which nothing shows that he knows: what they changed may not be held against him. Before them, that a court worded
   * the order anew on an appeal and that its words are not on record.
   */
  readonly notKnown: readonly string[];
  /** What is to be served, and why it matters; null where nothing is. */
  readonly toServe: ToServe | null;
  /** Days on which nothing was in force before a late renewal; null where there were none. */
  readonly gap: string | null;
}

export interface ToServe {
  /** Without a full stop. */
  readonly words: string;
  /** Nothing shows that he knows: other proof than service helps too. */
  readonly isUnknown: boolean;
  /** Reading it out serves it. A renewal is served with its paper. */
  readonly byReading: boolean;
}

/** What is known at that time. */
export function knownNow(order: MadeOrder, when: When): KnownNow {
  return {
    knowledge: knowledgeAt(order, 'order', when),
    variationsNotKnown: order.variations
      .filter(({ variationId, effective }) => effective.on <= when.on && !showsIt(knowledgeAt(order, { variationId }, when)))
      .map(({ effective }) => effective),
    toServe: isToBeServed(order),
    serviceStartsDuty: notifyBy(order, when.on) !== null,
    renewed: renewedNow(order, when),
  };
}

function renewedNow(order: MadeOrder, when: When): RenewedNow | null {
  const begun = order.ends.filter(({ from }) => passed(from, when) !== 'no');
  const now = begun.at(-1);
  const before = begun.at(-2)?.end;
  if (now?.by !== 'renewal' || before?.is !== 'fixed' || before.lastDay >= when.on) return null;
  const [from, to] = [addDays(before.lastDay, 1), addDays(now.from.on, -1)];
  const services = order.services.filter((service) => service.served === 'order' && isProved(service) && tellsOf(service, now));
  const proofs = [...services, ...order.awareness.filter(({ of }) => of === 'order')];
  return {
    on: now.from,
    gap: from <= to ? { from, to } : null,
    isKnown: proofs.some(({ at }) => at.on >= now.from.on && at.on <= when.on),
  };
}

/** How the force's pages, the officer's card and the card without signal tell it. */
export function knownInWords(order: MadeOrder, now: KnownNow): KnownInWords {
  const { knowledge, toServe: isToServe, renewed } = now;
  const known = knowledgeInWords(knowledge);
  const words = isToServe && knowledge.shownBy === 'presence' ? `${known.words}; not served` : known.words;
  return {
    known: { ...known, words, colour: !known.shown ? 'orange' : isToServe ? 'yellow' : 'green' },
    notKnown: [...unworded(order), ...notKnown(now)],
    toServe: toServe(order, now),
    gap: renewed?.gap ? `Renewed after it had ended: it was not in force ${periodInWords(renewed.gap)}` : null,
  };
}

const howInWords: Readonly<Record<ServiceMethod, string>> = {
  personal: 'in person',
  'in-court': 'in court',
  'read-by-officer': 'by reading it out',
  'left-at-address': 'at an address',
  post: 'by post',
  solicitor: 'through a solicitor',
  other: 'another way',
};

/** How he knows, or that nothing shows it. */
export function knowledgeInWords(knowledge: Knowledge): Omit<KnownInWords['known'], 'colour'> {
  switch (knowledge.shownBy) {
    case 'service':
      if (!knowledge.unproved) return { words: `Served ${whenInWords(knowledge.at)}`, served: true, shown: true };
      return { words: `Served ${howInWords[knowledge.method]} ${whenInWords(knowledge.at)}, no proof yet`, served: true, shown: true };
    case 'presence':
      return { words: `In court when ${knowledge.varied ? 'varied' : 'made'}, ${formatDate(knowledge.at.on)}`, served: false, shown: true };
    case 'evidence':
      return { words: `Not served; known to the respondent since ${formatDate(knowledge.at.on)}`, served: false, shown: true };
    case 'nothing':
      return { words: 'Not served', served: false, shown: false };
  }
}

/** Whether everything that binds now is known to him, be it served or not. */
export function isKnownWhole({ knowledge, variationsNotKnown, renewed }: KnownNow): boolean {
  return showsIt(knowledge) && variationsNotKnown.length === 0 && renewed?.isKnown !== false;
}

/** What stands after "In force": `, known but not served`; empty where nothing is left to be done. */
export function leftToKnow({ knowledge, variationsNotKnown, renewed, toServe: isToServe }: KnownNow): string {
  if (knowledge.shownBy === 'nothing') return ', not served';
  if (variationsNotKnown.length > 0) return ', varied: not known whether the respondent knows';
  if (renewed?.isKnown === false) return ', renewed: not known whether the respondent knows';
  if (!isToServe) return '';
  return knowledge.shownBy === 'service' ? ', service not proved' : ', known but not served';
}

/** That what stands as its conditions may not be what the court ordered. */
function unworded(order: MadeOrder): string[] {
  const awaited = order.is === 'standing' ? order.appeals.filter((appeal) => wordingAwaited(order, appeal)) : [];
  return awaited.flatMap(({ determined }) =>
    determined ? [`Changed on appeal on ${whenInWords(determined.at)}: the new words are not recorded, ask the legal team for them`] : [],
  );
}

function notKnown({ variationsNotKnown, renewed }: KnownNow): string[] {
  const of = (what: string, when: When) => `${what} on ${whenInWords(when)}: not known whether the respondent knows of it`;
  return [...variationsNotKnown.map((when) => of('Varied', when)), ...(renewed?.isKnown === false ? [of('Renewed', renewed.on)] : [])];
}

function toServe(order: MadeOrder, now: KnownNow): ToServe | null {
  const { knowledge, variationsNotKnown, renewed } = now;
  if (knowledge.shownBy === 'nothing') {
    const words = 'The order binds from when it was made. A conviction needs proof that the respondent knew of it';
    return { words, isUnknown: true, byReading: true };
  }
  if (variationsNotKnown.length > 0) {
    const words =
      'The changed words bind from when they were made. A conviction under them needs proof that the respondent knew of the change';
    return { words, isUnknown: true, byReading: true };
  }
  if (renewed?.isKnown === false) {
    const words = 'The renewal binds from when it was made. A conviction needs proof that the respondent knew of it';
    return { words, isUnknown: true, byReading: false };
  }
  if (!now.toServe) return null;
  if (knowledge.shownBy === 'service') {
    const words =
      'Nothing proves that the order reached the respondent. Personal service is safer: serve it in person, or record the proof';
    return { words, isUnknown: true, byReading: true };
  }
  const duty = now.serviceStartsDuty ? kindRule(order.kind).notificationDuty : null;
  const words = duty
    ? `The respondent knows of the order, but the ${duty.days} days to notify the police (${duty.source}) begin only with service`
    : 'The respondent knows of the order, but service of it is not recorded';
  return { words, isUnknown: false, byReading: true };
}

function periodInWords({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? `on ${formatDate(from)}` : `from ${formatPeriod(from, to)}`;
}

/** A day, with its time where it is known. */
export function whenInWords(when: When): string {
  return when.at === null ? formatDate(when.on) : formatDateTime(when.at);
}
