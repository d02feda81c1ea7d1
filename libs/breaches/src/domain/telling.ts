import type { Instant } from '#calendar';
import type { Fact, Personal, StreamType } from '#event-sourcing';
import type { VictimChannel } from '#people';
import type { OrderNewsKind } from './order-news.js';

// The names in quotes are the stored format: they never change. A new shape of a fact is a new schema version with an upcast.

/** Who told a protected person, or decided that they are not told. */
export type TellerRole = 'officer-in-case' | 'victim-liaison' | 'witness-care' | 'supervisor' | 'advocate' | 'other';

/** Why they were not told. An attempt that failed is none: the clock runs on. */
export type WhyNotTold =
  'knows-already' | 'other-agency-tells' | 'cannot-be-reached-safely' | 'not-traced' | 'would-harm-investigation' | 'died' | 'other';

/** Why they are not to be told: they do not want to hear, or hearing it would put them at risk. */
export type WhyWithheld = 'standing-wish' | 'risk';

export interface OfNews {
  tellingId: string;
  protectedPersonId: string;
  perpetratorId: string;
  /** The force that keeps the order, by CJS code. */
  force: string;
  orderId: string;
  newsId: string;
  news: OrderNewsKind;
  at: Instant;
  role: TellerRole;
}

/** What one protected person was told of orders, and what not. Stream `telling-<protected person>`. `by`: the name of who told or decided. */
export type TellingFact =
  | Fact<'OrderNewsTold', OfNews & { channel: VictimChannel }, { by?: Personal<string>; note?: Personal<string> }>
  | Fact<'OrderNewsNotTold', OfNews & { because: WhyNotTold }, { by?: Personal<string>; note?: Personal<string> }>
  /** `reach`: this piece of news only, or all of this order until they are told of something of it again. */
  | Fact<
      'OrderNewsWithheld',
      OfNews & { because: WhyWithheld; reach: 'this' | 'order' },
      { by?: Personal<string>; note?: Personal<string> }
    >;

export type TellingDecision = 'told' | 'not-told' | 'do-not-tell';

/** One decision about one piece of news. */
export interface Telling extends Omit<OfNews, 'perpetratorId' | 'force'> {
  readonly decision: TellingDecision;
  readonly channel: VictimChannel | null;
  readonly because: WhyNotTold | WhyWithheld | null;
  readonly reach: 'this' | 'order';
  readonly by: Personal<string> | null;
  readonly note: Personal<string> | null;
}

export interface TellingState {
  /** In the order of recording. */
  readonly tellings: readonly Telling[];
}

export const tellings: StreamType<TellingState, TellingFact> = {
  category: 'telling',
  initial: { tellings: [] },
  evolve: (state, fact) => ({ tellings: [...state.tellings, tellingOf(fact)] }),
};

/** The decision that the fact records. */
export function tellingOf(fact: TellingFact): Telling {
  const { perpetratorId: _perpetrator, force: _force, ...of } = fact.data;
  const common = { channel: null, because: null, reach: 'this' as const, by: fact.personal?.by ?? null, note: fact.personal?.note ?? null };
  switch (fact.type) {
    case 'OrderNewsTold':
      return { ...common, ...of, decision: 'told' };
    case 'OrderNewsNotTold':
      return { ...common, ...of, decision: 'not-told' };
    case 'OrderNewsWithheld':
      return { ...common, ...of, decision: 'do-not-tell' };
  }
}

/** What was decided of the news: by itself, or by a wish to hear nothing more of this order. Null while it waits. `of`: all about the order. */
export function decidedOf(of: readonly Telling[], protectedPersonId: string, newsId: string): Telling | null {
  const theirs = of.filter((telling) => telling.protectedPersonId === protectedPersonId);
  const own = theirs.findLast((telling) => telling.newsId === newsId);
  if (own) return own;
  const standing = theirs.findLast(({ decision, reach }) => decision === 'told' || reach === 'order');
  return standing?.decision === 'do-not-tell' ? standing : null;
}
