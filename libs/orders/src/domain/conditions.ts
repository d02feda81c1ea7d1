import type { Personal } from '#event-sourcing';
import type { ConditionChange, ConditionVersionPlain, ConditionWords, WordsParts } from './events.js';
import { byMoment, byMomentOf, type Moment } from './moments.js';

/** One wording of a condition and the time for which it is the wording: from `from` on, up to but without `until`. */
export interface ConditionVersion {
  readonly plain: ConditionVersionPlain;
  readonly words: Personal<ConditionWords>;
  readonly from: Moment;
  /** Null: it stands until the condition or the order ends. */
  readonly until: Moment | null;
  /** What made it: the order itself or the variation with this id. */
  readonly by: 'order' | { readonly variationId: string };
  /** The reasons of the keying errors put right in it, oldest first. */
  readonly corrections: readonly Personal<string>[];
}

export interface Condition {
  readonly conditionId: string;
  /** In the order in which they took effect; at any instant one of them at most is the wording. */
  readonly versions: readonly ConditionVersion[];
  readonly removals: readonly { readonly at: Moment; readonly variationId: string }[];
}

/** The words of a version among the sealed parts of its fact. */
export function wordsOf(parts: WordsParts | undefined, versionId: string): Personal<ConditionWords> {
  return parts?.[`words:${versionId}`] ?? { about: [], value: null };
}

/** The conditions with which an order begins. */
export function firstConditions(
  versions: readonly ConditionVersionPlain[],
  parts: WordsParts | undefined,
  from: Moment,
): readonly Condition[] {
  return versions.reduce<readonly Condition[]>(
    (conditions, plain) =>
      withVersion(conditions, { plain, words: wordsOf(parts, plain.versionId), from, until: null, by: 'order', corrections: [] }),
    [],
  );
}

/** The conditions after a variation, which may take effect before another that was recorded earlier: then it lies between. */
export function changed(
  conditions: readonly Condition[],
  change: ConditionChange,
  parts: WordsParts | undefined,
  from: Moment,
  variationId: string,
): readonly Condition[] {
  if (change.change !== 'removed') {
    const words = wordsOf(parts, change.version.versionId);
    return withVersion(conditions, { plain: change.version, words, from, until: null, by: { variationId }, corrections: [] });
  }
  return conditions.map((condition) =>
    condition.conditionId === change.conditionId
      ? settled({ ...condition, removals: [...condition.removals, { at: from, variationId }] })
      : condition,
  );
}

/** The version with the right words; its id and its dates stay, so whatever points at it still does. */
export function corrected(
  conditions: readonly Condition[],
  plain: ConditionVersionPlain,
  words: Personal<ConditionWords>,
  reason: Personal<string>,
): readonly Condition[] {
  return conditions.map((condition) => ({
    ...condition,
    versions: condition.versions.map((version) =>
      version.plain.versionId === plain.versionId ? { ...version, plain, words, corrections: [...version.corrections, reason] } : version,
    ),
  }));
}

/** The conditions after the moment of making was put right: what began with the order begins then. */
export function remade(conditions: readonly Condition[], made: Moment): readonly Condition[] {
  return conditions.map((condition) =>
    settled({
      ...condition,
      versions: condition.versions.map((version) => (version.by === 'order' ? { ...version, from: made } : version)),
    }),
  );
}

/** The conditions as if there had been no such variation, and the wordings it had brought. */
export function without(
  conditions: readonly Condition[],
  variationId: string,
): { readonly conditions: readonly Condition[]; readonly struck: readonly ConditionVersion[] } {
  const isOf = ({ by }: ConditionVersion): boolean => by !== 'order' && by.variationId === variationId;
  return {
    conditions: conditions.flatMap((condition) => {
      const versions = condition.versions.filter((version) => !isOf(version));
      const removals = condition.removals.filter((removal) => removal.variationId !== variationId);
      return versions.length === 0 ? [] : [settled({ ...condition, versions, removals })];
    }),
    struck: conditions.flatMap(({ versions }) => versions.filter(isOf)),
  };
}

/** The version with this id, wherever it is; also one that was recorded in error. */
export function versionWithId(
  { conditions, struck }: { readonly conditions: readonly Condition[]; readonly struck: readonly ConditionVersion[] },
  versionId: string,
): ConditionVersion | null {
  const all = [...conditions.flatMap(({ versions }) => versions), ...struck];
  return all.find((version) => version.plain.versionId === versionId) ?? null;
}

function withVersion(conditions: readonly Condition[], version: ConditionVersion): readonly Condition[] {
  const { conditionId } = version.plain;
  const known = conditions.find((condition) => condition.conditionId === conditionId);
  if (!known) return [...conditions, settled({ conditionId, versions: [version], removals: [] })];
  const grown = settled({ ...known, versions: [...known.versions, version] });
  return conditions.map((condition) => (condition === known ? grown : condition));
}

/** Versions in the order of their effect, each until the next begins or the condition is taken out. */
function settled(condition: Condition): Condition {
  const versions = condition.versions.toSorted(byMomentOf);
  const removals = condition.removals.toSorted((a, b) => byMoment(a.at, b.at));
  const bounded = versions.map((version, index) => {
    const next = versions[index + 1]?.from;
    const removal = removals.find((candidate) => byMoment(candidate.at, version.from) >= 0)?.at;
    const bounds = [next, removal].filter((bound) => bound !== undefined).toSorted(byMoment);
    return { ...version, until: bounds[0] ?? null };
  });
  return { ...condition, versions: bounded, removals };
}
