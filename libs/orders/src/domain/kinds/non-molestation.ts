import { anyDuration, arrestForOffence, type KindRule } from './kind-rule.js';

export const nonMolestation = {
  kind: 'non-molestation',
  name: 'Non-molestation order',
  short: 'NMO',
  act: 'Family Law Act 1996 s.42',
  made: null,
  courts: ['family', 'high', 'county'],
  origins: ['application', 'own-motion'],
  mayVary: ['respondent', 'protected-person', 'court'],
  mayDischarge: ['respondent', 'protected-person', 'court'],
  mayRenew: [],
  mayAppeal: ['respondent', 'protected-person'],
  dischargeLock: null,
  durationRule: anyDuration,
  prohibitionsOnly: true,
  breach: () => ({
    offenceCode: 'FL96001',
    civilCode: null,
    title: 'Breach of a non-molestation order (FLA 1996 s.42A)',
    maximum: '5 years on indictment, or contempt of the family court instead, not both',
    arrest: arrestForOffence,
    // DPP v Stephenson [2025] EWHC 950 (Admin): in effect when made; service is not needed, knowing of it is.
    needsAwareness: 'when-made-without-notice',
  }),
  notificationDuty: null,
  orderUkWide: false,
  adultOnly: false,
} as const satisfies KindRule;
