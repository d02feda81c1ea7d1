import type { Personal, StreamType } from '#event-sourcing';
import { ageOn, type Instant, type LocalDate, londonDate } from '#calendar';
import { draftFactTypes, evolveDraft, type ApplicationDraft } from './application-draft/draft.js';
import type { DraftFact, ReliedIncident } from './application-draft/facts.js';
import type {
  ApplicationFact,
  AreaBasis,
  Court,
  DeterminationReason,
  DetermineOutcome,
  GivenAway,
  IncidentSince,
  OtherForumReason,
} from './events.js';
import { type ApplicationError, type WhyApplicationInError, withoutApplicationEntry } from './application-in-error.js';
import { type Heard, type Hearing, hearingsAfter, isApplicationHearingFact } from './hearings.js';
import type { InterimRefusalSettling } from './interim-refusals.js';
import type { Moment } from './moments.js';
import type { RefusalAppeal } from './refusal-appeals.js';
import type { YouthFact } from './youth/facts.js';
import { evolveYouth, isYouthFact, nothingOfYouth, type YouthRecord } from './youth/youth.js';

/** Everything recorded of an application that was filed. */
export interface ApplicationRecord {
  readonly applicationId: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly filedOn: LocalDate;
  readonly court: Court;
  readonly forum: 'adult' | 'youth';
  readonly notice: 'with' | 'without';
  readonly areaBasis: AreaBasis;
  readonly interimSought: boolean;
  readonly protectedPersonIds: readonly string[];
  readonly victimIds: readonly string[];
  readonly givenAway?: GivenAway;
  readonly reference: Personal<string> | null;
  readonly grounds: Personal<string> | null;
  readonly supportWithdrawn: readonly { readonly protectedPersonId: string; readonly on: LocalDate }[];
  /** The interim orders made while it waits. */
  readonly interims: readonly { readonly orderId: string; readonly made: Moment; readonly otherForum: OtherForumReason | null }[];
  /** In the order of their days. */
  readonly hearings: readonly Hearing[];
  /** Against its refusals, in the order in which they were recorded. */
  readonly appeals: readonly RefusalAppeal[];
  /** That the force does not appeal against the refusal that stands, and why. */
  readonly accepted: { readonly on: LocalDate; readonly reason: Personal<string> | null } | null;
  /** What the force does about refusals of an interim order, by the hearing; absent where nothing was said. */
  readonly interimsSettled?: readonly { readonly hearingId: string; readonly how: InterimRefusalSettling; readonly on: LocalDate }[];
  /** The recorded incidents that it relied on, as they stood when it was authorised; absent where it relied on none or was prepared elsewhere. */
  readonly relied?: readonly ReliedIncident[];
  /** The hearsay that its draft relies on; absent where it relies on none or was prepared elsewhere. */
  readonly hearsay?: FiledHearsay;
  /** What was decided of telling the court that incidents changed since; absent where nothing was. */
  readonly courtTold?: readonly CourtTelling[];
  /** Refusals that a court set aside on appeal, sending the application back to be heard again. */
  readonly setAside: readonly Determination[];
  /** Determinations that were recorded in error. */
  readonly inError: readonly (Determination & { readonly noticedAt: Instant })[];
  /** Appeals, and decisions of appeals, that were recorded in error. */
  readonly appealErrors: readonly { readonly appealId: string; readonly what: 'appeal' | 'decision'; readonly noticedAt: Instant }[];
  /** What else was recorded in error. */
  readonly errors: readonly ApplicationError[];
  /** The day on which a respondent who was under 18 at the filing turns 18, by the date of birth then on record. Absent for all others. */
  readonly eighteenOn?: Personal<LocalDate>;
  /** What was recorded because the respondent is under 18; absent where nothing was. */
  readonly youth?: YouthRecord;
}

/** Notice of it is to be served before the hearing at which evidence is heard. */
export interface FiledHearsay {
  /** When the draft was begun: the rule of that day holds for the notice. */
  readonly begunOn: LocalDate;
  /** The day of the hearing as the draft says it; null where it does not. */
  readonly statedOn: LocalDate | null;
  /** In the order in which it was recorded. */
  readonly served: readonly { readonly noticeId: string; readonly on: LocalDate; readonly how: Personal<string> }[];
}

/** Whether the court is told what became of incidents since the filing. */
export interface CourtTelling {
  readonly on: LocalDate;
  readonly isTold: boolean;
  readonly incidents: readonly IncidentSince[];
  readonly reason: Personal<string> | null;
}

