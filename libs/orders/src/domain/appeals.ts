import type { LocalDate } from '#calendar';
import type { Applicant, Court } from './events.js';
import { kindRule } from './kinds/index.js';
import { byMoment, type Moment, reaches } from './moments.js';
import { type Appeal, latestEnd, type MadeOrder } from './order.js';

/** When and where a court refused what another than our force had asked for. */
export interface Refused {
  readonly on: LocalDate;
  readonly court: Court;
}

/**
 * The decision of a court that is appealed. `refusal`: of an application to vary, renew or discharge; `proposalId` is null where another than our
 * force had asked, and `refused` says then which decision it is.
 */
export type Appealed =
  | { readonly decision: 'making' }
  | { readonly decision: 'variation'; readonly variationId: string }
  | { readonly decision: 'renewal'; readonly renewalId: string }
  | { readonly decision: 'discharge' }
  | {
      readonly decision: 'refusal';
      readonly of: 'variation' | 'renewal' | 'discharge';
      readonly proposalId: string | null;
      readonly refused?: Refused;
    };

/**
 * What the court did on an appeal. `quashed`: the order itself; `set-aside`: the variation, renewal or discharge alone; `varied`: it words the
 * order anew, which is then recorded; `discharged`: what had been refused; `confirmed`: nothing changes.
 */
export type AppealResult = 'quashed' | 'set-aside' | 'varied' | 'discharged' | 'remitted' | 'confirmed' | 'abandoned';

/** A decision on record that somebody may appeal. */
export interface Appealable {
  readonly against: Appealed;
  /** When it was made; null where no day of it is on record. */
  readonly at: Moment | null;
  readonly by: readonly Applicant[];
  /** The courts that hear such an appeal. */
  readonly courts: readonly Court['type'][];
}

/** A decision as forms and the API name it, for instance `variation:<id>`. */
export function appealedAs(against: Appealed): string {
  switch (against.decision) {
    case 'variation':
      return `variation:${against.variationId}`;
    case 'renewal':
      return `renewal:${against.renewalId}`;
    case 'refusal':
      return `refusal-of-${against.of}${against.proposalId === null ? '' : `:${against.proposalId}`}`;
    case 'making':
    case 'discharge':
      return against.decision;
  }
}

/**
 * The decisions about the order that can be appealed, with who may appeal each by the law of its day (SPA 2019 s.7 and the like). Nobody
 * appeals against what they obtained themselves. What a court did on an appeal is not among them.
 */
export function appealableOf(order: MadeOrder): readonly Appealable[] {
  const rule = kindRule(order.kind);
  const decision = (
    against: Appealed,
    at: Moment | null,
    court: Court,
    whose: { readonly obtainedBy?: Applicant; readonly askedBy?: readonly Applicant[] } = {},
  ): Appealable[] => {
    const appeals = rule.appeals((at ?? order.made).on);
    if (!appeals) return [];
    const table = {
      making: appeals.making,
      refusal: appeals.refusal,
      variation: appeals.change,
      renewal: appeals.change,
      discharge: appeals.change,
    };
    const by = table[against.decision].filter((one) => one !== whose.obtainedBy && (whose.askedBy?.includes(one) ?? true));
    return by.length === 0 ? [] : [{ against, at, by, courts: appeals.heardBy[court.type] ?? [] }];
  };
  return [
    ...(order.onAppeal === null ? decision({ decision: 'making' }, order.made, order.court) : []),
    ...order.variations
      .filter(({ onAppeal }) => onAppeal === null)
      .flatMap(({ variationId, effective, court, onApplicationOf }) =>
        decision({ decision: 'variation', variationId }, effective, court, { obtainedBy: onApplicationOf }),
      ),
    ...order.renewals.flatMap(({ renewalId, made, court, onApplicationOf }) =>
      decision({ decision: 'renewal', renewalId }, made, court, { obtainedBy: onApplicationOf }),
    ),
    ...(order.is === 'over' && order.over.because === 'discharged' && !order.over.onAppeal
      ? decision({ decision: 'discharge' }, order.over.at, order.over.court, { obtainedBy: order.over.onApplicationOf })
      : []),
    ...order.proposals.flatMap(({ proposalId, asks, decided }) =>
      decided?.outcome === 'refused'
        ? decision({ decision: 'refusal', of: asks, proposalId }, decided.at, decided.court ?? order.court, { askedBy: ['chief-officer'] })
        : [],
    ),
    ...(['variation', 'renewal', 'discharge'] as const).flatMap((of) => {
      const mayAsk = { variation: rule.mayVary, renewal: rule.mayRenew, discharge: rule.mayDischarge }[of];
      // What a chief officer asked is on record; of what others asked only the appeal tells.
      const askedBy = mayAsk.filter((one) => one !== 'chief-officer' && one !== 'court');
      return decision({ decision: 'refusal', of, proposalId: null }, null, order.court, { askedBy });
    }),
  ];
}

/** The decision that is named so, as it can be appealed; null where there is none. */
export function appealableNamed(order: MadeOrder, name: string): Appealable | null {
  return appealableOf(order).find(({ against }) => appealedAs(against) === name) ?? null;
}

