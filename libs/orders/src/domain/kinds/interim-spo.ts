import { anyDuration, interimOrderAppeals, type KindRule } from './kind-rule.js';
import { stalkingOrderBreach } from './spo.js';

/**
 * An interim order has effect only for a fixed period that it specifies, of any length; it ceases, if it has not already, when the main
 * application is determined (SPA 2019 s.5). A period until a further order is open to full orders only (SPA 2019 s.3).
 */
export const interimSpo = {
  kind: 'interim-spo',
  name: 'Interim stalking protection order',
  short: 'Interim SPO',
  act: 'Stalking Protection Act 2019 s.5',
  // To be confirmed by the force solicitor.
  changedUnder: 'Stalking Protection Act 2019 s.5',
  made: { from: '2020-01-20', until: null, source: 'Stalking Protection Act 2019, in force on 20 January 2020' },
  courts: ['magistrates', 'youth', 'crown'],
  origins: ['application'],
  mayVary: ['chief-officer', 'respondent'],
  mayDischarge: ['chief-officer', 'respondent'],
  mayRenew: ['chief-officer', 'respondent'],
  appeals: interimOrderAppeals,
  dischargeLock: null,
  durationRule: (made, end) =>
    end.is === 'until-further-order'
      ? [
          {
            weight: 'must',
            problem: 'must-be-fixed',
            words: 'An interim order has effect only for a fixed period that it specifies (SPA 2019 s.5).',
          },
        ]
      : anyDuration(made, end),
  prohibitionsOnly: false,
  breach: (on) => ({ ...stalkingOrderBreach(on), title: 'Breach of an interim stalking protection order (SPA 2019 s.8)' }),
  notificationDuty: { source: 'SPA 2019 s.9', days: 3 },
  orderUkWide: true,
  leastAge: 10,
} as const satisfies KindRule;
