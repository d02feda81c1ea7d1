import { isDeepStrictEqual } from 'node:util';
import { refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import { contentOf, type ApplicationDraft } from '../domain/application-draft/draft.js';
import type { SectionFact } from '../domain/application-draft/facts.js';
import { missingIn } from '../domain/application-draft/missing.js';
import { aDraft, type NoDraft, type Writer } from '../domain/application-draft/required-draft.js';
import { needsLook, nothingAround, startsAfter } from '../domain/application-draft/sections.js';
import { sectionFact } from './section-fact.js';
import type { Written } from './written.js';

export type CannotWrite = NoDraft | 'section-changed' | 'nothing-given' | 'people-first' | 'evidence-first' | 'ends-before-it-begins';

/**
 * Saves a section as far as it has come. `seen` is the revision that the writer was shown: when somebody else saved it since, it is
 * refused with `section-changed` and nothing is lost. What says the same as before is recorded only where a look was asked for.
 */
export function writeSection(state: ApplicationState, written: Written, seen: number, writer: Writer): SectionFact[] {
  const draft = aDraft(state, writer);
  started(draft, written);
  const kept = draft.sections[written.section];
  if (seen !== (kept?.revision ?? 0)) throw refuse<CannotWrite>('section-changed', { revision: kept?.revision ?? 0 });
  if (saysNothing(written)) throw refuse<CannotWrite>('nothing-given');
  if (written.section === 'acts' && written.typed.acts.some(({ from, to }) => to !== null && to < from)) {
    throw refuse<CannotWrite>('ends-before-it-begins');
  }
  const fact = sectionFact(draft, written, writer);
  return kept && isDeepStrictEqual(contentOf(fact), kept.content) && !needsLook(draft, written.section) ? [] : [fact];
}

/** Refuses what must wait: words that speak of people wait until they are named, so that they can be sealed under their keys. */
export function started(draft: ApplicationDraft, { section }: Pick<Written, 'section'>): void {
  const first = startsAfter[section];
  if (first === undefined || missingIn(draft, first, nothingAround).length === 0) return;
  throw refuse<CannotWrite>(first === 'people' ? 'people-first' : 'evidence-first');
}

function saysNothing({ typed }: Written): boolean {
  return Object.values(typed).every((value) => value === null || (Array.isArray(value) && value.length === 0));
}
