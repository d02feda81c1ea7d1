/** What a signed-in caller is there to do. */
export type Role = 'legal' | 'officer' | 'authoriser' | 'manager' | 'administrator' | 'machine';

export const roles: readonly Role[] = ['legal', 'officer', 'authoriser', 'manager', 'administrator', 'machine'];

/** The roles as a person reads them. */
export const roleNames: Readonly<Record<Role, string>> = {
  legal: 'Legal team',
  officer: 'Officer',
  authoriser: 'Authorising officer',
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
  | 'add-to-application'
  | 'authorise-application'
  | 'determine-application'
  | 'make-order'
  | 'vary-order'
  | 'renew-order'
  | 'discharge-order'
  | 'record-service'
  | 'record-appeal'
  | 'record-notification'
  | 'view-exhibit'
  | 'record-exhibit'
  | 'view-case'
  | 'record-case'
  | 'view-breach'
  | 'report-breach'
  | 'progress-breach'
  | 'view-uptake'
  | 'view-work'
  | 'assign-work'
  | 'see-alerts'
  | 'restrict-record'
  | 'erase-person'
  | 'view-access-log'
  | 'manage-users'
  | 'change-password'
  | 'use-offline'
  | 'use-api'
  | 'sign-out';

const reading: readonly Permission[] = ['view-person', 'search-people', 'view-case', 'view-order', 'view-breach'];
const service: readonly Permission[] = [
  'record-case',
  'add-to-application',
  'record-service',
  'record-notification',
  'report-breach',
  'progress-breach',
];
const court: readonly Permission[] = [
  'record-application',
  'determine-application',
  'make-order',
  'vary-order',
  'renew-order',
  'discharge-order',
  'record-appeal',
];
const people: readonly Permission[] = ['record-person', 'view-protected-person', 'record-protected-person'];
// A file cannot be masked: it goes with the right to read names.
const exhibits: readonly Permission[] = ['view-exhibit', 'record-exhibit'];
const person: readonly Permission[] = ['use-api', 'change-password', 'sign-out'];

const table: Readonly<Record<Role, readonly Permission[]>> = {
  legal: [
    ...reading,
    ...people,
    ...service,
    ...exhibits,
    ...court,
    'view-uptake',
    'view-work',
    'assign-work',
    'restrict-record',
    'link-records',
    'see-alerts',
    ...person,
  ],
  officer: [
    ...reading,
    ...people,
    ...service,
    ...exhibits,
    'link-records',
    'view-work',
    'assign-work',
    'see-alerts',
    'use-offline',
    ...person,
  ],
  // The chief officer's power to apply is delegated to senior officers (commonly superintendents): they read the whole of what they decide
  // on, names and words, and write none of it. A manager reads no names, and a solicitor would decide on a colleague's own work.
  authoriser: [...reading, 'view-protected-person', 'authorise-application', 'view-work', 'assign-work', ...person],
  // Figures and the records behind them, without the names of protected people.
  manager: [...reading, 'view-uptake', 'view-work', 'assign-work', ...person],
  // Those who manage accounts and check who looked see no records themselves.
  administrator: ['manage-users', 'view-access-log', 'erase-person', ...person],
  // A force's own systems hand on what courts did and people decided. What a person must decide here stays with people: links, authorisation,
  // who may know of a record, erasure. The figures are for the force's own dashboards.
  machine: [...reading, ...people, ...service, ...exhibits, ...court, 'view-uptake', 'view-work', 'use-api'],
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
