/** What a signed-in caller is there to do. */
export type Role = 'legal' | 'officer' | 'manager' | 'administrator' | 'machine';

export const roles: readonly Role[] = ['legal', 'officer', 'manager', 'administrator', 'machine'];

/** The roles as a person reads them. */
export const roleNames: Readonly<Record<Role, string>> = {
  legal: 'Legal team',
  officer: 'Officer',
  manager: 'Manager',
  administrator: 'Administrator',
  machine: 'Machine',
};

/** One thing a caller may do. Every route needs one, or is public. */
export type Permission =
  | 'view-person'
  | 'search-people'
  | 'record-person'
  | 'link-records'
  | 'view-protected-person'
  | 'record-protected-person'
  | 'view-order'
  | 'record-application'
  | 'determine-application'
  | 'make-order'
  | 'vary-order'
  | 'renew-order'
  | 'discharge-order'
  | 'record-service'
  | 'record-appeal'
  | 'record-notification'
  | 'view-breach'
  | 'report-breach'
  | 'progress-breach'
  | 'view-uptake'
  | 'view-work'
  | 'restrict-record'
  | 'erase-person'
  | 'view-access-log'
  | 'manage-users'
  | 'use-api'
  | 'sign-out';

const reading: readonly Permission[] = ['view-person', 'search-people', 'view-order', 'view-breach'];
const service: readonly Permission[] = ['record-service', 'record-notification', 'report-breach', 'progress-breach'];
const people: readonly Permission[] = ['record-person', 'view-protected-person', 'record-protected-person'];
const person: readonly Permission[] = ['use-api', 'sign-out'];

const table: Readonly<Record<Role, readonly Permission[]>> = {
  legal: [
    ...reading,
    ...people,
    ...service,
    'record-application',
    'determine-application',
    'make-order',
    'vary-order',
    'renew-order',
    'discharge-order',
    'record-appeal',
    'view-uptake',
    'view-work',
    'restrict-record',
    'link-records',
    ...person,
  ],
  officer: [...reading, ...people, ...service, 'link-records', 'view-work', ...person],
  // Figures and the records behind them, without the names of protected people.
  manager: [...reading, 'view-uptake', 'view-work', ...person],
  // Those who manage accounts and check who looked see no records themselves.
  administrator: ['manage-users', 'view-access-log', 'erase-person', ...person],
  machine: [...reading, ...people, ...service, 'use-api'],
};

/** Everything `role` may do, each once. */
export function permissionsOf(role: Role): readonly Permission[] {
  return table[role];
}

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (roles as readonly string[]).includes(value);
}

/** Every permission that any role has. */
export const permissions: readonly Permission[] = [...new Set(roles.flatMap((role) => table[role]))].sort();
