import { disagreementIn, madeWith } from '../condition-library.js';
import { type Clause, conflictsWithin, mustBeAnswered } from '../conflicts/index.js';
import type { ActsContent, DraftContents, WrittenSection } from './contents.js';
import type { ApplicationDraft } from './draft.js';
import type { WeighedOrder } from './facts.js';

/** What is known outside the draft and decides whether it is whole. */
export interface Surroundings {
  /** Whether the respondent's date of birth is recorded: then the age on the day of filing says which court hears it. */
  readonly isAgeKnown: boolean;
  /** The orders that bind the respondent now, of any force, with the wordings in force. */
  readonly live: readonly WeighedOrder[];
  /** The incidents relied on that their investigation has recorded in error since: they are no acts any more. */
  readonly struck: readonly string[];
  /** How often each incident relied on was corrected, by its id; absent where that is not known. */
  readonly corrections: Readonly<Record<string, number>>;
}

export type MissingPart =
  | 'court'
  | 'forum'
  | 'applicant'
  | 'area-basis'
  | 'area-facts'
  | 'protected-people'
  | 'victims'
  | 'by-proxy'
  | 'acts'
  | 'what-of-acts'
  | 'acts-why'
  | 'acts-in-error'
  | 'harms'
  | 'risk-facts'
  | 'necessity-facts'
  | 'alternatives'
  | 'no-conditions'
  | 'necessity-of-conditions'
  | 'clause-repeated'
  | 'person-not-protected'
  | 'blanks-of-conditions'
  | 'words-of-conditions'
  | 'words-disagree'
  | 'duration'
  | 'conflicts'
  | 'interim-sought'
  | 'interim-why'
  | 'interim-notice'
  | 'why-without-notice'
  | 'no-evidence'
  | 'hearsay-relied'
  | 'hearsay-what'
  | 'hearsay-why';

type Told = readonly (readonly [MissingPart, boolean])[];
type Check = (draft: ApplicationDraft, around: Surroundings) => Told;

// Erased text is there but cannot be read: it is not asked for again.
const blank = (text: object | null): boolean => text === null;

function checked<Section extends WrittenSection>(
  section: Section,
  told: (content: DraftContents[Section], draft: ApplicationDraft, around: Surroundings) => Told,
): Check {
  return (draft, around) => told(contentIn(draft, section), draft, around);
}

/** One condition of which something is asked; `nth` from 0, in the order in which they were drafted. */
export interface AmissCondition {
  readonly nth: number;
  /** The place in its form: `wording`, `necessity`, `number` or `parameters.<blank>`. */
  readonly place: string;
}

const ofConditions = [
  'words-of-conditions',
  'necessity-of-conditions',
  'clause-repeated',
  'person-not-protected',
  'blanks-of-conditions',
  'words-disagree',
] as const;
type OfConditions = (typeof ofConditions)[number];

/** What of a condition is amiss, for each part that asks something of single conditions: the place in its form, or null. */
const amiss: Readonly<Record<OfConditions, (condition: Clause, draft: ApplicationDraft) => string | null>> = {
  'words-of-conditions': ({ words }) => (words.value !== null && words.value.wording.trim() === '' ? 'wording' : null),
  'words-disagree': ({ plain, words }) => (words.value !== null && disagreementIn(plain, words.value) ? 'wording' : null),
  'necessity-of-conditions': ({ words }) => (words.value !== null && !words.value.necessity ? 'necessity' : null),
  'clause-repeated': ({ plain }, draft) =>
    contentIn(draft, 'conditions').conditions.filter((one) => one.plain.number === plain.number).length > 1 ? 'number' : null,
  'person-not-protected': ({ plain, words }, draft) => {
    const { protectedPersonIds } = contentIn(draft, 'people');
    const others = (name: string) =>
      (words.value?.parameters[name] ?? '').split(',').some((id) => id !== '' && !protectedPersonIds.includes(id));
    return placeOf(madeWith(plain).blanks.find(({ name, type }) => type === 'people' && others(name)));
  },
  // A detail is empty that the words of its kind need.
  'blanks-of-conditions': ({ plain, words }) =>
    words.value === null || plain.wordsOnly
      ? null
      : placeOf(madeWith(plain).blanks.find(({ name, optional }) => !optional && !words.value?.parameters[name])),
};

function placeOf(detail: { readonly name: string } | undefined): string | null {
  return detail ? `parameters.${detail.name}` : null;
}

/** The conditions of which this part asks something; none where it is not about single conditions. */
export function conditionsAmiss(draft: ApplicationDraft, part: MissingPart): readonly AmissCondition[] {
  if (!isOfConditions(part)) return [];
  return contentIn(draft, 'conditions').conditions.flatMap((condition, nth) => {
    const place = amiss[part](condition, draft);
    return place === null ? [] : [{ nth, place }];
  });
}

function isOfConditions(part: MissingPart): part is OfConditions {
  return Object.hasOwn(amiss, part);
}

