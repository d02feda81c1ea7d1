import { anyDuration, arrestForOffence, type KindRule } from './kind-rule.js';

/** From this day the breach is an offence of s.5A itself; before, it was one of s.5. */
const ownOffence = '2020-12-01';

export const restrainingAcquittal = {
  kind: 'restraining-acquittal',
  name: 'Restraining order on acquittal',
  short: 'Restraining order',
  act: 'Protection from Harassment Act 1997 s.5A',
  made: null,
  courts: ['magistrates', 'youth', 'crown', 'appeal'],
  origins: ['acquittal', 'appeal-remit'],
  mayVary: ['respondent', 'prosecution', 'protected-person', 'court'],
  mayDischarge: ['respondent', 'prosecution', 'protected-person', 'court'],
  mayRenew: [],
  // As if convicted (PHA 1997 s.5A(5); to be confirmed by the force solicitor).
  mayAppeal: ['respondent'],
  dischargeLock: null,
  durationRule: anyDuration,
  prohibitionsOnly: true,
  breach: (on) => ({
    offenceCode: on < ownOffence ? 'PH97005' : 'PH97012',
    civilCode: null,
    title:
      on < ownOffence
        ? 'Breach of a restraining order made on acquittal (PHA 1997 s.5)'
        : 'Breach of a restraining order made on acquittal (PHA 1997 s.5A(2D))',
    maximum: "5 years on indictment, or the general limit in a magistrates' court",
    arrest: arrestForOffence,
    needsAwareness: 'always',
  }),
  notificationDuty: null,
  orderUkWide: false,
  adultOnly: false,
} as const satisfies KindRule;
