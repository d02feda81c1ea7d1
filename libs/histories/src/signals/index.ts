import type { LocalDate } from '#calendar';
import type { PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';
import { breachAfterBreach } from './breach-after-breach.js';
import { breachSoonAfterService } from './breach-soon-after-service.js';
import { monitoring } from './monitoring.js';
import { moreOften } from './more-often.js';
import { orderToBeConsidered } from './order-to-be-considered.js';
import { secondForce } from './second-force.js';
import { secondProtectedPerson } from './second-protected-person.js';
import type { Signal, SignalRule } from './signal.js';
import { threatOrWeapon } from './threat-or-weapon.js';
import { throughOthers } from './through-others.js';

export type { Signal } from './signal.js';

/** A new pattern is one file here and one place in this list; what asks for something to be done comes first. */
const rules: readonly SignalRule[] = [
  orderToBeConsidered,
  threatOrWeapon,
  moreOften,
  breachAfterBreach,
  breachSoonAfterService,
  secondProtectedPerson,
  secondForce,
  throughOthers,
  monitoring,
];

/** The patterns that show in what is known on that day. */
export function signals(summary: PerpetratorSummary, today: LocalDate): Signal[] {
  return rules.map((rule) => rule(summary, today)).filter((signal) => signal !== null);
}
