import { forces } from '#access';
import { isOffenceCode } from '../domain/offences.js';
import type { Grade } from '../domain/risk-tools.js';

/** How an order stands considered, as the list asks for it; `open` is whatever still waits for a person. */
export type ConsideredFilter = 'open' | 'yes' | 'no' | 'deferred';

/** What the list is asked for. Null: any. */
export interface CaseFilter {
  /** The force that investigates, by CJS code. */
  readonly force: string | null;
  /** An offence that a case is classified as, principal or not. */
  readonly offence: string | null;
  readonly grade: Grade | 'none' | null;
  readonly considered: ConsideredFilter | null;
}

/** Reads the query string; the reader's own force unless it says otherwise. What cannot be read is passed over, so that old links open. */
export function caseFilter(query: Readonly<Record<string, unknown>>, ownForce: string): CaseFilter {
  const force = text(query['force']);
  const offence = text(query['offence']).toUpperCase();
  return {
    force: force === 'any' ? null : forces.some(({ cjs }) => cjs === force) ? force : ownForce,
    offence: isOffenceCode(offence) ? offence : null,
    grade: oneOf(query['grade'], ['none', 'standard', 'medium', 'high'] as const),
    considered: oneOf(query['considered'], ['open', 'yes', 'no', 'deferred'] as const),
  };
}

function oneOf<const Choices extends readonly string[]>(value: unknown, choices: Choices): Choices[number] | null {
  return choices.find((choice) => choice === value) ?? null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
