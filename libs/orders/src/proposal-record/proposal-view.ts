import { type LocalDate, londonDate } from '#calendar';
import { libraryCondition } from '../domain/condition-library.js';
import type { Condition, ConditionVersion } from '../domain/conditions.js';
import type { WeighedConflict } from '../domain/events.js';
import { errorsOf } from '../domain/in-error.js';
import type { End } from '../domain/moments.js';
import { latestEnd, type MadeOrder } from '../domain/order.js';
import { overtakenIn, overtakenWords } from '../domain/overtaken.js';
import {
  type DraftedChange,
  filedOutOfTime,
  type Proposal,
  type StepState,
  stepsOf,
  type VariationStep,
  variationSteps,
} from '../domain/variation.js';
import { besideIdsOf } from '../domain/weighing.js';
import { givenAwayWords } from '../file-drafted-application/given-away-words.js';
import { compareWords, type Part } from '../order-record/compare.js';
import { type DischargeLock, lockOf } from './discharge-lock.js';
import { type KnownPerson, type Spoken, spokenTo } from '../order-record/spoken.js';

/** One clause as it is asked to become, beside what it is. */
export interface ChangeView {
  readonly change: DraftedChange['change']['change'];
  readonly number: number | null;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The clause before and after in pieces; null where there is nothing to compare. */
  readonly compared: readonly Part[] | null;
  readonly necessity: string | null;
}

type Said = Pick<Proposal['views'][number], 'on' | 'consultation' | 'told'> & { readonly words: string | null };

/** What the court made of it, in the words it ordered. */
export interface Ordered {
  readonly clauses: readonly {
    readonly number: number;
    readonly title: string;
    readonly is: 'worded' | 'taken-out';
    readonly words: string | null;
  }[];
  readonly end: End | null;
}

/** A proposal for one reader. */
export interface ProposalView {
  readonly proposalId: string;
  readonly asks: Proposal['asks'];
  readonly because: Proposal['because'];
  readonly reason: string | null;
  readonly steps: readonly { readonly step: VariationStep; readonly state: StepState }[];
  readonly views: readonly {
    readonly who: string;
    readonly given: Said | null;
    /** What was recorded of them before, the oldest first. */
    readonly earlier: readonly Said[];
  }[];
  readonly changes: readonly ChangeView[];
  /** What a court changed meanwhile of what it changes, in words. */
  readonly overtaken: readonly string[];
  /** The end asked for; null when it stays. */
  readonly end: End | null;
  /** Until when the order lasts now, while it is not decided. */
  readonly lasts: End | null;
  /** What the court ordered where it granted something else than was asked; null otherwise. */
  readonly ordered: Ordered | null;
  /** Of a discharge: the consents that it needs; null where it needs none now, or once it is decided. */
  readonly lock: DischargeLock | null;
  /** Why it goes on although it may not fit beside other orders, for the draft there is. */
  readonly weighed: readonly { readonly reason: string | null; readonly besideIds: readonly string[] }[];
  readonly sentBack: string | null;
  /** Who approved it as it stands, by user id, when, and what they noted; null while nobody did. */
  readonly approved: { readonly by: string; readonly on: LocalDate | null; readonly note: string | null } | null;
  readonly filed: { readonly on: string; readonly court: MadeOrder['court']; readonly reference: string | null } | null;
  /** What of where a protected person can be reached it was filed with on purpose, in words; null for nothing. */
  readonly givenAway: string | null;
  /** Filed after the last day of the order. */
  readonly outOfTime: boolean;
  /** That what became of it was recorded in error, the last time, while nothing is decided anew; null otherwise. */
  readonly undone: { readonly on: string; readonly reason: string | null } | null;
  readonly decided: (Omit<NonNullable<Proposal['decided']>, 'note'> & { readonly note: string | null }) | null;
  /** That the force does not appeal against the refusal, and why. */
  readonly accepted: { readonly on: string; readonly reason: string | null } | null;
}

