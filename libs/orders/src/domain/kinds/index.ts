import { dapn } from './dapn.js';
import { dapo } from './dapo.js';
import { dvpn } from './dvpn.js';
import { dvpo } from './dvpo.js';
import { interimSpo } from './interim-spo.js';
import type { KindRule } from './kind-rule.js';
import { nonMolestation } from './non-molestation.js';
import { other } from './other.js';
import { phaInjunction } from './pha-injunction.js';
import { restrainingAcquittal } from './restraining-acquittal.js';
import { restrainingConviction } from './restraining-conviction.js';
import { spo } from './spo.js';

export * from './kind-rule.js';

const all = [
  spo,
  interimSpo,
  restrainingConviction,
  restrainingAcquittal,
  nonMolestation,
  phaInjunction,
  dapo,
  dapn,
  dvpo,
  dvpn,
  other,
] as const;

/** The kinds of order that can be kept. A new kind is one file here and one place in this list. */
export type OrderKind = (typeof all)[number]['kind'];

export const orderKinds: readonly OrderKind[] = all.map((rule) => rule.kind);

const rules = new Map<string, KindRule>(all.map((rule) => [rule.kind, rule]));

/** The law of one kind of order. */
export function kindRule(kind: OrderKind): KindRule {
  const rule = rules.get(kind);
  if (!rule) throw new Error('An order kind is missing from the table');
  return rule;
}
