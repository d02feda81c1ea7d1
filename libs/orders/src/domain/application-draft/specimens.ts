import { personal } from '#event-sourcing';
import { applicationId, force, perpetratorId, protectedA, protectedB, version, wordsFor } from '../specimens.js';
import type { DraftAuthor, WrittenSection } from './contents.js';
import type { DraftFact, SectionFact } from './facts.js';
import type { Writer } from './required-draft.js';

// Fictional facts of a draft from which specs build their scenes.

export const solicitor: DraftAuthor = { userId: '00000000-0000-4000-8000-000000000001', role: 'legal' };
export const colleague: DraftAuthor = { userId: '00000000-0000-4000-8000-000000000002', role: 'officer' };
export const authoriser: DraftAuthor = { userId: '00000000-0000-4000-8000-000000000003', role: 'authoriser' };

export const at = (author: DraftAuthor, ofForce = force): Writer => ({ ...author, force: ofForce });

const of = { applicationId, perpetratorId, force, by: solicitor };
const text = (words: string) => personal([perpetratorId, protectedA, protectedB], words);

export const begun: DraftFact = { type: 'ApplicationBegun', data: { ...of, begunOn: '2026-03-01', caseId: null } };

/** Each section saved so that nothing is missing in it. */
export const whole = {
  parties: {
    type: 'PartiesStated',
    data: { ...of, courtName: 'Testville', forum: null },
    personal: { applicant: personal([perpetratorId], 'The Chief Constable') },
  },
  people: {
    type: 'ProtectedPeopleNamed',
    data: { ...of, protectedPersonIds: [protectedA], victimIds: [protectedB] },
    personal: { byProxy: text('He reaches her through her sister') },
  },
  acts: {
    type: 'ActsStated',
    data: { ...of, acts: [{ actId: 'a-1', kind: 'loitering', from: '2026-02-01', to: null, addedBy: solicitor }], incidentIds: [] },
    personal: { 'act:a-1': personal([perpetratorId], { what: 'He waited at the gate', source: null }), why: text('Repeated and unwanted') },
  },
  risk: {
    type: 'RiskStated',
    data: { ...of, harms: ['psychological'], grade: null, assessedOn: null },
    personal: { facts: text('She moved') },
  },
  necessity: { type: 'NecessityStated', data: of, personal: { facts: text('He goes on'), alternatives: text('Bail ended') } },
  area: { type: 'AreaBasisStated', data: { ...of, basis: 'resides' }, personal: { facts: text('He lives in Testville') } },
  conditions: {
    type: 'ConditionsDrafted',
    data: { ...of, duration: { is: 'years', years: 2 }, conditions: [version('contact')] },
    personal: wordsFor([version('contact')]),
  },
  interim: {
    type: 'InterimRequested',
    data: { ...of, sought: true, notice: 'with' },
    personal: { why: text('He may come before the hearing') },
  },
  evidence: {
    type: 'EvidenceListed',
    data: { ...of, items: [{ itemId: 'i-1', kind: 'statement', reference: null, on: null, addedBy: solicitor }] },
    personal: { 'item:i-1': personal([perpetratorId], { description: 'Statement of the sister', producedBy: null }) },
  },
  hearsay: { type: 'HearsayNoticed', data: { ...of, relied: false, hearingOn: null } },
} as const satisfies Record<WrittenSection, SectionFact>;

/** A draft in which every section is complete but the authorisation. */
export const written: readonly DraftFact[] = [begun, ...Object.values(whole)];

export function requested(changes: number): DraftFact {
  return { type: 'AuthorisationRequested', data: { ...of, of: changes } };
}

export function authorised(changes: number): DraftFact {
  return {
    type: 'AuthorisationGiven',
    data: { ...of, by: authoriser, of: changes, rank: 'superintendent', policyFrom: '2020-01-20' },
    personal: { officer: text('Supt 0000 Invented') },
  };
}

export const abandoned: DraftFact = { type: 'DraftAbandoned', data: { ...of, reason: 'not-necessary' } };
