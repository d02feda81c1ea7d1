import type { Fact, Personal } from '#event-sourcing';
import type { LocalDate } from '#calendar';
import type { Condition } from './conditions.js';
import type { ConditionChange, ConditionWords, Court, GivenAway, OfOrder, WordsParts } from './events.js';
import type { End, Moment } from './moments.js';
import { stoodThen, type StoodThen } from './overtaken.js';

// How the force that keeps an order asks the court to vary, renew or discharge it: why and what the protected people say, what is asked, a second
// person's approval, the filing and its result. What the court then did is `OrderVaried`, `OrderRenewed` or `OrderDischarged`, as when others ask.

/** What a court can be asked to do about an order. */
export type AskedOfCourt = 'variation' | 'renewal' | 'discharge';

/** Why the order should not stay as it is. */
export type VariationReason =
  | 'risk-changed'
  | 'breached'
  | 'protected-person-moved'
  | 'respondent-moved'
  | 'unclear-wording'
  | 'work-or-family'
  | 'other-order'
  | 'order-ends'
  | 'no-longer-necessary'
  | 'other';

/** What a protected person says of it, or why nobody could ask. A reason not to ask is coded, so that it can be counted and checked. */
export type Consultation =
  | 'supports'
  | 'opposes'
  | 'no-view'
  | 'not-asked-cannot-be-reached-safely'
  | 'not-asked-urgent-risk'
  | 'not-asked-at-own-request'
  | 'not-asked-not-traced'
  | 'not-asked-other';

/** Whether they know that the court is asked; `do-not-tell` where being told would put them at risk. */
export type ToldOfVariation = 'told-safely' | 'not-told' | 'do-not-tell';

export type VariationOutcome = 'granted-as-asked' | 'granted-with-changes' | 'refused' | 'withdrawn';

/** Why the court refused, or why it was withdrawn. */
export type VariationRefusal =
  | 'not-necessary'
  | 'incompatible-with-another-order'
  | 'conflicts-with-work-or-worship'
  | 'evidence'
  | 'circumstances-changed'
  | 'still-necessary'
  | 'procedural'
  | 'other';

type OfProposal = OfOrder & { proposalId: string };

/** The facts of proposals, on the stream of the order. `by` is the user who did it: nobody approves their own work. */
export type ProposalFact =
  | Fact<
      'VariationProposed',
      /** `on`: the London day; absent where it was recorded before it was kept. */
      OfProposal & { asks: AskedOfCourt; because: VariationReason; by: string; on?: LocalDate },
      { reason: Personal<string> }
    >
  | Fact<
      'ViewsConsulted',
      OfProposal & { protectedPersonId: string; on: LocalDate; consultation: Consultation; told: ToldOfVariation },
      { words?: Personal<string> }
    >
  /** Drafted again, the last draft stands and has to be approved anew. */
  | Fact<'VariationDrafted', OfProposal & { by: string; changes: readonly ConditionChange[]; end: End | null }, WordsParts>
  /** `givesAway`: what whoever approved saw that it tells the respondent of where a protected person can be reached; absent where it tells nothing. */
  | Fact<'VariationApproved', OfProposal & { by: string; on?: LocalDate; givesAway?: GivenAway['found'] }, { note?: Personal<string> }>
  | Fact<'VariationSentBack', OfProposal & { by: string }, { note: Personal<string> }>
  | Fact<'VariationFiled', OfProposal & { filedOn: LocalDate; court: Court; givenAway?: GivenAway }, { reference?: Personal<string> }>
  /** When it was granted the fact of the change itself follows, with the id of the proposal. */
  | Fact<
      'VariationDecided',
      OfProposal & { outcome: VariationOutcome; at: Moment; court: Court | null; because: VariationRefusal | null },
      { note?: Personal<string> }
    >
  /** Somebody decided that the force does not appeal against the refusal (SPA 2019 s.7). */
  | Fact<'VariationRefusalAccepted', OfProposal & { on: LocalDate }, { reason: Personal<string> }>;

