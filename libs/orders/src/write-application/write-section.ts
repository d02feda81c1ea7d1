import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import { checkedPeople, type NotProtected } from '../domain/draft.js';
import { firstDayOfActs, unknownBirths } from '../domain/application-draft/births.js';
import { contentOf } from '../domain/application-draft/draft.js';
import type { SectionFact } from '../domain/application-draft/facts.js';
import { contentIn } from '../domain/application-draft/missing.js';
import { type NotOpen, mayRestOn } from '../domain/filing.js';
import { aDraft, type NoDraft, type Writer } from '../domain/application-draft/required-draft.js';
import { needsLook } from '../domain/application-draft/sections.js';
import { sectionFact } from '../domain/application-draft/section-fact.js';
import {
  type ActBackwards,
  actPossible,
  forwards,
  inTime,
  type NotInTime,
  started,
  type TooEarly,
} from '../domain/application-draft/writable.js';
import type { Written } from '../domain/application-draft/written.js';

export type CannotWrite = NoDraft | TooEarly | ActBackwards | NotProtected | NotOpen | NotInTime | 'section-changed' | 'nothing-given';

/**
 * Saves a section as far as it has come. `seen` is the revision that the writer was shown: when somebody else saved it since, it is
 * refused with `section-changed` and nothing is lost. What says the same as before is recorded only where a look was asked for.
 */
export function writeSection(
  state: ApplicationState,
  written: Written,
  seen: number,
  writer: Writer,
  today: LocalDate,
  births = unknownBirths,
): SectionFact[] {
  const draft = aDraft(state, writer);
  started(draft, written.section);
  const kept = draft.sections[written.section];
  if (seen !== (kept?.revision ?? 0)) throw refuse<CannotWrite>('section-changed', { revision: kept?.revision ?? 0 });
  if (saysNothing(written)) throw refuse<CannotWrite>('nothing-given');
  if (written.section === 'conditions') checkedPeople(written.typed.conditions, contentIn(draft, 'people').protectedPersonIds);
  if (written.section === 'acts') {
    for (const act of written.typed.acts) forwards(act);
    for (const act of written.typed.acts) actPossible(act, firstDayOfActs(births));
  }
  if (written.section === 'area' && written.typed.basis !== null && !mayRestOn(draft.force, written.typed.basis))
    throw refuse<CannotWrite>('area-basis-not-open');
  inTime(written, kept ? { [written.section]: kept.content } : {}, today);
  const fact = sectionFact(draft, written, writer);
  return kept && isDeepStrictEqual(contentOf(fact), kept.content) && !needsLook(draft, written.section) ? [] : [fact];
}

function saysNothing({ typed }: Written): boolean {
  return Object.values(typed).every((value) => value === null || (Array.isArray(value) && value.length === 0));
}
