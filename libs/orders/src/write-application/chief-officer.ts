import { force } from '#access';

/** Whose application it is, as courts name them (Police Reform and Social Responsibility Act 2011 ss.2, 4; SPA 2019 s.1(3)). */
export function chiefOfficer(cjs: string): string {
  if (cjs === '01') return 'The Commissioner of Police of the Metropolis';
  if (cjs === '48') return 'The Commissioner of Police for the City of London';
  return `The Chief Constable of ${force(cjs)?.fullName ?? `force ${cjs}`}`;
}
