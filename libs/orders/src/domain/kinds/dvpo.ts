import { addDays, type LocalDate } from '#calendar';
import type { End } from '../moments.js';
import { anyDuration, courtsAbove, type DurationProblem, type KindRule } from './kind-rule.js';

const words = 'A domestic violence protection order lasts for 14 to 28 days beginning with the day it is made (CSA 2010 s.28).';

function fourteenToTwentyEightDays(made: LocalDate, end: End): readonly DurationProblem[] {
  if (end.is === 'until-further-order') return [{ weight: 'must', problem: 'must-be-fixed', words }];
  if (end.is === 'unknown' || end.lastDay < made) return anyDuration(made, end);
  if (end.lastDay < addDays(made, 13)) return [{ weight: 'must', problem: 'too-short', words }];
  return end.lastDay > addDays(made, 27) ? [{ weight: 'must', problem: 'too-long', words }] : [];
}

/** Crime and Security Act 2010 s.28: 14 to 28 days, against somebody of 18 or over. */
export const dvpo = {
  kind: 'dvpo',
  name: 'Domestic violence protection order',
  short: 'DVPO',
  act: 'Crime and Security Act 2010 s.28',
  made: {
    from: '2011-06-30',
    until: null,
    source: 'Crime and Security Act 2010 ss.24 to 30, first pilots from 30 June 2011 (to be confirmed by the force solicitor)',
  },
  courts: ['magistrates'],
  origins: ['application'],
  // The Act knows neither variation nor renewal (to be confirmed by the force solicitor).
  mayVary: [],
  mayDischarge: ['court'],
  mayRenew: [],
  appeals: () => ({
    source: 'Appeal to the Crown Court (to be confirmed by the force solicitor)',
    making: ['respondent'],
    change: ['respondent', 'chief-officer'],
    refusal: ['respondent', 'chief-officer'],
    heardBy: courtsAbove,
  }),
  dischargeLock: null,
  durationRule: fourteenToTwentyEightDays,
  prohibitionsOnly: false,
  breach: () => ({
    offenceCode: null,
    civilCode: 'MC80530',
    title: "Breach of a domestic violence protection order (contempt of a magistrates' court)",
    maximum: 'Not an offence: a fine of £5,000 or 2 months for contempt (to be confirmed by the force solicitor)',
    arrest:
      'Breach is contempt of court, not an offence. Arrest without warrant (CSA 2010 s.28), before a court within 24 hours (to be confirmed by the force solicitor).',
    needsAwareness: 'always',
  }),
  notificationDuty: null,
  orderUkWide: false,
  leastAge: 18,
} as const satisfies KindRule;