export interface Determination {
  readonly outcome: DetermineOutcome;
  readonly at: Moment;
  readonly court: Court;
  readonly contested: boolean | null;
  /** How the respondent met it; null when the record does not say. */
  readonly heard: Heard | null;
  /** The hearing at which it was; null when the record does not say. */
  readonly hearingId: string | null;
  readonly orderId: string | null;
  readonly reason: DeterminationReason | null;
  /** Why a court of the other forum dealt with it; null where the one it was filed at did. */
  readonly otherForum: OtherForumReason | null;
  readonly note: Personal<string> | null;
}

export type ApplicationState =
  /** Nothing is recorded of it, or it is still prepared here. */
  | { readonly is: 'not-filed'; readonly draft: ApplicationDraft | null; readonly youth?: YouthRecord }
  | (ApplicationRecord & { readonly is: 'pending' })
  | (ApplicationRecord & { readonly is: 'determined'; readonly determination: Determination })
  /** It should never have been on record: nobody filed it, and no court decides it. */
  | (ApplicationRecord & {
      readonly is: 'in-error';
      readonly error: { readonly on: LocalDate; readonly why: WhyApplicationInError; readonly reason: Personal<string> };
    });
/** One that is on record, also where it should never have been. */
export type FiledApplication = Exclude<ApplicationState, { is: 'not-filed' }>;

/** The facts of one application: how it was prepared, where that was done here, and what became of it. */
export const applications: StreamType<ApplicationState, ApplicationFact | DraftFact | YouthFact> = {
  category: 'application',
  initial: { is: 'not-filed', draft: null },
  evolve,
};

/**
 * The court that hears it: the youth court when the respondent is under 18 on the day of filing. A birthday later does not move it
 * (to be confirmed by the force solicitor; cf. Protection from Stalking Act (Northern Ireland) 2022 s.12).
 */
export function forumOn(filedOn: LocalDate, dateOfBirth: LocalDate): 'adult' | 'youth' {
  return ageOn(dateOfBirth, filedOn) < 18 ? 'youth' : 'adult';
}

function isOfDraft(fact: ApplicationFact | DraftFact | YouthFact): fact is DraftFact {
  return Object.hasOwn(draftFactTypes, fact.type);
}

const unsaid: Personal<never> = { about: [], value: null };

const nothingYet = {
  supportWithdrawn: [],
  interims: [],
  hearings: [],
  appeals: [],
  accepted: null,
  setAside: [],
  inError: [],
  appealErrors: [],
  errors: [],
} as const;

function evolve(state: ApplicationState, fact: ApplicationFact | DraftFact | YouthFact): ApplicationState {
  if (isYouthFact(fact)) return { ...state, youth: evolveYouth(state.youth ?? nothingOfYouth, fact) };
  if (isOfDraft(fact)) return state.is === 'not-filed' ? { ...state, draft: evolveDraft(state.draft, fact) } : state;
  if (fact.type === 'ApplicationFiled') {
    const { reference = null, grounds = null, eighteenOn } = fact.personal ?? {};
    const ofYouth = { ...(eighteenOn && { eighteenOn }), ...(state.youth && { youth: state.youth }) };
    const authorisation = state.is === 'not-filed' ? state.draft?.authorisation : undefined;
    const relied = authorisation?.is === 'given' ? authorisation.relied : [];
    const { hearsay, ...filed } = fact.data;
    const rests = { ...(relied.length > 0 && { relied }), ...(hearsay && { hearsay: { ...hearsay, served: [] } }) };
    return { ...filed, is: 'pending', reference, grounds, ...nothingYet, ...ofYouth, ...rests };
  }
  if (state.is === 'not-filed') return state;
  if (isApplicationHearingFact(fact)) return { ...state, hearings: hearingsAfter(state.hearings, fact) };
  switch (fact.type) {
    case 'SupportWithdrawn': {
      const { protectedPersonId, on } = fact.data;
      return { ...state, supportWithdrawn: [...state.supportWithdrawn, { protectedPersonId, on }] };
    }
    case 'InterimOrderObtained': {
      const { orderId, made, otherForum = null } = fact.data;
      return { ...state, interims: [...state.interims, { orderId, made, otherForum }] };
    }
    case 'ApplicationRecordedInError': {
      const { why, at } = fact.data;
      const { is: _is, determination: _none, ...record } = { determination: null, ...state };
      return { ...record, is: 'in-error', error: { on: londonDate(at), why, reason: fact.personal?.reason ?? unsaid } };
    }
    case 'ApplicationEntryRecordedInError': {
      const { errorId, entry, was, at } = fact.data;
      const error = { errorId, entry, was, noticedAt: at, reason: fact.personal?.reason ?? unsaid };
      return withoutApplicationEntry({ ...state, errors: [...state.errors, error] }, entry);
    }
    case 'RefusalAppealed': {
      const { appealId, on, by, court } = fact.data;
      const appeal = { appealId, on, by, court, grounds: fact.personal?.grounds ?? null, determined: null };
      return { ...state, appeals: [...state.appeals, appeal] };
    }
    case 'RefusalAppealDecided':
      return afterAppeal(state, fact);
    case 'RefusalAppealRecordedInError':
      return withoutAppeal(state, fact);
    case 'DeterminationRecordedInError': {
      if (state.is !== 'determined') return state;
      const { determination, ...record } = state;
      const hearings = undecidedAt(state.hearings, determination.hearingId);
      return {
        ...record,
        is: 'pending',
        hearings,
        accepted: null,
        inError: [...state.inError, { ...determination, noticedAt: fact.data.at }],
      };
    }
    case 'HearsayNoticeServed': {
      if (!state.hearsay) return state;
      const { noticeId, on } = fact.data;
      const served = [...state.hearsay.served, { noticeId, on, how: fact.personal?.how ?? unsaid }];
      return { ...state, hearsay: { ...state.hearsay, served } };
    }
    case 'CourtTellingDecided': {
      const { on, isTold, incidents } = fact.data;
      return { ...state, courtTold: [...(state.courtTold ?? []), { on, isTold, incidents, reason: fact.personal?.reason ?? null }] };
    }
    case 'InterimRefusalSettled': {
      const { hearingId, how, on } = fact.data;
      return { ...state, interimsSettled: [...(state.interimsSettled ?? []), { hearingId, how, on }] };
    }
    case 'RefusalAccepted':
      return { ...state, accepted: { on: fact.data.on, reason: fact.personal?.reason ?? null } };
    case 'ApplicationDetermined': {
      const { outcome, at, court, contested, orderId, reason, heard = null, hearingId = null, otherForum = null } = fact.data;
      return {
        ...state,
        is: 'determined',
        hearings: decidedAt(state.hearings, hearingId, heard),
        determination: { outcome, at, court, contested, heard, hearingId, orderId, reason, otherForum, note: fact.personal?.note ?? null },
      };
    }
  }
}

