/** The lists behind the figures: each figure counts exactly the records of its list. */
export const APPLICATION_LISTS = [
  'filed',
  'granted',
  'refused',
  'grantedOnAppeal',
  'withdrawn',
  'otherwise',
  'pending',
  'inError',
] as const;
export const ORDER_LISTS = ['made', 'live', 'unserved', 'unknown', 'expiring30', 'expiring60', 'breached', 'breachedKnowing'] as const;

export type ApplicationList = (typeof APPLICATION_LISTS)[number];
export type OrderList = (typeof ORDER_LISTS)[number];
export type List = ApplicationList | OrderList;

/** What stands above each list. */
export const listNames: Readonly<Record<List, string>> = {
  filed: 'Applications filed',
  granted: 'Applications granted',
  refused: 'Applications refused',
  grantedOnAppeal: 'Applications refused, and the order made on appeal',
  withdrawn: 'Applications withdrawn',
  otherwise: 'Applications otherwise dealt with',
  pending: 'Applications not yet determined',
  inError: 'Applications recorded in error, which count nowhere as filed',
  made: 'Orders made',
  live: 'Orders in force',
  unserved: 'Orders in force and not served',
  unknown: 'Orders in force, not served, and nothing shows that the respondent knows',
  expiring30: 'Orders in force whose last day comes within 30 days',
  expiring60: 'Orders in force whose last day comes within 60 days',
  breached: 'Orders alleged to have been breached at least once',
  breachedKnowing: 'Orders alleged to have been breached once they were known to the respondent',
};

/** Whether the list is of what was filed or made in the months, not of what stands on the as-at day. */
export function isOfPeriod(list: List): boolean {
  return !['live', 'unserved', 'unknown', 'expiring30', 'expiring60'].includes(list);
}
