import { addDays, type LocalDate } from '#calendar';
import type { End } from '../moments.js';
import { anyDuration, type DurationProblem, type KindRule } from './kind-rule.js';

const words = 'A domestic violence protection order lasts for 14 to 28 days beginning with the day it is made (CSA 2010 s.28).';

function fourteenToTwentyEightDays(made: LocalDate, end: End): readonly DurationProblem[] {
  if (end.is === 'until-further-order') return [{ weight: 'must', problem: 'must-be-fixed', words }];
  if (end.is === 'unknown' || end.lastDay < made) return anyDuration(made, end);
  if (end.lastDay < addDays(made, 13)) return [{ weight: 'must', problem: 'too-short', words }];
  return end.lastDay > addDays(made, 27) ? [{ weight: 'must', problem: 'too-long', words }] : [];
}

export const dvpo = {
  kind: 'dvpo',
  name: 'Domestic violence protection order',
  short: 'DVPO',
  act: 'Crime and Security Act 2010 s.28',
  made: null,
  courts: ['magistrates'],
  origins: ['application'],
  // The Act knows neither variation nor renewal (to be confirmed by the force solicitor).
  mayVary: [],
  mayDischarge: ['court'],
  mayRenew: [],
  mayAppeal: ['respondent', 'chief-officer'],
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
  adultOnly: true,
} as const satisfies KindRule;