/**
 * Whether a chief officer can appeal against the refusal of what the force asked for in the proposal (SPA 2019 s.7), or did, or somebody decided that
 * the force does not; null where none of it. For how long it can be does not count.
 */
export function refusalToAppeal(order: MadeOrder, proposalId: string): 'open' | 'appealed' | 'accepted' | null {
  const isOfThis = (against: Appealed | null) => against?.decision === 'refusal' && against.proposalId === proposalId;
  if (order.appeals.some(({ against }) => isOfThis(against))) return 'appealed';
  if (!appealableOf(order).some(({ against, by }) => isOfThis(against) && by.includes('chief-officer'))) return null;
  return order.proposals.some((one) => one.proposalId === proposalId && one.accepted) ? 'accepted' : 'open';
}

const withoutChange: readonly AppealResult[] = ['confirmed', 'remitted', 'abandoned'];

/** What can come of the appeal. Only one against the making quashes the order. An appeal recorded without its decision is one against the making where who appeals may appeal that. */
export function resultsOf(order: MadeOrder, { against, by }: Pick<Appeal, 'against' | 'by'>): readonly AppealResult[] {
  switch (against?.decision) {
    case 'variation':
    case 'renewal':
      return ['set-aside', 'varied', ...withoutChange];
    case 'discharge':
      return ['set-aside', ...withoutChange];
    case 'refusal':
      return [against.of === 'discharge' ? 'discharged' : 'varied', ...withoutChange];
    case 'making':
      return ['quashed', 'varied', ...withoutChange];
    case undefined:
      return kindRule(order.kind).appeals(order.made.on)?.making.includes(by) ? ['quashed', 'varied', ...withoutChange] : withoutChange;
  }
}

/** Whether it was sent back to the court below, and nobody recorded what that decided. */
export function waitsBelow({ determined }: Pick<Appeal, 'determined'>): boolean {
  return determined?.result === 'remitted';
}

/**
 * Whether the order stands while the court below has not decided what was sent back. `stands`: it binds until a court ends it. `uncertain`: its discharge
 * was sent back, and whether it binds meanwhile is for that court. Our reading of SPA 2019 s.7 from its commencement on 20 January 2020, to be confirmed
 * by the force solicitor: of two readings the one under which nobody is told that an order does not bind that does.
 */
export function whileSentBack({ against }: Pick<Appeal, 'against'>): 'stands' | 'uncertain' {
  return against?.decision === 'discharge' ? 'uncertain' : 'stands';
}

/** What the court below can decide of what was sent back to it. */
export function resultsBelow(order: MadeOrder, appeal: Pick<Appeal, 'against' | 'by'>): readonly AppealResult[] {
  return resultsOf(order, appeal).filter((result) => result !== 'remitted' && result !== 'abandoned');
}

/** The courts to which it is sent back: the one that decided. A magistrates' court sits as a youth court, and the other way round. */
export function courtsBelow(order: MadeOrder, { against }: Pick<Appeal, 'against'>): readonly Court['type'][] {
  const { type } = decidedBy(order, against) ?? order.court;
  return type === 'magistrates' || type === 'youth' ? ['magistrates', 'youth'] : [type];
}

function decidedBy(order: MadeOrder, against: Appealed | null): Court | null | undefined {
  switch (against?.decision) {
    case 'variation':
      return order.variations.find(({ variationId }) => variationId === against.variationId)?.court;
    case 'renewal':
      return order.renewals.find(({ renewalId }) => renewalId === against.renewalId)?.court;
    case 'refusal':
      return against.refused?.court ?? order.proposals.find(({ proposalId }) => proposalId === against.proposalId)?.decided?.court;
    case 'making':
    case 'discharge':
    case undefined:
      return order.court;
  }
}

/** The courts that hear the appeal: those above the one that decided. */
export function courtsHearing(order: MadeOrder, { against }: Pick<Appeal, 'against'>): readonly Court['type'][] {
  const refusedBy = against?.decision === 'refusal' ? against.refused?.court : undefined;
  if (refusedBy) return kindRule(order.kind).appeals(order.made.on)?.heardBy[refusedBy.type] ?? [];
  const named = against && appealableOf(order).find((one) => appealedAs(one.against) === appealedAs(against));
  return named?.courts ?? kindRule(order.kind).appeals(order.made.on)?.heardBy[order.court.type] ?? [];
}

/** Whether the court worded the order anew on the appeal and nobody recorded how yet. */
export function wordingAwaited(order: MadeOrder, { appealId, determined }: Appeal): boolean {
  if (determined?.result !== 'varied' || endedBy(order, determined.at)) return false;
  return !order.variations.some(({ onAppeal }) => onAppeal === appealId);
}

/** Whether the order had ended by then: there is nothing left that a court could change or discharge. */
export function endedBy(order: MadeOrder, at: Moment): boolean {
  return (order.is === 'over' && byMoment(order.over.at, at) <= 0) || !reaches(latestEnd(order), at.on);
}
