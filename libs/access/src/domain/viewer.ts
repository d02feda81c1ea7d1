import { type Permission, permissionsOf, type Role } from './permissions.js';

/** The signed-in caller. Every query takes one. */
export interface Viewer {
  readonly userId: string;
  readonly role: Role;
  /** The force the caller belongs to, by its CJS code, for instance `46`. */
  readonly force: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** Somebody else knows the password: nothing may be done before it is changed. */
  readonly passwordDue?: boolean;
}

/** The viewer with the permissions of the role. */
export function viewer(user: Omit<Viewer, 'permissions'>): Viewer {
  const { userId, role, force, name } = user;
  return { userId, role, force, name, permissions: permissionsOf(role) };
}

export function may(who: Pick<Viewer, 'permissions'>, permission: Permission): boolean {
  return who.permissions.includes(permission);
}
