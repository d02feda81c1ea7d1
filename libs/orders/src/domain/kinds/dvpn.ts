import { type KindRule, noticeDuration } from './kind-rule.js';

/** Crime and Security Act 2010 ss.24 to 27: against somebody of 18 or over, until a court hears it within 48 hours. */
export const dvpn = {
  kind: 'dvpn',
  name: 'Domestic violence protection notice',
  short: 'DVPN',
  act: 'Crime and Security Act 2010 s.24 (given by a superintendent or above)',
  made: {
    from: '2011-06-30',
    until: null,
    source: 'Crime and Security Act 2010 ss.24 to 30, first pilots from 30 June 2011 (to be confirmed by the force solicitor)',
  },
  courts: ['police'],
  origins: ['notice'],
  mayVary: [],
  mayDischarge: ['chief-officer', 'court'],
  mayRenew: [],
  appeals: () => null,
  dischargeLock: null,
  durationRule: noticeDuration('CSA 2010 s.27, to be confirmed by the force solicitor'),
  prohibitionsOnly: false,
  breach: () => ({
    offenceCode: null,
    civilCode: 'CS10503',
    title: 'Breach of a domestic violence protection notice (CSA 2010 s.25)',
    maximum: 'Not an offence: the person is brought before a court',
    arrest:
      'Breach is not an offence. Arrest without warrant (CSA 2010 s.25), before a court within 24 hours; excluded days do not count (to be confirmed by the force solicitor).',
    needsAwareness: 'always',
  }),
  notificationDuty: null,
  orderUkWide: false,
  leastAge: 18,
} as const satisfies KindRule;