/** A clause as it is to become, with the words apart. */
export interface DraftedChange {
  readonly change: ConditionChange;
  /** Null where the condition is taken out. */
  readonly words: Personal<ConditionWords> | null;
  /** What it was drafted upon; null where the condition is added. */
  readonly stood: StoodThen | null;
}

export interface Views {
  readonly protectedPersonId: string;
  readonly on: LocalDate;
  readonly consultation: Consultation;
  readonly told: ToldOfVariation;
  readonly words: Personal<string> | null;
  /** What was recorded of them before, the oldest first. */
  readonly earlier: readonly Omit<Views, 'earlier'>[];
}

export interface Proposal {
  readonly proposalId: string;
  readonly asks: AskedOfCourt;
  readonly because: VariationReason;
  /** The London day on which it was begun; null where that was not kept. */
  readonly begunOn: LocalDate | null;
  readonly reason: Personal<string>;
  /** The users who wrote any of it: none of them may approve it. */
  readonly authors: readonly string[];
  /** One for each protected person asked or excepted, the latest. */
  readonly views: readonly Views[];
  readonly draft: { readonly changes: readonly DraftedChange[]; readonly end: End | null } | null;
  /** How often it was drafted: what whoever approves it was shown. */
  readonly drafts: number;
  readonly approvedBy: string | null;
  /** The London day of the approval, and what was noted with it; null where that was not kept, or nothing is approved. */
  readonly approvedOn: LocalDate | null;
  readonly approvalNote: Personal<string> | null;
  /** Why it was sent back to be drafted again; null once it was. */
  readonly sentBack: Personal<string> | null;
  readonly filed: {
    readonly on: LocalDate;
    readonly court: Court;
    readonly reference: Personal<string> | null;
    /** What of where a protected person can be reached it was filed with on purpose. */
    readonly givenAway: GivenAway | null;
  } | null;
  readonly decided: {
    readonly outcome: VariationOutcome;
    readonly at: Moment;
    readonly court: Court | null;
    readonly because: VariationRefusal | null;
    readonly note: Personal<string> | null;
  } | null;
  /** That the force does not appeal against the refusal, and why. */
  readonly accepted: { readonly on: LocalDate; readonly reason: Personal<string> } | null;
}

export const variationSteps = ['views', 'changes', 'approval', 'filing', 'result'] as const;
export type VariationStep = (typeof variationSteps)[number];
export type StepState = 'cannot-start' | 'to-do' | 'done';

/**
 * How far a proposal is. The views of the protected people are a gate: until each was asked, or a coded reason not to ask is recorded,
 * it can be neither approved nor filed.
 */
export function stepsOf(proposal: Proposal, protectedPersonIds: readonly string[]): Readonly<Record<VariationStep, StepState>> {
  const views = notConsulted(proposal, protectedPersonIds).length === 0;
  const changes = proposal.draft !== null && proposal.sentBack === null;
  const approved = proposal.approvedBy !== null;
  const step = (done: boolean, open: boolean): StepState => (done ? 'done' : open ? 'to-do' : 'cannot-start');
  return {
    views: step(views, true),
    changes: step(changes, true),
    approval: step(approved, views && changes),
    filing: step(proposal.filed !== null, approved),
    result: step(proposal.decided !== null, proposal.filed !== null),
  };
}

/** The protected people about whose views nothing is recorded. */
export function notConsulted(proposal: Proposal, protectedPersonIds: readonly string[]): readonly string[] {
  return protectedPersonIds.filter((id) => !proposal.views.some(({ protectedPersonId }) => protectedPersonId === id));
}

/** Whether a renewal was filed after the last day that the order had then. What it brings shows in the renewal itself. */
export function filedOutOfTime(
  { ends }: { readonly ends: readonly { readonly end: End; readonly from: Moment; readonly by: string }[] },
  { asks, filed }: Proposal,
): boolean {
  if (asks !== 'renewal' || !filed) return false;
  const then = ends.findLast(({ from }) => from.on < filed.on)?.end ?? ends[0]?.end;
  return then?.is === 'fixed' && filed.on > then.lastDay;
}

const proposalFacts: Readonly<Record<ProposalFact['type'], true>> = {
  VariationProposed: true,
  ViewsConsulted: true,
  VariationDrafted: true,
  VariationApproved: true,
  VariationSentBack: true,
  VariationFiled: true,
  VariationDecided: true,
  VariationRefusalAccepted: true,
};

