import type { LocalDate } from '#calendar';
import { type Appealable, type Appealed, appealableOf, appealedAs } from './appeals.js';
import { kindRule } from './kinds/index.js';
import type { MadeOrder } from './order.js';

/** A variation, renewal or discharge that the respondent obtained, against which a chief officer can appeal. */
export interface ChangeToAppeal {
  readonly against: Appealed;
  /** The day from which its time is counted: on which it was made, of a variation that on which it took effect, since no other is on record. */
  readonly on: LocalDate;
  /** Whether somebody appealed against it, or decided that the force does not. */
  readonly state: 'open' | 'appealed' | 'accepted';
  /** That the force decided not to appeal against it, and why, whether somebody thought again or not; null where it did not. */
  readonly accepted: MadeOrder['changesAccepted'][number] | null;
}

/**
 * What the force can appeal against because the respondent obtained it (SPA 2019 s.7: a relevant chief officer against an order under s.4 made on the
 * defendant's application). Nothing of orders under other Acts, whose time limits are others, and of interim orders, of which s.7 does not speak so.
 */
export function changesToAppeal(order: MadeOrder): readonly ChangeToAppeal[] {
  return appealableOf(order).flatMap(({ against, at, by }: Appealable): ChangeToAppeal[] => {
    if (at === null || !by.includes('chief-officer') || obtainedBy(order, against) !== 'respondent') return [];
    if (kindRule(order.kind).appeals(at.on)?.application === undefined) return [];
    const name = appealedAs(against);
    const isAppealed = order.appeals.some((appeal) => appeal.against && appealedAs(appeal.against) === name);
    const accepted = order.changesAccepted.findLast((one) => one.against === name && one.on >= at.on) ?? null;
    return [{ against, on: at.on, state: isAppealed ? 'appealed' : accepted ? 'accepted' : 'open', accepted }];
  });
}

function obtainedBy(order: MadeOrder, against: Appealed): string | null {
  switch (against.decision) {
    case 'variation':
      return order.variations.find(({ variationId }) => variationId === against.variationId)?.onApplicationOf ?? null;
    case 'renewal':
      return order.renewals.find(({ renewalId }) => renewalId === against.renewalId)?.onApplicationOf ?? null;
    case 'discharge':
      return order.is === 'over' && order.over.because === 'discharged' ? order.over.onApplicationOf : null;
    case 'making':
    case 'refusal':
      return null;
  }
}
