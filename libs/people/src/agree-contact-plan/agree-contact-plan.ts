import { personal, refuse } from '#event-sourcing';
import type { ContactPlan, VictimRights, WhyStandard } from '../domain/contact-plan.js';
import type { ProtectedPersonFact } from '../domain/events.js';
import { type CannotChange, type Changer, inCareOf } from '../domain/may-change.js';
import type { ProtectedPersonState } from '../domain/protected-person.js';

export interface ContactPlanDetails {
  readonly rights: VictimRights;
  readonly standardBecause: WhyStandard | null;
  readonly plan: ContactPlan;
}

export type CannotAgree = CannotChange | 'why-standard' | 'say-why-standard' | 'safe-and-never' | 'both-times';

/**
 * What the force that looks after a protected person agreed with them; it replaces what was agreed before. Enhanced Rights are the default
 * for a victim of stalking: without them, a reason is given (Victims' Code, Right 6).
 */
export function agreeContactPlan(state: ProtectedPersonState, who: Changer, details: ContactPlanDetails): ProtectedPersonFact[] {
  const { protectedPersonId, perpetratorId, safeguarding: force } = inCareOf(state, who);
  const { rights, plan } = details;
  const standardBecause = rights === 'standard' ? details.standardBecause : null;
  if (rights === 'standard' && standardBecause === null) throw refuse<CannotAgree>('why-standard');
  if (standardBecause === 'other' && text(plan.note) === null) throw refuse<CannotAgree>('say-why-standard');
  if (plan.safe.some((channel) => plan.never.includes(channel))) throw refuse<CannotAgree>('safe-and-never');
  const [from, until] = [text(plan.from), text(plan.until)];
  if ((from === null) !== (until === null) || (from !== null && from === until)) throw refuse<CannotAgree>('both-times');
  const agreed: ContactPlan = { ...plan, from, until, alsoTell: text(plan.alsoTell), note: text(plan.note) };
  return [
    {
      type: 'ContactPlanAgreed',
      data: { protectedPersonId, perpetratorId, force, rights, standardBecause },
      personal: { plan: personal([protectedPersonId], agreed) },
    },
  ];
}

function text(value: string | null): string | null {
  return value === null || value.trim() === '' ? null : value.trim();
}
