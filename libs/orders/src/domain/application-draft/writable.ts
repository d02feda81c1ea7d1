import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { libraryCondition } from '../condition-library.js';
import type { DraftCondition } from '../draft.js';
import type { ConditionWords } from '../events.js';
import { type DayUnlikely, likelyOrSure } from '../hearing-days.js';
import type { DraftContents, WrittenSection } from './contents.js';
import type { ApplicationDraft } from './draft.js';
import { missingIn } from './missing.js';
import { nothingAround, startsAfter } from './sections.js';
import type { TypedAct, TypedEvidence, Written } from './written.js';

export type TooEarly = 'people-first' | 'evidence-first';
export type ActBackwards = 'ends-before-it-begins';
export type NotInTime =
  'act-ahead' | 'act-before-birth' | 'evidence-ahead' | 'assessed-ahead' | 'hearing-passed' | 'day-passed' | 'end-passed' | DayUnlikely;

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

/** Refuses an act that is still to come: an application rests on what was done. */
export function actDone({ from, to }: Pick<TypedAct, 'from' | 'to'>, today: LocalDate): void {
  if (from > today || (to !== null && to > today)) throw refuse<NotInTime>('act-ahead');
}

/** Refuses an act before the respondent, or everybody who suffered it, was born. `first`: the first day on which there can be one. */
export function actPossible({ from }: Pick<TypedAct, 'from'>, first: LocalDate | null): void {
  if (first !== null && from < first) throw refuse<NotInTime>('act-before-birth');
}

/** Refuses evidence dated ahead. */
export function evidenceThere({ on }: Pick<TypedEvidence, 'on'>, today: LocalDate): void {
  if (on !== null && on > today) throw refuse<NotInTime>('evidence-ahead');
}

/**
 * Refuses days that cannot be: acts, evidence and assessments ahead, a hearing or a day by which to do something that has passed. What was
 * written in time stays as it was written: a day that passed since, as in `kept`, is not held against whoever saves the section again.
 */
export function inTime(written: Written, kept: Partial<DraftContents>, today: LocalDate): void {
  switch (written.section) {
    case 'acts':
      for (const act of written.typed.acts) actDone(act, today);
      break;
    case 'evidence':
      for (const item of written.typed.items) evidenceThere(item, today);
      break;
    case 'risk':
      if (written.typed.assessedOn !== null && written.typed.assessedOn > today) throw refuse<NotInTime>('assessed-ahead');
      break;
    case 'hearsay': {
      const { hearingOn, sureOf = null } = written.typed;
      if (hearingOn === null || hearingOn === kept.hearsay?.hearingOn) break;
      if (hearingOn < today) throw refuse<NotInTime>('hearing-passed');
      likelyOrSure(hearingOn, sureOf, today);
      break;
    }
    case 'conditions':
      for (const [nth, condition] of written.typed.conditions.entries()) {
        const before = kept.conditions?.conditions.find(({ plain }) => plain.conditionId === condition.conditionId);
        const passed = passedDay(condition, before?.words.value?.parameters ?? {}, today);
        if (passed !== null) throw refuse<NotInTime>('day-passed', { nth, blank: passed });
        const { end } = condition;
        if (end?.is === 'fixed' && end.lastDay < today && !isDeepStrictEqual(end, before?.plain.end)) {
          throw refuse<NotInTime>('end-passed', { nth });
        }
      }
  }
}

/** The blank with a day, by which something is to be done, that has passed; null when none has. */
function passedDay({ code, library, parameters }: DraftCondition, before: ConditionWords['parameters'], today: LocalDate): string | null {
  const days = libraryCondition(code, library).blanks.filter(({ type }) => type === 'date');
  const isPast = (name: string) => {
    const day = parameters[name];
    return day !== undefined && day < today && day !== before[name];
  };
  return days.find(({ name }) => isPast(name))?.name ?? null;
}
