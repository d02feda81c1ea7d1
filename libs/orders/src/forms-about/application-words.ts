import type { NoApplication } from '../domain/required.js';

/** What every form about an application says where there is none to record anything on. */
export const applicationWords: Readonly<Record<NoApplication, string>> = {
  'no-such-application': 'There is no such application. Open it again from the perpetrator’s page',
  'application-in-error': 'This application was recorded in error, so nothing more is recorded on it. Open the one that was filed',
};
