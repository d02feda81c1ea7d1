import type { GivenAway } from './events.js';

/** Where drafted words tell the respondent where a protected person can be reached. `knowingly`: somebody says that they saw it, or that the court's copy needs it. */
export interface Giving {
  readonly found: GivenAway['found'];
  readonly knowingly: boolean;
}

export const givesNothingAway: Giving = { found: [], knowingly: false };
