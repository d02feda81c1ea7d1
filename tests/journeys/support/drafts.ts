import type { Fields } from './form.js';
import type { Desk } from './story.js';

interface Drafted {
  readonly respondent: string;
  readonly protects: string;
  /** Why an order is necessary. */
  readonly necessity?: string;
  /** The investigation that it is begun from. */
  readonly caseId?: string;
}

/** Prepares an application in which nothing is missing but the authorisation: its id. */
export async function drafted(desk: Desk, { respondent, protects, necessity = 'Bail ends in April', caseId }: Drafted): Promise<string> {
  const { id } = await desk.tells(`/perpetrators/${respondent}/drafts`, { asWell: true, ...(caseId && { caseId }) });
  const writes = (section: string, fields: object) => desk.tells(`/drafts/${id}/${section}`, { seen: 0, ...fields });
  await writes('parties', { applicant: 'The Chief Constable of Kent Police', courtName: 'Testville' });
  await writes('people', { protectedPersonIds: [protects], victimIds: [protects] });
  await writes('area', { basis: 'resides', facts: 'His tenancy is in Testville' });
  await writes('risk', { harms: ['psychological'], facts: 'She moved house' });
  await writes('necessity', { facts: necessity, alternatives: 'A prosecution takes a year' });
  await writes('acts', { acts: [{ from: '2026-02-01', kind: 'loitering', what: 'He waited at the gate' }], why: 'Three times in a week' });
  const wording = { number: 1, code: 'SURV', wording: 'You must not watch or follow her', necessity: 'He waited at her gate' };
  await writes('conditions', { duration: 'years', years: 2, conditions: [wording] });
  await writes('interim', { sought: false });
  await writes('evidence', { items: [{ kind: 'statement', reference: 'AS/1', description: 'Her statement' }] });
  await writes('hearsay', { relied: false });
  return id;
}

/** Has it authorised as it stands. */
export async function authorised(desk: Desk, authoriser: Desk, id: string, more: Fields = {}): Promise<void> {
  await desk.does(`/drafts/${id}/authorisation`, {});
  await authoriser.does(`/drafts/${id}/authorise`, { decision: 'given', rank: 'superintendent', officer: 'Supt 0000 Invented', ...more });
}