/** The proposal as the force that keeps the order reads it; no other does. */
export function proposalView(order: MadeOrder, proposal: Proposal, people: readonly KnownPerson[], today: LocalDate | null): ProposalView {
  const spoken = spokenTo(people, { keeper: order.force, own: order.force });
  const { read } = spoken;
  const states = stepsOf(proposal, order.protectedPersonIds);
  const said = ({ on, consultation, told, words }: Omit<Proposal['views'][number], 'earlier'>): Said => ({
    ...{ on, consultation, told, words: read(words) },
  });
  const { proposalId, asks, because, filed, decided, accepted } = proposal;
  const error = decided === null ? errorsOf(order, proposalId).at(-1) : undefined;
  return {
    ...{ proposalId, asks, because, reason: read(proposal.reason), end: proposal.draft?.end ?? null, sentBack: read(proposal.sentBack) },
    steps: variationSteps.map((step) => ({ step, state: states[step] })),
    views: order.protectedPersonIds.map((id) => {
      const person = people.find((one) => one.id === id);
      const given = proposal.views.find(({ protectedPersonId }) => protectedPersonId === id);
      return {
        who: person?.name ?? `Protected person ${person?.letter ?? ''}`.trim(),
        given: given ? said(given) : null,
        earlier: (given?.earlier ?? []).map(said),
      };
    }),
    changes: (proposal.draft?.changes ?? []).map((drafted) => changeView(order.conditions, drafted, proposalId, spoken)),
    overtaken: overtakenIn(order, proposal).map(overtakenWords),
    approved: proposal.approvedBy === null ? null : { by: proposal.approvedBy, on: proposal.approvedOn, note: read(proposal.approvalNote) },
    lasts: decided === null ? latestEnd(order) : null,
    ordered: decided?.outcome === 'granted-with-changes' ? orderedOn(order, proposalId, spoken) : null,
    lock: lockOf(order, proposal, today),
    weighed: order.weighings
      .filter(
        ({ of, conflicts }) => of !== 'order' && 'proposalId' in of && of.proposalId === proposalId && conflicts.some(isOfDraft(proposal)),
      )
      .map(({ reason, conflicts }) => ({ reason: read(reason), besideIds: besideIdsOf(conflicts) })),
    filed: filed && { on: filed.on, court: filed.court, reference: read(filed.reference) },
    givenAway: filed?.givenAway ? givenAwayWords(filed.givenAway, order.force) : null,
    outOfTime: filedOutOfTime(order, proposal),
    undone: error ? { on: londonDate(error.at), reason: read(error.reason) } : null,
    decided: decided && { ...decided, note: read(decided.note) },
    accepted: accepted && { on: accepted.on, reason: read(accepted.reason) },
  };
}

/** Whether what was weighed is of the wordings that are drafted now, not of an earlier draft. */
function isOfDraft({ draft }: Proposal): (weighed: WeighedConflict) => boolean {
  const drafted = (draft?.changes ?? []).flatMap(({ change }) => (change.change === 'removed' ? [] : [change.version.versionId]));
  return ({ versionIds }) => versionIds.some((id) => drafted.includes(id));
}

function orderedOn({ conditions, variations, renewals }: MadeOrder, proposalId: string, { shown }: Spoken): Ordered {
  const clauses = conditions.flatMap(({ versions, removals }) => {
    const worded = versions.filter(({ by }) => by !== 'order' && by.variationId === proposalId);
    const last = versions.at(-1);
    const gone = last && removals.some(({ variationId }) => variationId === proposalId) ? [last] : [];
    const clause = (is: 'worded' | 'taken-out') => (version: ConditionVersion) => {
      const { value } = version.words;
      return {
        number: version.plain.number,
        title: libraryCondition(version.plain.code).title,
        is,
        words: value ? shown(value.wording) : null,
      };
    };
    return [...worded.map(clause('worded')), ...gone.map(clause('taken-out'))];
  });
  const varied = variations.find(({ variationId }) => variationId === proposalId);
  const renewed = renewals.find(({ renewalId }) => renewalId === proposalId);
  return { clauses: clauses.toSorted((a, b) => a.number - b.number), end: varied?.end ?? renewed?.end ?? null };
}

function changeView(conditions: readonly Condition[], { change, words }: DraftedChange, proposalId: string, spoken: Spoken): ChangeView {
  const id = change.change === 'removed' ? change.conditionId : change.version.conditionId;
  // Once it was granted the last wording is the one it brought: before is what stood until then.
  const versions = conditions.find(({ conditionId }) => conditionId === id)?.versions ?? [];
  const granted = versions.findIndex(({ by }) => by !== 'order' && by.variationId === proposalId);
  const standing = granted < 0 ? versions.at(-1) : versions[granted - 1];
  const shown = (text: string | null | undefined): string | null => (text ? spoken.shown(text) : null);
  const [before, after] = [shown(standing?.words.value?.wording), shown(words?.value?.wording)];
  const plain = change.change === 'removed' ? standing?.plain : change.version;
  return {
    ...{ change: change.change, before, after, number: plain?.number ?? null, necessity: shown(words?.value?.necessity) },
    title: plain ? libraryCondition(plain.code).title : 'Condition',
    compared: before !== null && after !== null ? compareWords(before, after) : null,
  };
}
