import { anyDuration, arrestForOffence, courtsAbove, type KindRule } from './kind-rule.js';

/** The Sentencing Act 2020 took the place of PHA 1997 s.5 on this day. */
const sentencingAct = '2020-12-01';

/** PHA 1997 s.5 from its commencement, the Sentencing Act 2020 s.360 for convictions from 1 December 2020; of any length. */
export const restrainingConviction = {
  kind: 'restraining-conviction',
  name: 'Restraining order on conviction',
  short: 'Restraining order',
  act: 'Sentencing Act 2020 s.360 (before 1 Dec 2020: Protection from Harassment Act 1997 s.5)',
  made: {
    from: '1997-06-16',
    until: null,
    source:
      'PHA 1997 s.5, in force on 16 June 1997 (to be confirmed by the force solicitor); from 1 December 2020 Sentencing Act 2020 s.360',
  },
  courts: ['magistrates', 'youth', 'crown', 'appeal'],
  origins: ['conviction', 'appeal-remit'],
  mayVary: ['respondent', 'prosecution', 'protected-person', 'court'],
  mayDischarge: ['respondent', 'prosecution', 'protected-person', 'court'],
  mayRenew: [],
  appeals: () => ({
    source: 'As against a sentence (to be confirmed by the force solicitor)',
    making: ['respondent'],
    change: ['respondent'],
    refusal: ['respondent'],
    heardBy: courtsAbove,
  }),
  dischargeLock: null,
  durationRule: anyDuration,
  prohibitionsOnly: true,
  breach: (on) => ({
    offenceCode: on < sentencingAct ? 'PH97003' : 'SE20002',
    civilCode: null,
    title:
      on < sentencingAct ? 'Breach of a restraining order (PHA 1997 s.5)' : 'Breach of a restraining order (Sentencing Act 2020 s.363)',
    maximum: "5 years on indictment, or the general limit in a magistrates' court",
    arrest: arrestForOffence,
    needsAwareness: 'always',
  }),
  notificationDuty: null,
  orderUkWide: false,
  leastAge: 10,
} as const satisfies KindRule;
