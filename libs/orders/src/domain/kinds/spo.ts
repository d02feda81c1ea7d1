import { lastDayOfPeriod, type LocalDate } from '#calendar';
import { anyDuration, arrestForOffence, type BreachRule, type KindRule, stalkingOrderAppeals } from './kind-rule.js';

/** SPA 2019 s.8: breach of a full or an interim order. The limit in a magistrates' court turns on the day of the offence. */
export function stalkingOrderBreach(on: LocalDate): BreachRule {
  const summary =
    on < '2022-05-02'
      ? "6 months in a magistrates' court"
      : "the general limit in a magistrates' court on that day (to be confirmed by the force solicitor)";
  return {
    offenceCode: 'ST19001',
    civilCode: null,
    title: 'Breach of a stalking protection order (SPA 2019 s.8)',
    maximum: `5 years on indictment, or ${summary}`,
    arrest: arrestForOffence,
    needsAwareness: 'always',
  };
}

/** A fixed period is at least this many years, beginning with the day the order is made (SPA 2019 s.3). */
const leastYears = 2;

export const spo = {
  kind: 'spo',
  name: 'Stalking protection order',
  short: 'SPO',
  act: 'Stalking Protection Act 2019 s.2',
  changedUnder: 'Stalking Protection Act 2019 s.4',
  made: { from: '2020-01-20', until: null, source: 'Stalking Protection Act 2019, in force on 20 January 2020' },
  courts: ['magistrates', 'youth', 'crown', 'appeal'],
  origins: ['application', 'conviction', 'acquittal', 'appeal-remit', 'own-motion'],
  // Crime and Policing Act 2026: some parts began on this day; whether these did is to be confirmed by the force solicitor.
  originsFrom: { conviction: '2026-06-29', acquittal: '2026-06-29', 'own-motion': '2026-06-29' },
  mayVary: ['chief-officer', 'respondent'],
  mayDischarge: ['chief-officer', 'respondent'],
  mayRenew: ['chief-officer', 'respondent'],
  appeals: stalkingOrderAppeals,
  dischargeLock: { years: 2, source: 'SPA 2019 s.4' },
  durationRule: (made, end) => {
    if (end.is !== 'fixed' || end.lastDay < made) return anyDuration(made, end);
    if (end.lastDay >= lastDayOfPeriod(made, { years: leastYears })) return [];
    return [
      {
        weight: 'must',
        problem: 'too-short',
        words:
          'A stalking protection order lasts at least 2 years beginning with the day it is made, or until further order (SPA 2019 s.3).',
      },
    ];
  },
  prohibitionsOnly: false,
  breach: stalkingOrderBreach,
  notificationDuty: { source: 'SPA 2019 s.9', days: 3 },
  orderUkWide: true,
  leastAge: 10,
} as const satisfies KindRule;
