import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ChangedIncidents } from '../domain/application-draft/changed-incidents.js';
import { type ApplicationDraft, namedIn } from '../domain/application-draft/draft.js';
import type { DraftFact, ReliedIncident } from '../domain/application-draft/facts.js';
import { contentIn, missingIn, type Surroundings, unweighed } from '../domain/application-draft/missing.js';
import { isAtLeast, policyOn, type Rank } from '../domain/application-draft/policy.js';
import { aDraft, type NoDraft, ofDraft, type Writer } from '../domain/application-draft/required-draft.js';
import { isAuthorised, standingsOf } from '../domain/application-draft/sections.js';
import { type Giving, givesNothingAway } from '../domain/giving.js';

export type CannotAsk = NoDraft | 'not-ready' | 'changed-since-shown';

/**
 * Asks for authorisation of the draft as it stands; `seen` is the state of it that was shown, where that is told. Refuses with `not-ready`
 * while a section is not complete. Asked again, it records nothing.
 */
export function requestAuthorisation(
  state: ApplicationState,
  around: Surroundings,
  writer: Writer,
  seen: number | null = null,
): DraftFact[] {
  const draft = aDraft(state, writer);
  if (seen !== null && seen !== draft.changes) throw refuse<CannotAsk>('changed-since-shown');
  if (standingsOf(draft, around).some(({ section, state: is }) => section !== 'authorisation' && is !== 'complete')) {
    throw refuse<CannotAsk>('not-ready');
  }
  const { authorisation, changes } = draft;
  if (isAuthorised(draft, around) || (authorisation.is === 'requested' && authorisation.of === changes)) return [];
  return [{ type: 'AuthorisationRequested', data: { ...ofDraft(draft, writer), of: changes } }];
}

export interface AuthorisationDecision {
  /** The state of the draft that the officer was shown. */
  readonly of: number;
  readonly rank: Rank;
  readonly officer: string;
  readonly on: LocalDate;
  /** Accounts with the name of the officer, or of the account that decides. */
  readonly namesakes: readonly string[];
  readonly decision:
    { readonly is: 'given'; readonly note: string | null; readonly giving?: Giving } | { readonly is: 'refused'; readonly reason: string };
}

export type CannotAuthorise =
  | NoDraft
  | 'not-asked'
  | 'changed-since-shown'
  | 'own-application'
  | 'same-name'
  | 'rank-too-low'
  | 'reason-missing'
  | 'orders-unweighed'
  | 'acts-struck'
  | 'gives-away';

/**
 * Decides on the request. Nobody who wrote any of the application may (a second person authorises it), nor an account or an officer with a writer's name, nor anybody below the rank in
 * the force's policy of that day; and only on the draft as it was shown. Nothing is authorised while an order in force (`live`) was not
 * compared with its conditions (SPA 2019 s.2(7)), or when every act that it relied on was recorded in error since (s.1(1)(a)); nor unseen
 * what tells the respondent where a protected person can be reached.
 */
export function decideAuthorisation(
  state: ApplicationState,
  asked: AuthorisationDecision,
  around: Omit<Surroundings, 'isAgeKnown'>,
  writer: Writer,
): DraftFact[] {
  const draft = aDraft(state, writer);
  const { authorisation, changes, writers } = draft;
  if (authorisation.is !== 'requested') throw refuse<CannotAuthorise>('not-asked');
  if (writers.includes(writer.userId)) throw refuse<CannotAuthorise>('own-application');
  if (writers.some((id) => asked.namesakes.includes(id))) throw refuse<CannotAuthorise>('same-name');
  if (asked.of !== changes || authorisation.of !== changes) throw refuse<CannotAuthorise>('changed-since-shown');
  const policy = policyOn(draft.force, asked.on);
  if (!isAtLeast(asked.rank, policy.lowest)) throw refuse<CannotAuthorise>('rank-too-low', { lowest: policy.lowest });
  const data = { ...ofDraft(draft, writer), of: changes, rank: asked.rank };
  const about = aboutAll(draft);
  const officer = about(asked.officer);
  const { decision } = asked;
  if (decision.is === 'refused' && decision.reason.trim() === '') throw refuse<CannotAuthorise>('reason-missing');
  if (decision.is === 'refused') return [{ type: 'AuthorisationRefused', data, personal: { officer, reason: about(decision.reason) } }];
  if (unweighed(draft, around.live).length > 0) throw refuse<CannotAuthorise>('orders-unweighed');
  if (missingIn(draft, 'acts', { isAgeKnown: true, ...around }).includes('acts')) throw refuse<CannotAuthorise>('acts-struck');
  const { found, knowingly } = decision.giving ?? givesNothingAway;
  if (found.length > 0 && !knowingly) throw refuse<CannotAuthorise>('gives-away');
  const note = decision.note?.trim() ? { note: about(decision.note) } : {};
  return [
    {
      type: 'AuthorisationGiven',
      data: { ...data, policyFrom: policy.from, ...(found.length > 0 ? { givesAway: found } : {}), ...reliedIn(draft, around) },
      personal: { officer, ...note },
    },
  ];
}

/** The recorded incidents as they are relied on now: once one of them is corrected or recorded in error, somebody must authorise it again. */
function reliedIn(draft: ApplicationDraft, { struck, corrections }: ChangedIncidents): { relied?: readonly ReliedIncident[] } {
  const relied = contentIn(draft, 'acts')
    .incidentIds.filter((id) => !struck.includes(id))
    .map((incidentId) => ({ incidentId, corrections: corrections[incidentId] ?? 0 }));
  return relied.length > 0 ? { relied } : {};
}

function aboutAll(draft: ApplicationDraft) {
  return (text: string) => personal([draft.perpetratorId, ...namedIn(draft)], text.trim());
}
