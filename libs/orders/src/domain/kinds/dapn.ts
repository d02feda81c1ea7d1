import { type KindRule, noticeDuration } from './kind-rule.js';

/** Domestic Abuse Act 2021 ss.22 to 29: against somebody of 18 or over, until a court hears it within 48 hours. */
export const dapn = {
  kind: 'dapn',
  name: 'Domestic abuse protection notice',
  short: 'DAPN',
  act: 'Domestic Abuse Act 2021 s.22 (given by an inspector or above, only where the pilots have begun)',
  made: { from: '2024-11-27', until: null, source: 'Domestic Abuse Act 2021 Part 3, first pilots from 27 November 2024' },
  courts: ['police'],
  origins: ['notice'],
  mayVary: [],
  mayDischarge: ['chief-officer', 'court'],
  mayRenew: [],
  appeals: () => null,
  dischargeLock: null,
  durationRule: noticeDuration('DAA 2021 s.28, to be confirmed by the force solicitor'),
  prohibitionsOnly: false,
  breach: () => ({
    offenceCode: null,
    civilCode: null,
    title: 'Breach of a domestic abuse protection notice (DAA 2021 s.26)',
    maximum: 'Not an offence: the person is brought before a court',
    arrest:
      'Breach is not an offence. Arrest without warrant (DAA 2021 s.26), before a court within 24 hours; Sundays, Christmas Day, Good Friday and bank holidays do not count.',
    needsAwareness: 'always',
  }),
  notificationDuty: null,
  orderUkWide: false,
  leastAge: 18,
} as const satisfies KindRule;