const checks: Readonly<Record<WrittenSection, Check>> = {
  parties: checked('parties', ({ courtName, forum, applicant }, _draft, { isAgeKnown }) => [
    ['applicant', blank(applicant)],
    ['court', courtName === null],
    ['forum', !isAgeKnown && forum === null],
  ]),
  people: checked('people', ({ protectedPersonIds, victimIds, byProxy }) => [
    ['protected-people', protectedPersonIds.length === 0],
    ['victims', victimIds.length === 0],
    ['by-proxy', blank(byProxy) && protectedPersonIds.some((id) => !victimIds.includes(id))],
  ]),
  acts: checked('acts', ({ acts, incidentIds, why }, _draft, { struck }) => [
    ['acts', areStruck({ acts, incidentIds }, struck)],
    ['what-of-acts', acts.some(({ words }) => words.value?.what.trim() === '')],
    ['acts-why', blank(why)],
    ['acts-in-error', !areStruck({ acts, incidentIds }, struck) && incidentIds.some((id) => struck.includes(id))],
  ]),
  risk: checked('risk', ({ harms, facts }) => [
    ['harms', harms.length === 0],
    ['risk-facts', blank(facts)],
  ]),
  necessity: checked('necessity', ({ facts, alternatives }) => [
    ['necessity-facts', blank(facts)],
    ['alternatives', blank(alternatives)],
  ]),
  area: checked('area', ({ basis, facts }) => [
    ['area-basis', basis === null],
    ['area-facts', basis !== null && basis !== 'no-area-limit' && blank(facts)],
  ]),
  conditions: checked('conditions', ({ conditions, duration }, draft, { live }) => [
    ['no-conditions', conditions.length === 0],
    ...ofConditions.map((part) => [part, conditionsAmiss(draft, part).length > 0] as const),
    ['duration', duration === null],
    ['conflicts', unweighed(draft, live).length > 0 || contradictsItself(draft)],
  ]),
  interim: checked('interim', ({ sought, notice, why, whyWithoutNotice }) => [
    ['interim-sought', sought === null],
    ['interim-why', sought === true && blank(why)],
    ['interim-notice', sought === true && notice === null],
    ['why-without-notice', sought === true && notice === 'without' && blank(whyWithoutNotice)],
  ]),
  evidence: checked('evidence', ({ items }) => [['no-evidence', items.length === 0]]),
  hearsay: checked('hearsay', ({ relied, what, why }) => [
    ['hearsay-relied', relied === null],
    ['hearsay-what', relied === true && blank(what)],
    ['hearsay-why', relied === true && blank(why)],
  ]),
};

const nothing: DraftContents = {
  parties: { courtName: null, forum: null, applicant: null, reference: null },
  people: { protectedPersonIds: [], victimIds: [], byProxy: null },
  acts: { acts: [], incidentIds: [], why: null },
  risk: { harms: [], grade: null, assessedOn: null, facts: null },
  necessity: { facts: null, alternatives: null },
  area: { basis: null, facts: null },
  conditions: { duration: null, conditions: [] },
  interim: { sought: null, notice: null, until: null, why: null, whyWithoutNotice: null },
  evidence: { items: [] },
  hearsay: { relied: null, hearingOn: null, what: null, why: null },
};

/** What the section says; an empty one when nobody has saved it. */
export function contentIn<Section extends WrittenSection>(draft: ApplicationDraft, section: Section): DraftContents[Section] {
  return draft.sections[section]?.content ?? nothing[section];
}

/** What asks for another look at a section that says everything else. */
const toLookAt: ReadonlySet<MissingPart> = new Set(['words-disagree', 'acts-in-error']);

/** Whether what is missing keeps a section incomplete; otherwise it is only to be looked at again. */
export function isNeeded(part: MissingPart): boolean {
  return !toLookAt.has(part);
}

/** What a section still needs before the application can be filed, in the order of its fields. */
export function missingIn(draft: ApplicationDraft, section: WrittenSection, around: Surroundings): readonly MissingPart[] {
  return checks[section](draft, around)
    .filter(([, isMissing]) => isMissing)
    .map(([part]) => part);
}

/** Whether the drafted conditions may not fit together, and nobody has said since they changed why the application goes on (SPA 2019 s.2(7)). */
export function contradictsItself(draft: ApplicationDraft): boolean {
  const isAnswered = draft.weighed !== null && (draft.sections.conditions?.changedAt ?? 0) <= draft.weighed.at;
  return !isAnswered && hasOwnConflicts(draft);
}

/** Whether the drafted conditions may not fit together, answered or not. */
export function hasOwnConflicts(draft: ApplicationDraft): boolean {
  const { protectedPersonIds } = contentIn(draft, 'people');
  const { conditions } = contentIn(draft, 'conditions');
  return mustBeAnswered(conflictsWithin({ conditions, protectedPersonIds, force: draft.force })).length > 0;
}

/**
 * The orders in force that nobody has weighed against the conditions as they are drafted now: a new order, one that was varied since,
 * or all of them when the conditions changed (SPA 2019 s.2(7)).
 */
export function unweighed({ weighed, sections }: ApplicationDraft, live: readonly WeighedOrder[]): readonly WeighedOrder[] {
  if (weighed === null || (sections.conditions?.changedAt ?? 0) > weighed.at) return live;
  return live.filter(({ orderId, versionIds }) => {
    const known = weighed.orders.find((one) => one.orderId === orderId);
    return !known || versionIds.some((id) => !known.versionIds.includes(id));
  });
}

/** Whether the draft relies on incidents that were all recorded in error, and on nothing else. */
export function reliesOnNothingElse({ sections }: ApplicationDraft, struck: readonly string[]): boolean {
  const content = sections.acts?.content;
  return content !== undefined && content.incidentIds.length > 0 && areStruck(content, struck);
}

function areStruck({ acts, incidentIds }: Pick<ActsContent, 'acts' | 'incidentIds'>, struck: readonly string[]): boolean {
  return acts.length === 0 && incidentIds.every((id) => struck.includes(id));
}
