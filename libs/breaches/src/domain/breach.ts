import type { Instant, LocalDate } from '#calendar';
import type { Personal, StreamType } from '#event-sourcing';
import { extensionOf, withoutExtension } from './extensions.js';
import { isConcluded, isOpen } from './progress.js';
import { updateOf, type VictimUpdate } from './victim-update.js';
import type {
  Allegation,
  BreachFact,
  BreachOutcome,
  Channel,
  ContactKind,
  FlagReason,
  NfaReason,
  Occurred,
  ReporterRole,
  SafetyAction,
  SafetyRisk,
} from './events.js';

type DataOf<Type extends BreachFact['type']> = Extract<BreachFact, { type: Type }>['data'];

/**
 * Where the incident stands, in the words of the page. `kept` is contact that nobody alleges to be a breach; `withdrawn` was alleged once
 * and is no longer: both stay on the history.
 */
export type BreachStatus =
  | 'none'
  | 'kept'
  | 'alleged'
  | 'withdrawn'
  | 'arrested'
  | 'interviewed'
  | 'on-bail'
  | 'under-investigation'
  | 'charged'
  | 'no-further-action'
  | 'out-of-court'
  | BreachOutcome;

export interface AllegationState extends Allegation {
  /** Why it was withdrawn; null while it is maintained. */
  readonly withdrawn: Personal<string> | null;
}

export interface Addendum {
  readonly addendumId: string;
  readonly occurred: Occurred | null;
  readonly text: Personal<string>;
}

/** When it was recorded to have happened before it was corrected, and why. */
export type TimeBefore = Readonly<Pick<DataOf<'TimeCorrected'>, 'correctionId' | 'was'>> & { readonly reason: Personal<string> };

export interface Evidence {
  readonly evidenceId: string;
  readonly kind: DataOf<'EvidenceReferenced'>['kind'];
  readonly reference: Personal<string>;
}

export type Release = DataOf<'ReleasedFromCustody'>['how'];
/** What was decided after the charge, and by whom. */
export type Remand = Readonly<Pick<DataOf<'RemandDecided'>, 'at' | 'by' | 'how'>>;
export type OutOfCourtDisposal = DataOf<'DisposedOutOfCourt'>['how'];
export type EvidenceKind = Evidence['kind'];
export type ChargingTest = DataOf<'Charged'>['test'];
export type ReasonableExcuse = DataOf<'BreachReported'>['reasonableExcuse'];
export type WhyKept = DataOf<'ContactKept'>['why'];
export type FlagDecision = DataOf<'FlagReviewed'>['decision'];

/** One thing done about the breach, in the order it was recorded. */
export type Step =
  | { readonly is: 'arrest'; readonly at: Instant }
  | ({ readonly is: 'detention-extended' } & Readonly<Pick<DataOf<'DetentionExtended'>, 'extensionId' | 'at' | 'by' | 'until'>>)
  | { readonly is: 'interview'; readonly at: Instant; readonly underCaution: boolean }
  | { readonly is: 'release'; readonly at: Instant; readonly how: Release }
  | ({ readonly is: 'remand' } & Remand)
  | { readonly is: 'charge'; readonly at: Instant; readonly offenceCodes: readonly string[]; readonly test: ChargingTest }
  | { readonly is: 'no-further-action'; readonly at: Instant; readonly reason: NfaReason; readonly note: Personal<string> | null }
  | { readonly is: 'out-of-court'; readonly at: Instant; readonly how: OutOfCourtDisposal }
  | {
      readonly is: 'court-outcome';
      readonly on: LocalDate;
      readonly receivedAt: Instant;
      readonly outcome: BreachOutcome;
      readonly sentence: Personal<string> | null;
    };

export interface Flag {
  readonly flagId: string;
  readonly because: FlagReason;
  readonly orderId: string;
  /** When the change that raised it was recorded. */
  readonly at: Instant;
  /** The correction of the order that raised it, where one did. */
  readonly correctionId?: string;
  /** Null until a person has looked. */
  readonly review: { readonly decision: FlagDecision; readonly note: Personal<string> } | null;
}

