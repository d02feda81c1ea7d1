import type { Applicant, Court } from '../domain/events.js';
import { applicationCourts } from '../domain/forum.js';
import { kindRule, type KindRule, type OrderKind } from '../domain/kinds/index.js';
import { conditionChoices } from './condition-choices.js';
import * as words from '../order-record/words.js';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** With a capital, as a choice stands. */
export const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The choices of a table of words, in its order. */
export function choicesOf(table: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(table).map(([value, text]) => ({ value, text: sentence(text) }));
}

/** What a form about an order of this kind offers: the courts, who has standing, the library of conditions. */
export function choicesFor(kind: OrderKind) {
  const rule = kindRule(kind);
  return {
    courts: rule.courts.map((type: Court['type']): Choice => ({ value: type, text: sentence(words.courtTypes[type]) })),
    ...conditionChoices(rule.prohibitionsOnly),
    mayVary: applicantChoices(rule.mayVary),
    mayRenew: applicantChoices(rule.mayRenew),
    mayDischarge: applicantChoices(rule.mayDischarge),
    prohibitionsOnly: rule.prohibitionsOnly,
    mustBeFixed: mustBeFixed(rule),
  };
}

/** The courts that an application goes to. */
export function applicationCourtChoices(): readonly Choice[] {
  return applicationCourts.map((type) => ({ value: type, text: sentence(words.courtTypes[type]) }));
}

/** The same for an order that is made in an application. */
export function applicationChoices(kind: OrderKind) {
  return { ...choicesFor(kind), courts: applicationCourtChoices() };
}

/** What the law says where an order of this kind cannot be made until further order; null where it can. */
function mustBeFixed({ durationRule }: KindRule): string | null {
  return durationRule('2020-01-20', { is: 'until-further-order' }).find(({ problem }) => problem === 'must-be-fixed')?.words ?? null;
}

function applicantChoices(applicants: readonly Applicant[]): readonly Choice[] {
  return applicants.map((one) => ({ value: one, text: sentence(words.applicants[one]) }));
}
