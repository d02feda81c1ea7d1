import { anyDuration, type KindRule } from './kind-rule.js';

export const dvpn = {
  kind: 'dvpn',
  name: 'Domestic violence protection notice',
  short: 'DVPN',
  act: 'Crime and Security Act 2010 s.24 (given by a superintendent or above)',
  made: null,
  courts: ['police'],
  origins: ['notice'],
  mayVary: [],
  mayDischarge: ['chief-officer', 'court'],
  mayRenew: [],
  mayAppeal: [],
  dischargeLock: null,
  durationRule: anyDuration,
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
  adultOnly: true,
} as const satisfies KindRule;
