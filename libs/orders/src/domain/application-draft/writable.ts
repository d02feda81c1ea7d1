import { refuse } from '#event-sourcing';
import type { WrittenSection } from './contents.js';
import type { ApplicationDraft } from './draft.js';
import { missingIn } from './missing.js';
import { nothingAround, startsAfter } from './sections.js';
import type { TypedAct } from './written.js';

export type TooEarly = 'people-first' | 'evidence-first';
export type ActBackwards = 'ends-before-it-begins';

/** Refuses what must wait: words that speak of people wait until they are named, so that they can be sealed under their keys. */
export function started(draft: ApplicationDraft, section: WrittenSection): void {
  const first = startsAfter[section];
  if (first === undefined || missingIn(draft, first, nothingAround).length === 0) return;
  throw refuse<TooEarly>(first === 'people' ? 'people-first' : 'evidence-first');
}

/** Refuses an act whose last day lies before its first. */
export function forwards({ from, to }: Pick<TypedAct, 'from' | 'to'>): void {
  if (to !== null && to < from) throw refuse<ActBackwards>('ends-before-it-begins');
}
