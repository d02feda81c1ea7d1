import { anyDuration, arrestForOffence, courtsAbove, type KindRule } from './kind-rule.js';

/** From this day the breach is an offence of s.5A itself; before, it was one of s.5. */
const ownOffence = '2020-12-01';

/** PHA 1997 s.5A, which the Domestic Violence, Crime and Victims Act 2004 s.12 added; of any length. */
export const restrainingAcquittal = {
  kind: 'restraining-acquittal',
  name: 'Restraining order on acquittal',
  short: 'Restraining order',
  act: 'Protection from Harassment Act 1997 s.5A',
  made: {
    from: '2009-09-30',
    until: null,
    source:
      'PHA 1997 s.5A, inserted by the Domestic Violence, Crime and Victims Act 2004 s.12, in force on 30 September 2009 (to be confirmed by the force solicitor)',
  },
  courts: ['magistrates', 'youth', 'crown', 'appeal'],
  origins: ['acquittal', 'appeal-remit'],
  mayVary: ['respondent', 'prosecution', 'protected-person', 'court'],
  mayDischarge: ['respondent', 'prosecution', 'protected-person', 'court'],
  mayRenew: [],
  appeals: () => ({
    source: 'PHA 1997 s.5A(5), as if convicted (to be confirmed by the force solicitor)',
    making: ['respondent'],
    change: ['respondent'],
    refusal: ['respondent'],
    heardBy: courtsAbove,
  }),
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
  leastAge: 10,
} as const satisfies KindRule;
