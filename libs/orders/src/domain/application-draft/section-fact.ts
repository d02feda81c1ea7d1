import { type Personal, personal } from '#event-sourcing';
import { contentIn } from './missing.js';
import { type ApplicationDraft, namedIn } from './draft.js';
import type { ActPlain, EvidencePlain, SectionFact } from './facts.js';
import { ofDraft, type Writer } from './required-draft.js';
import { plainOf, sealedWords } from '../draft.js';
import type { TypedAct, TypedEvidence, Written } from './written.js';

/** The fact that saves a section. Its words are sealed under the keys of the respondent and of everybody the draft names. */
export function sectionFact(draft: ApplicationDraft, written: Written, writer: Writer): SectionFact {
  const of = ofDraft(draft, writer);
  const { sealed, optional } = sealing(draft, namedIn(draft));
  switch (written.section) {
    case 'parties': {
      const { courtName, forum, applicant, reference } = written.typed;
      const about = sealing(draft, []);
      const parts = { ...about.optional('applicant', applicant), ...about.optional('reference', reference) };
      return { type: 'PartiesStated', data: { ...of, courtName, forum }, personal: parts };
    }
    case 'people': {
      const { protectedPersonIds, victimIds, byProxy } = written.typed;
      const about = sealing(draft, [...protectedPersonIds, ...victimIds]);
      return { type: 'ProtectedPeopleNamed', data: { ...of, protectedPersonIds, victimIds }, personal: about.optional('byProxy', byProxy) };
    }
    case 'acts': {
      const { acts, incidentIds, why } = written.typed;
      const before = contentIn(draft, 'acts').acts;
      const plain = acts.map((act) => actPlain(act, before.find(({ actId }) => actId === act.actId)?.addedBy ?? of.by));
      const words = Object.fromEntries(acts.map(({ actId, what, source }) => [`act:${actId}` as const, sealed({ what, source })]));
      return { type: 'ActsStated', data: { ...of, acts: plain, incidentIds }, personal: { ...words, ...optional('why', why) } };
    }
    case 'risk': {
      const { harms, grade, assessedOn, facts } = written.typed;
      return { type: 'RiskStated', data: { ...of, harms, grade, assessedOn }, personal: optional('facts', facts) };
    }
    case 'necessity': {
      const { facts, alternatives } = written.typed;
      return { type: 'NecessityStated', data: of, personal: { ...optional('facts', facts), ...optional('alternatives', alternatives) } };
    }
    case 'area': {
      const about = sealing(draft, []);
      return {
        type: 'AreaBasisStated',
        data: { ...of, basis: written.typed.basis },
        personal: about.optional('facts', written.typed.facts),
      };
    }
    case 'conditions': {
      const { duration, conditions } = written.typed;
      const speaks = { perpetratorId: draft.perpetratorId, protectedPersonIds: namedIn(draft) };
      const data = { ...of, duration, conditions: conditions.map(plainOf) };
      return { type: 'ConditionsDrafted', data, personal: sealedWords(conditions, speaks) };
    }
    case 'interim': {
      const { sought, notice, until, why, whyWithoutNotice } = written.typed;
      const parts = { ...optional('why', why), ...optional('whyWithoutNotice', whyWithoutNotice) };
      return { type: 'InterimRequested', data: { ...of, sought, notice, ...(until && { until }) }, personal: parts };
    }
    case 'evidence': {
      const { items } = written.typed;
      const before = contentIn(draft, 'evidence').items;
      const plain = items.map((item) => itemPlain(item, before.find(({ itemId }) => itemId === item.itemId)?.addedBy ?? of.by));
      const words = items.map(
        ({ itemId, description, producedBy }) => [`item:${itemId}` as const, sealed({ description, producedBy })] as const,
      );
      return { type: 'EvidenceListed', data: { ...of, items: plain }, personal: Object.fromEntries(words) };
    }
    case 'hearsay': {
      const { relied, hearingOn, what, why } = written.typed;
      return {
        type: 'HearsayNoticed',
        data: { ...of, relied, hearingOn },
        personal: { ...optional('what', what), ...optional('why', why) },
      };
    }
  }
}

/** The open part of an act. */
export function actPlain({ actId, kind, from, to }: TypedAct, addedBy: ActPlain['addedBy']): ActPlain {
  return { actId, kind, from, to, addedBy };
}

/** The open part of a piece of evidence. */
export function itemPlain({ itemId, kind, reference, on }: TypedEvidence, addedBy: EvidencePlain['addedBy']): EvidencePlain {
  return { itemId, kind, reference, on, addedBy };
}

/** Seals words under the keys of the respondent and of these people. */
export function sealing({ perpetratorId }: Pick<ApplicationDraft, 'perpetratorId'>, people: readonly string[]) {
  const sealed = <Value>(value: Value): Personal<Value> => personal([perpetratorId, ...people], value);
  const optional = <Name extends string>(name: Name, text: string | null): { readonly [N in Name]?: Personal<string> } =>
    (text?.trim() ? { [name]: sealed(text.trim()) } : {}) as { readonly [N in Name]?: Personal<string> };
  return { sealed, optional };
}
