import { isDeepStrictEqual } from 'node:util';
import { isLocalDate, type LocalDate } from '#calendar';
import { type Personal, personal, refuse } from '#event-sourcing';
import { calendarBlanks, disagreementIn, libraryCondition, madeWith, type ConditionCode } from './condition-library.js';
import type { ConditionVersion } from './conditions.js';
import type { ConditionVersionPlain, ConditionWords, Court, Origin, WordsParts } from './events.js';
import { couldBeMade, kindRule, type DurationProblem, type OrderKind } from './kinds/index.js';
import type { End, Moment } from './moments.js';

/** A condition as somebody reads it off the sealed order. */
export interface DraftCondition {
  readonly conditionId: string;
  readonly versionId: string;
  /** The clause number in the sealed order. */
  readonly number: number;
  readonly code: ConditionCode;
  /** The version of the library whose blanks `parameters` fills; absent: 1. */
  readonly library?: number;
  /** The condition of the application's draft from which it came. */
  readonly draftedAs?: string;
  /** The words alone are right: nothing is filled in, and nothing is asked of the blanks. */
  readonly wordsOnly?: true;
  /** Asked only of a condition outside the library; the library knows the others. */
  readonly category: 'prohibition' | 'requirement' | null;
  readonly wording: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The place to which it is limited, in the order's words; null when it is not. */
  readonly locality: string | null;
  readonly necessity: string | null;
  readonly end: End | null;
}

/** What every new order of any kind is made of. */
export interface OrderDraft {
  readonly court: Court;
  readonly made: Moment;
  readonly end: End;
  readonly respondentPresent: boolean | null;
  readonly withNotice: boolean | null;
  readonly locality: 'uk' | 'limited';
  readonly reference: string | null;
  readonly conditions: readonly DraftCondition[];
}

export type NotProtected = 'person-not-protected';
export type BadCondition =
  | 'prohibitions-only'
  | 'clause-repeated'
  | 'condition-outlasts-order'
  | 'condition-ends-before'
  | 'due-outside-order'
  | 'words-disagree'
  | NotProtected;
export type BadDraft =
  'nobody-protected' | 'no-conditions' | 'wrong-court' | 'wrong-origin' | 'kind-not-then' | DurationProblem['problem'] | BadCondition;

/** Whom the words of a condition speak of. */
export interface Speaks {
  readonly perpetratorId: string;
  readonly protectedPersonIds: readonly string[];
}

/** Refuses what the law does not allow in an order of this kind. What it only asks to be checked passes. */
export function checkedDraft(kind: OrderKind, origin: Origin, draft: OrderDraft, protectedPersonIds: readonly string[]): void {
  const rule = kindRule(kind);
  if (protectedPersonIds.length === 0) throw refuse<BadDraft>('nobody-protected');
  if (draft.conditions.length === 0) throw refuse<BadDraft>('no-conditions');
  if (!rule.courts.includes(draft.court.type)) throw refuse<BadDraft>('wrong-court');
  const could = couldBeMade(rule, draft.made.on, origin);
  if (could === 'not-then') throw refuse<BadDraft>('kind-not-then');
  if (could === 'not-in-this-way') throw refuse<BadDraft>('wrong-origin');
  checkedEnd(kind, draft.made, draft.end);
  checkedConditions(kind, { made: draft.made.on, end: draft.end }, draft.conditions, protectedPersonIds);
}

/** Refuses an end that an order of this kind, made then, cannot have. */
export function checkedEnd(kind: OrderKind, made: Moment, end: End): void {
  const wrong = kindRule(kind)
    .durationRule(made.on, end)
    .find((problem) => problem.weight === 'must');
  if (wrong) throw refuse<DurationProblem['problem']>(wrong.problem);
}

/** Refuses conditions that an order of this kind cannot have together, or that speak of somebody whom it does not protect. */
export function checkedConditions(
  kind: OrderKind,
  { made, end }: { readonly made: LocalDate; readonly end: End },
  conditions: readonly DraftCondition[],
  protectedPersonIds: readonly string[],
): void {
  const numbers = new Set(conditions.map((condition) => condition.number));
  if (numbers.size < conditions.length) throw refuse<BadCondition>('clause-repeated');
  checkedPeople(conditions, protectedPersonIds);
  for (const condition of conditions) {
    if (kindRule(kind).prohibitionsOnly && categoryOf(condition) === 'requirement') {
      throw refuse<BadCondition>('prohibitions-only', { number: condition.number });
    }
    if (end.is === 'fixed' && condition.end?.is === 'fixed' && condition.end.lastDay > end.lastDay) {
      throw refuse<BadCondition>('condition-outlasts-order', { number: condition.number });
    }
    if (condition.end?.is === 'fixed' && condition.end.lastDay < made) {
      throw refuse<BadCondition>('condition-ends-before', { number: condition.number });
    }
    if (disagreementIn(condition, condition)) throw refuse<BadCondition>('words-disagree', { number: condition.number });
    const due = dueBy(condition);
    if (due !== null && (due < made || (end.is === 'fixed' && due > end.lastDay))) {
      throw refuse<BadCondition>('due-outside-order', { number: condition.number });
    }
  }
}