/** The refusal stands beside what became of the appeal; only an application that was sent back waits again. */
function afterAppeal(
  state: FiledApplication,
  { data, personal }: Extract<ApplicationFact, { type: 'RefusalAppealDecided' }>,
): FiledApplication {
  const { appealId, at, court, result, orderId } = data;
  const determined = { at, court, result, orderId, note: personal?.note ?? null };
  const appeals = state.appeals.map((one) => (one.appealId === appealId ? { ...one, determined } : one));
  if (result !== 'remitted' || state.is !== 'determined') return { ...state, appeals };
  const { determination, ...record } = state;
  return { ...record, is: 'pending', appeals, accepted: null, setAside: [...state.setAside, determination] };
}

/** Without the decision the appeal waits again, and a refusal that it had set aside stands. */
function withoutAppeal(
  state: FiledApplication,
  { data: { appealId, what, at } }: Extract<ApplicationFact, { type: 'RefusalAppealRecordedInError' }>,
): FiledApplication {
  const appealErrors = [...state.appealErrors, { appealId, what, noticedAt: at }];
  if (what === 'appeal') return { ...state, appealErrors, appeals: state.appeals.filter((one) => one.appealId !== appealId) };
  const isSentBack = state.appeals.some((one) => one.appealId === appealId && one.determined?.result === 'remitted');
  const appeals = state.appeals.map((one) => (one.appealId === appealId ? { ...one, determined: null } : one));
  const refusal = state.setAside.at(-1);
  if (!isSentBack || !refusal) return { ...state, appealErrors, appeals };
  return { ...state, is: 'determined', appealErrors, appeals, determination: refusal, setAside: state.setAside.slice(0, -1) };
}

/** What was recorded of the hearing with the determination goes with it. */
function undecidedAt(hearings: readonly Hearing[], hearingId: string | null): readonly Hearing[] {
  return hearings.map((hearing) =>
    hearing.hearingId === hearingId && hearing.outcome?.is === 'decided' ? { ...hearing, outcome: null } : hearing,
  );
}

/** The hearing at which it was determined needs no other outcome. */
function decidedAt(hearings: readonly Hearing[], hearingId: string | null, heard: Heard | null): readonly Hearing[] {
  return hearings.map((hearing) =>
    hearing.hearingId === hearingId && !hearing.outcome ? { ...hearing, outcome: { is: 'decided', heard, note: null } } : hearing,
  );
}
