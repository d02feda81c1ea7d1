import { type Lookout, particles } from './lookout.js';
import type { Read, Span } from './reading.js';
import type { Token } from './tokens.js';

/** People in a text: what is looked for of them, and where their names stand. */
export interface Named {
  readonly lookout: Lookout;
  /** As it is searched; names beside each other are one. */
  readonly names: readonly Span[];
}

/** The same of those who are kept, with their names in full and with parts of them that are several words, or written as such. */
export interface NamedInFull extends Named {
  readonly full: readonly Span[];
  readonly parts: readonly Span[];
  /** Whether nothing but full names is kept. */
  readonly isInFull: boolean;
}

/**
 * What is left of the `spans` that hide somebody, in a text in which `kept`, whom the reader reads by name, may have the same names. A name that
 * they share stays where it stands alone and where it is part of the full name of those who are kept; beside another name of who is hidden it
 * goes with it: of a mother and her son `Nora Nonesuch` and `Nonesuch` stay and `Basil Nonesuch` goes.
 */
export function withoutKept(text: Read, spans: readonly Span[], hidden: Named, kept: NamedInFull): readonly Span[] {
  const anywhere = [...kept.names, ...kept.full, ...kept.parts];
  const isKept = (token: Token): boolean =>
    isIn(token, anywhere) && (isOwn(token.word, kept.lookout) || !isOwn(token.word, hidden.lookout));
  const isFamily = ({ word }: Token): boolean => [...kept.lookout.names.values()].some(({ words }) => words.get(word)?.part === 'family');
  const runs = kept.names.filter((span) => {
    const words = text.tokens.filter((token) => isIn(token, [span]));
    return words.every(isKept) && words.some(isFamily) && !words.every(isFamily);
  });
  const full = [...kept.full, ...runs];
  return spans.flatMap((span) => {
    const inside = text.tokens.filter((token) => isIn(token, [span]));
    if (inside.length === 0) return [span];
    if (inside.every(isKept) && (!kept.isInFull || inside.every((token) => isIn(token, full)))) return [];
    // An address is no name: nothing of it is left standing.
    const rest = inside.filter((token) => !isIn(token, full));
    if (rest.length === inside.length || !rest.every((token) => isIn(token, hidden.names) || particles.has(token.word))) return [span];
    return piecesOf(span, inside, rest);
  });
}

/** Words that stand beside each other in what is left, each run of them as a span. */
function piecesOf({ whose }: Span, inside: readonly Token[], rest: readonly Token[]): Span[] {
  const pieces: Span[] = [];
  for (const [nth, token] of inside.entries()) {
    if (!rest.includes(token)) continue;
    const before = pieces.at(-1);
    if (before && before.end === inside[nth - 1]?.end) pieces[pieces.length - 1] = { ...before, end: token.end };
    else pieces.push({ start: token.start, end: token.end, whose });
  }
  return pieces;
}

function isIn({ start, end }: Token, spans: readonly Span[]): boolean {
  return spans.some((span) => start < span.end && end > span.start);
}

/** Whether it is the very name, not another form of it or one with a slip. */
function isOwn(word: string, { names }: Lookout): boolean {
  return [...names.values()].some(({ words }) => words.has(word));
}