/** The last day on which what it requires can be done, for instance devices handed in; null where it says none. */
function dueBy({ parameters, ...made }: DraftCondition): LocalDate | null {
  const { duty } = madeWith(made);
  const day = duty?.is === 'by-day' ? parameters[duty.day] : undefined;
  return isLocalDate(day) ? day : null;
}

/** Refuses a condition whose blanks name somebody outside the people an order protects, or is to protect; the refusal says which (`nth` from 0) and in which blank. */
export function checkedPeople(conditions: readonly DraftCondition[], protectedPersonIds: readonly string[]): void {
  for (const [nth, { number, parameters, ...made }] of conditions.entries()) {
    const blank = madeWith(made).blanks.find(({ name, type }) => type === 'people' && namesOthers(parameters[name], protectedPersonIds));
    if (blank) throw refuse<NotProtected>('person-not-protected', { number, nth, blank: blank.name });
  }
}

function namesOthers(named: string | undefined, protectedPersonIds: readonly string[]): boolean {
  return (named ?? '').split(',').some((id) => id !== '' && !protectedPersonIds.includes(id));
}

/** The ids of the people whom the blanks of a condition name; none where it is about everybody the order protects. */
export function peopleIn(made: Pick<DraftCondition, 'code' | 'library'>, parameters: Readonly<Record<string, string>>): readonly string[] {
  const named = madeWith(made).blanks.filter(({ type }) => type === 'people');
  return named.flatMap(({ name }) => (parameters[name] ?? '').split(',')).filter((id) => id !== '');
}

/** The part of a condition that is stored open. */
export function plainOf(draft: DraftCondition): ConditionVersionPlain {
  const { conditionId, versionId, number, code, end, library, draftedAs, wordsOnly } = draft;
  return {
    ...{ conditionId, versionId, number, code, end },
    category: categoryOf(draft),
    locality: draft.locality === null ? 'uk' : 'limited',
    ...(library !== undefined && { library }),
    ...(draftedAs !== undefined && { draftedAs }),
    ...(wordsOnly && { wordsOnly }),
  };
}

/**
 * The condition with its words alone: what is filled in is cleared, but for whom it protects and the days and times by which a requirement is
 * due. These stay as the force entered them, for its work list: the words decide.
 */
export function withWordsOnly<Draft extends Pick<DraftCondition, 'code' | 'library' | 'parameters'>>(
  draft: Draft,
): Draft & { wordsOnly: true } {
  const people = madeWith(draft).blanks.filter(({ type }) => type === 'people');
  const kept = [...people, ...calendarBlanks(draft)].filter(({ name }) => draft.parameters[name]);
  const parameters = Object.fromEntries(kept.map(({ name }) => [name, draft.parameters[name] ?? '']));
  return { ...draft, parameters, wordsOnly: true };
}

/** The part that is sealed: under the keys of the perpetrator and all protected people, since the words may name any of them. */
export function sealedWords(drafts: readonly DraftCondition[], { perpetratorId, protectedPersonIds }: Speaks): WordsParts {
  return Object.fromEntries(
    drafts.map(({ versionId, wording, parameters, locality, necessity }): [string, Personal<ConditionWords>] => [
      `words:${versionId}`,
      personal([perpetratorId, ...protectedPersonIds], { wording: wording.trim(), parameters, locality, necessity }),
    ]),
  );
}

/** Whether the draft is what the version says already, but for the reason why it is necessary. */
export function saysTheSame({ plain, words }: ConditionVersion, draft: DraftCondition): boolean {
  const limits = limitsOf(plain);
  const draftLimits = limitsOf(plainOf(draft));
  const said = words.value && { wording: words.value.wording, parameters: words.value.parameters, locality: words.value.locality };
  return isDeepStrictEqual(
    [limits, said],
    [draftLimits, { wording: draft.wording.trim(), parameters: draft.parameters, locality: draft.locality }],
  );
}

/** A note about the perpetrator, who is named in it or may be, sealed under their key; nothing when it is blank. */
export function aboutPerpetrator(perpetratorId: string, text: string | null): Personal<string> | undefined {
  return text?.trim() ? personal([perpetratorId], text.trim()) : undefined;
}

/** What a version says besides its words; how it is indexed says nothing of its own. */
function limitsOf({ conditionId, number, code, category, locality, end }: ConditionVersionPlain): object {
  return { conditionId, number, code, category, locality, end };
}

/** Whether it forbids or requires: the library knows, but for a condition outside it. */
export function categoryOf({ code, category }: Pick<DraftCondition, 'code' | 'category'>): 'prohibition' | 'requirement' {
  return code === 'BESPOKE' ? (category ?? 'prohibition') : libraryCondition(code).category;
}