export function isProposalFact(fact: Fact): fact is ProposalFact {
  return Object.hasOwn(proposalFacts, fact.type);
}

/** The proposals after one more fact. `conditions`: of the order, as they stand by then. */
export function proposalsAfter(proposals: readonly Proposal[], fact: ProposalFact, conditions: readonly Condition[]): readonly Proposal[] {
  if (fact.type === 'VariationProposed') return [...proposals, proposed(fact)];
  return proposals.map((proposal) => (proposal.proposalId === fact.data.proposalId ? after(proposal, fact, conditions) : proposal));
}

function proposed({ data, personal }: Extract<ProposalFact, { type: 'VariationProposed' }>): Proposal {
  const { proposalId, asks, because, by, on = null } = data;
  return {
    ...{
      proposalId,
      asks,
      because,
      begunOn: on,
      authors: [by],
      views: [],
      draft: null,
      drafts: 0,
      approvedBy: null,
      approvedOn: null,
      approvalNote: null,
      sentBack: null,
      filed: null,
      decided: null,
      accepted: null,
    },
    reason: personal?.reason ?? nothing,
  };
}

/** Whether the court made of it what the order then says. */
export function wasGranted(outcome: VariationOutcome): boolean {
  return outcome === 'granted-as-asked' || outcome === 'granted-with-changes';
}

/** The proposals after what was said to have become of one, or the change that came of it, was recorded in error: it is to be decided anew. */
export function undecided(proposals: readonly Proposal[], proposalId: string): readonly Proposal[] {
  return proposals.map((proposal) => (proposal.proposalId === proposalId ? { ...proposal, decided: null, accepted: null } : proposal));
}

const nothing: Personal<never> = { about: [], value: null };

function after(proposal: Proposal, fact: Exclude<ProposalFact, { type: 'VariationProposed' }>, conditions: readonly Condition[]): Proposal {
  switch (fact.type) {
    case 'ViewsConsulted': {
      const { protectedPersonId, on, consultation, told } = fact.data;
      const { earlier = [], ...before } = proposal.views.find((one) => one.protectedPersonId === protectedPersonId) ?? {};
      const given = { protectedPersonId, on, consultation, told, words: fact.personal?.words ?? null };
      const views: Views = { ...given, earlier: 'protectedPersonId' in before ? [...earlier, before] : earlier };
      const others = proposal.views.filter((one) => one.protectedPersonId !== protectedPersonId);
      // Whoever approved it had read something else.
      return { ...proposal, views: [...others, views], approvedBy: proposal.filed ? proposal.approvedBy : null };
    }
    case 'VariationDrafted': {
      const { by, changes, end } = fact.data;
      const drafted = changes.map((change): DraftedChange => {
        const words = change.change === 'removed' ? null : (fact.personal?.[`words:${change.version.versionId}`] ?? nothing);
        return { change, words, stood: stoodThen(conditions, change) };
      });
      const authors = [...new Set([...proposal.authors, by])];
      return { ...proposal, authors, draft: { changes: drafted, end }, drafts: proposal.drafts + 1, approvedBy: null, sentBack: null };
    }
    case 'VariationApproved':
      return { ...proposal, approvedBy: fact.data.by, approvedOn: fact.data.on ?? null, approvalNote: fact.personal?.note ?? null };
    case 'VariationSentBack':
      return { ...proposal, approvedBy: null, sentBack: fact.personal?.note ?? nothing };
    case 'VariationFiled': {
      const { filedOn: on, court, givenAway = null } = fact.data;
      return { ...proposal, filed: { on, court, reference: fact.personal?.reference ?? null, givenAway } };
    }
    case 'VariationDecided': {
      const { outcome, at, court, because } = fact.data;
      return { ...proposal, decided: { outcome, at, court, because, note: fact.personal?.note ?? null } };
    }
    case 'VariationRefusalAccepted':
      return { ...proposal, accepted: { on: fact.data.on, reason: fact.personal?.reason ?? nothing } };
  }
}
