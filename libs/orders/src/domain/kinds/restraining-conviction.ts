import { anyDuration, arrestForOffence, type KindRule } from './kind-rule.js';

/** The Sentencing Act 2020 took the place of PHA 1997 s.5 on this day. */
const sentencingAct = '2020-12-01';

export const restrainingConviction = {
  kind: 'restraining-conviction',
  name: 'Restraining order on conviction',
  short: 'Restraining order',
  act: 'Sentencing Act 2020 s.360 (before 1 Dec 2020: Protection from Harassment Act 1997 s.5)',
  made: null,
  courts: ['magistrates', 'youth', 'crown', 'appeal'],
  origins: ['conviction', 'appeal-remit'],
  mayVary: ['respondent', 'prosecution', 'protected-person', 'court'],
  mayDischarge: ['respondent', 'prosecution', 'protected-person', 'court'],
  mayRenew: [],
  // Against a sentence (to be confirmed by the force solicitor).
  mayAppeal: ['respondent'],
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
  adultOnly: false,
} as const satisfies KindRule;
