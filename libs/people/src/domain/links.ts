import type { Fact, Personal, StreamType } from '#event-sourcing';
import { v5 as uuidv5 } from 'uuid';
import { comparable, score, type Score } from './linking/index.js';
import type { PerpetratorRecord } from './perpetrator.js';

/** The two perpetrator ids of a pair of records, the smaller first. */
export interface Pair {
  readonly a: string;
  readonly b: string;
}

/**
 * Every fact about whether two records are of one person. Stream `link-<pair id>`. Scores are numbers and the evidence a keyed digest:
 * nothing here says what is on the records. `perpetratorIds` are both, so that each history has the fact.
 */
export type LinkFact =
  | Fact<'LinkOffered', LinkData & { weight: number; as: 'one-person' | 'relatives'; evidence: string }>
  | Fact<'IdentityLinked', LinkData & { weight: number; evidence: string }, { reason?: Personal<string> }>
  /** Facts from before a reason was asked for have none. */
  | Fact<'LinkDeclined', LinkData & { weight: number; evidence: string }, { reason?: Personal<string> }>
  | Fact<'IdentityUnlinked', LinkData, { reason?: Personal<string> }>;

interface LinkData {
  readonly pairId: string;
  readonly perpetratorIds: readonly [string, string];
}

/** Where a pair stands. `evidence` is what it was last offered or decided on. */
export type LinkState =
  | { readonly is: 'unknown' }
  | {
      readonly is: 'offered' | 'linked' | 'declined' | 'unlinked';
      readonly as: 'one-person' | 'relatives';
      readonly weight: number;
      readonly evidence: string;
    };

/** Permanent: two records are one pair for ever. */
const PAIR_IDS = '5f1e7f0c-8f5b-5c62-9b0c-0c7a5b2d4e11';

export function pairOf(one: string, other: string): Pair {
  return one < other ? { a: one, b: other } : { a: other, b: one };
}

/** The same from both sides. */
export function pairId({ a, b }: Pair): string {
  return uuidv5([a, b].sort().join('|'), PAIR_IDS);
}

/** What every fact of the pair says. */
export function linkData({ a, b }: Pair): LinkData {
  return { pairId: pairId({ a, b }), perpetratorIds: [a, b] };
}

export const links: StreamType<LinkState, LinkFact> = {
  category: 'link',
  initial: { is: 'unknown' },
  evolve(state, fact) {
    const before = state.is === 'unknown' ? { as: 'one-person' as const, weight: 0, evidence: '' } : state;
    switch (fact.type) {
      case 'LinkOffered':
        return { is: 'offered', as: fact.data.as, weight: fact.data.weight, evidence: fact.data.evidence };
      case 'IdentityLinked':
        return { ...before, is: 'linked', weight: fact.data.weight, evidence: fact.data.evidence };
      case 'LinkDeclined':
        return { ...before, is: 'declined', weight: fact.data.weight, evidence: fact.data.evidence };
      case 'IdentityUnlinked':
        return { ...before, is: 'unlinked' };
    }
  },
};

/** How a pair of records compares now: made from both as they are. */
export interface Evidence {
  readonly pair: Pair;
  readonly weight: number;
  readonly as: 'one-person' | 'relatives';
  /** A keyed digest of everything that was compared: another one is new evidence. */
  readonly digest: string;
}

/** The two records compared as they are now. `digest` is a keyed digest of a value. */
export function evidenceOf(
  one: PerpetratorRecord,
  other: PerpetratorRecord,
  digest: (value: unknown) => string,
): Evidence & { readonly score: Score } {
  const [left, right] = one.perpetratorId < other.perpetratorId ? [one, other] : [other, one];
  const compared = [comparable(left), comparable(right)] as const;
  const scored = score(...compared);
  return {
    pair: pairOf(left.perpetratorId, right.perpetratorId),
    weight: Math.round(scored.weight * 10) / 10,
    as: scored.band === 'relative' ? 'relatives' : 'one-person',
    digest: digest(compared),
    score: scored,
  };
}