export interface Safety {
  readonly at: Instant;
  readonly risk: SafetyRisk;
  readonly actions: readonly SafetyAction[];
}

/** One incident reported against the orders of one perpetrator, as its facts leave it. */
export interface BreachState {
  readonly status: BreachStatus;
  readonly breachId: string;
  readonly perpetratorId: string;
  readonly force: string;
  /** Whether it was ever said to breach an order; a withdrawn allegation leaves it true. */
  readonly isBreach: boolean;
  readonly occurred: Occurred;
  readonly reportedAt: Instant;
  readonly channel: Channel;
  readonly reporter: ReporterRole;
  readonly kinds: readonly ContactKind[];
  readonly protectedPersonIds: readonly string[];
  readonly account: Personal<string>;
  readonly place: Personal<string> | null;
  readonly excuse: Personal<string> | null;
  readonly reasonableExcuse: ReasonableExcuse;
  /** Why it was kept without an allegation; null when it was reported as a breach. */
  readonly whyKept: WhyKept | null;
  /** What shows that he knew of an order alleged against must still be found, as it was known when it was alleged. */
  readonly awarenessToShow: boolean;
  readonly allegations: readonly AllegationState[];
  readonly addenda: readonly Addendum[];
  /** What was recorded of when it happened before, the first answer first. */
  readonly timesBefore: readonly TimeBefore[];
  readonly evidence: readonly Evidence[];
  readonly steps: readonly Step[];
  readonly updates: readonly VictimUpdate[];
  readonly flags: readonly Flag[];
  /** The last assessment of the risk; null before the first. */
  readonly safety: Safety | null;
  /** What the supervisor found last; null before anybody looked. */
  readonly supervised: 'agreed' | 'more-to-do' | null;
}

/** Words that were stored about nobody: there are none. */
const nothing: Personal<never> = { about: [], value: null };

const initial: BreachState = {
  status: 'none',
  breachId: '',
  perpetratorId: '',
  force: '',
  isBreach: false,
  occurred: { on: '', until: '', at: null },
  reportedAt: '',
  channel: 'other',
  reporter: 'other',
  kinds: [],
  protectedPersonIds: [],
  account: nothing,
  place: null,
  excuse: null,
  reasonableExcuse: 'not-asked',
  whyKept: null,
  awarenessToShow: false,
  allegations: [],
  addenda: [],
  timesBefore: [],
  evidence: [],
  steps: [],
  updates: [],
  flags: [],
  safety: null,
  supervised: null,
};

