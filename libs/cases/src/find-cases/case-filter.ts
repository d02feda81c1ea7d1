import { forces } from '#access';
import { ChoiceField, TextField } from '#pages';
import { PartAsked } from '#pages/module';
import { isOffenceCode } from '../domain/offences.js';
import type { Grade } from '../domain/risk-tools.js';

/** How an order stands considered, as the list asks for it; `open` is whatever still waits for a person. */
export type ConsideredFilter = 'open' | 'yes' | 'no' | 'deferred';

const grades = ['none', 'standard', 'medium', 'high'] as const;
const considerations = ['open', 'yes', 'no', 'deferred'] as const;

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
    grade: oneOf(query['grade'], grades),
    considered: oneOf(query['considered'], considerations),
  };
}

function oneOf<const Choices extends readonly string[]>(value: unknown, choices: Choices): Choices[number] | null {
  return choices.find((choice) => choice === value) ?? null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** What the API may ask: what the page reads, and nothing that cannot be read. */
export class CasesAsked extends PartAsked {
  @ChoiceField('a force by its CJS code, or any; your own unless told', ['any', ...forces.map(({ cjs }) => cjs)], { optional: true })
  force?: string;
  @TextField('a CJS offence code, principal or not', {
    optional: true,
    shape: { is: /^[A-Za-z]{2}\d{5}[A-Za-z]?$/, text: 'Enter an offence code of two letters and five numbers, like PH97006' },
  })
  offence?: string;
  @ChoiceField('a grade', grades, { optional: true }) grade?: (typeof grades)[number];
  @ChoiceField('how an order is considered', considerations, { optional: true }) considered?: ConsideredFilter;
}
