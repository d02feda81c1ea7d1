import type { ConditionThen } from './in-force.js';

/**
 * Whether a condition has old words beside new ones on a day whose hour nobody knows: it was reworded, or ends, then. What only begins on that
 * day has no old words.
 */
export function changesThen(condition: ConditionThen): boolean {
  if (condition.is !== 'time-needed') return false;
  const versions = new Set(condition.candidates.flatMap((one) => (one.is === 'in-force' ? [one.version.plain.versionId] : [])));
  return versions.size > 1 || condition.candidates.some((one) => one.is === 'not-in-force' && !begins.has(one.because));
}

const begins: ReadonlySet<string> = new Set(['not-yet-made', 'not-yet-added']);