/** The stream `breach-<id>`. */
export const breaches: StreamType<BreachState, BreachFact> = {
  category: 'breach',
  initial,
  evolve(state, fact): BreachState {
    switch (fact.type) {
      case 'BreachReported': {
        const { allegations, ...data } = fact.data;
        return {
          ...initial,
          ...data,
          ...told(fact.personal),
          excuse: fact.personal?.excuse ?? null,
          status: 'alleged',
          isBreach: true,
          allegations: allegations.map((allegation) => ({ ...allegation, withdrawn: null })),
        };
      }
      case 'ContactKept': {
        const { why, ...data } = fact.data;
        return { ...initial, ...data, ...told(fact.personal), status: 'kept', whyKept: why };
      }
      case 'AllegationAdded': {
        const { allegation, awarenessToShow } = fact.data;
        const status = state.status === 'kept' || state.status === 'withdrawn' ? 'alleged' : state.status;
        return {
          ...state,
          status,
          isBreach: true,
          awarenessToShow,
          allegations: [...state.allegations, { ...allegation, withdrawn: null }],
        };
      }
      case 'AllegationWithdrawn': {
        const allegations = state.allegations.map((one) =>
          one.allegationId === fact.data.allegationId ? { ...one, withdrawn: fact.personal?.reason ?? nothing } : one,
        );
        const none = allegations.every((one) => one.withdrawn !== null);
        return { ...state, allegations, status: none && isOpen(state) ? 'withdrawn' : state.status };
      }
      case 'AddendumRecorded':
        return {
          ...state,
          addenda: [
            ...state.addenda,
            { addendumId: fact.data.addendumId, occurred: fact.data.occurred, text: fact.personal?.text ?? nothing },
          ],
        };
      case 'TimeCorrected': {
        const { occurred, awarenessToShow, correctionId, was } = fact.data;
        const before = { correctionId, was, reason: fact.personal?.reason ?? nothing };
        return { ...state, occurred, awarenessToShow, timesBefore: [...state.timesBefore, before] };
      }
      case 'EvidenceReferenced':
        return {
          ...state,
          evidence: [
            ...state.evidence,
            { evidenceId: fact.data.evidenceId, kind: fact.data.kind, reference: fact.personal?.reference ?? nothing },
          ],
        };
      case 'ArrestMade':
        return step(state, { is: 'arrest', at: fact.data.at }, state.status === 'charged' ? 'charged' : 'arrested');
      case 'DetentionExtended':
        return step(state, extensionOf(fact), state.status);
      case 'ExtensionRecordedInError':
        return { ...state, steps: withoutExtension(state.steps, fact.data.extensionId) };
      case 'InterviewHeld':
        return step(
          state,
          { is: 'interview', at: fact.data.at, underCaution: fact.data.underCaution },
          state.status === 'alleged' ? 'interviewed' : state.status,
        );
      case 'ReleasedFromCustody':
        return step(state, { is: 'release', at: fact.data.at, how: fact.data.how }, afterRelease(state.status, fact.data.how));
      case 'RemandDecided': {
        const { at, by, how } = fact.data;
        return step(state, { is: 'remand', at, by, how }, state.status);
      }
      case 'Charged':
        return step(
          state,
          { is: 'charge', at: fact.data.at, offenceCodes: fact.data.offenceCodes, test: fact.data.test },
          isConcluded(state) ? state.status : 'charged',
        );
      case 'NoFurtherAction':
        return step(
          state,
          { is: 'no-further-action', at: fact.data.at, reason: fact.data.reason, note: fact.personal?.note ?? null },
          'no-further-action',
        );
      case 'DisposedOutOfCourt':
        return step(state, { is: 'out-of-court', at: fact.data.at, how: fact.data.how }, 'out-of-court');
      case 'CourtOutcomeRecorded': {
        const { on, outcome, receivedAt } = fact.data;
        return step(state, { is: 'court-outcome', on, outcome, receivedAt, sentence: fact.personal?.sentence ?? null }, outcome);
      }
      case 'VictimTold':
      case 'VictimNotTold':
        return { ...state, updates: [...state.updates, updateOf(fact)] };
      case 'SafetyAssessed': {
        const { at, risk, actions } = fact.data;
        return { ...state, safety: { at, risk, actions } };
      }
      case 'SupervisorReviewed':
        return { ...state, supervised: fact.data.decision };
      case 'ReviewFlagged': {
        const { flagId, because, orderId, at, correctionId } = fact.data;
        const by = correctionId === undefined ? {} : { correctionId };
        return { ...state, flags: [...state.flags, { flagId, because, orderId, at, ...by, review: null }] };
      }
      case 'FlagReviewed': {
        const review = { decision: fact.data.decision, note: fact.personal?.note ?? nothing };
        return { ...state, flags: state.flags.map((flag) => (flag.flagId === fact.data.flagId ? { ...flag, review } : flag)) };
      }
    }
  },
};

function told(parts: { account: Personal<string>; place?: Personal<string> } | undefined): Pick<BreachState, 'account' | 'place'> {
  return { account: parts?.account ?? nothing, place: parts?.place ?? null };
}

function step(state: BreachState, taken: Step, status: BreachStatus): BreachState {
  return { ...state, status, steps: [...state.steps, taken] };
}

function afterRelease(status: BreachStatus, how: Release): BreachStatus {
  if (status !== 'arrested') return status;
  switch (how) {
    case 'bail-with-conditions':
    case 'bail':
      return 'on-bail';
    case 'under-investigation':
      return 'under-investigation';
    case 'no-further-action':
      return 'alleged';
  }
}
