import { Injectable } from '@nestjs/common';
import { asInstant } from '#calendar';
import { Clock } from '#event-store';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessLog, type Look } from '../access-log/access-log.js';
import type { Role } from '../domain/permissions.js';
import { demonstrationUsers } from './demonstration-users.js';
import { hashPassword, noPassword } from './passwords.js';

export interface User {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly force: string;
  readonly active: boolean;
  /** In the demonstration: it has no password. */
  readonly demonstration: boolean;
  /** Somebody else gave the password: it must be changed at the next sign-in. */
  readonly passwordDue: boolean;
  /** Instant, UTC. */
  readonly createdAt: string;
}

/** Who changes an account, and where. */
export interface Change {
  readonly viewer: Look['viewer'];
  /** The route's pattern, or `console`. */
  readonly route: string;
  readonly correlationId: string;
}

/** What can happen to an account, as the access log calls it. */
export const accountChanges = [
  'account opened',
  'account closed',
  'account opened again',
  'role changed',
  'password given',
  'password changed',
] as const;

export type AccountChange = (typeof accountChanges)[number];

/** Whoever has the console of the server. */
export const atConsole: Look['viewer'] = { userId: 'console', role: 'administrator', force: '-', permissions: [] };

export interface NewUser extends Pick<User, 'id' | 'userName' | 'displayName' | 'role' | 'force'> {
  readonly password: string;
}

interface Row {
  readonly id: string;
  readonly user_name: string;
  readonly display_name: string;
  readonly role: Role;
  readonly force: string;
  readonly active: boolean;
  readonly demonstration: boolean;
  readonly password_due: boolean;
  readonly created_at: Date;
  readonly password_hash: string;
}

const insert = `INSERT INTO access.users (id, user_name, display_name, role, force, password_hash, demonstration, password_due, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`;

/** The accounts. Not part of the history of facts: an account is changed, by administrators only, and the access log keeps who did what to whom. */
@Injectable()
export class Users {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  /** False when the user name is taken. Whoever opens the account knows its password, so that a person must change it; a machine need not. */
  async create(id: string, { userName, displayName, role, force, password }: Omit<NewUser, 'id'>, change: Change): Promise<boolean> {
    const hash = await hashPassword(password);
    return this.database.transaction(async (manager) => {
      const opened = await this.insert(manager, { id, userName, displayName, role, force }, hash, false);
      if (opened) await this.note(manager, id, 'account opened', change, `${role}, force ${force}`);
      return opened;
    });
  }

  /** Makes the demonstration accounts where they are missing. They have no password. */
  async createDemonstration(): Promise<void> {
    for (const user of demonstrationUsers) await this.insert(this.database, user, noPassword, true);
  }

  async list(): Promise<User[]> {
    const rows: Row[] = await this.database.query('SELECT * FROM access.users ORDER BY active DESC, user_name');
    return rows.map(userOf);
  }

  /** Any account, also a deactivated one. */
  async byName(userName: string): Promise<(User & { readonly passwordHash: string }) | null> {
    const rows: Row[] = await this.database.query('SELECT * FROM access.users WHERE user_name = $1', [userName.trim().toLowerCase()]);
    return rows[0] ? { ...userOf(rows[0]), passwordHash: rows[0].password_hash } : null;
  }

  /** An account with what its password is held against; null when there is none. */
  async withHash(id: string): Promise<(User & { readonly passwordHash: string }) | null> {
    const rows: Row[] = await this.database.query('SELECT * FROM access.users WHERE id = $1', [id]);
    return rows[0] ? { ...userOf(rows[0]), passwordHash: rows[0].password_hash } : null;
  }

  /** Display names by id, for lists that hold ids. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: Row[] = await this.database.query('SELECT id, display_name FROM access.users WHERE id::text = ANY ($1::text[])', [ids]);
    return new Map(rows.map((row) => [row.id, row.display_name]));
  }

  /** Any account of the force, also a closed one. */
  async ofForce(force: string, id: string): Promise<User | null> {
    const rows: Row[] = await this.database.query('SELECT * FROM access.users WHERE force = $1 AND id::text = $2', [force, id]);
    return rows[0] ? userOf(rows[0]) : null;
  }

  /** Opens or closes an account; closing it ends its sessions. Nothing happens where it is so already. */
  async setActive(id: string, active: boolean, change: Change): Promise<void> {
    await this.database.transaction(async (manager) => {
      const set = 'UPDATE access.users SET active = $2 WHERE id = $1 AND active <> $2 RETURNING id';
      if (!(await changed(manager, set, [id, active]))) return;
      if (!active) await this.endSessions(manager, id);
      await this.note(manager, id, active ? 'account opened again' : 'account closed', change, null);
    });
  }

  /** What the account may do from now on, its open sessions included. A machine and a person do not change into each other. */
  async setRole(id: string, role: Role, change: Change): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [before]: Row[] = await manager.query('SELECT * FROM access.users WHERE id = $1 FOR UPDATE', [id]);
      if (!before || before.role === role) return;
      await manager.query('UPDATE access.users SET role = $2 WHERE id = $1', [id, role]);
      await this.note(manager, id, 'role changed', change, `${before.role} to ${role}`);
    });
  }

  /** Gives the account a password that a person must change, and ends its sessions. False for a demonstration account, which has none. */
  async givePassword(id: string, password: string, change: Change): Promise<boolean> {
    return this.setPassword(id, password, `role <> 'machine'`, 'password given', change);
  }

  /** The user's own choice; ends all of the user's sessions. */
  async changePassword(id: string, password: string, change: Change): Promise<boolean> {
    return this.setPassword(id, password, 'false', 'password changed', change);
  }

  private async setPassword(id: string, password: string, due: string, what: AccountChange, change: Change): Promise<boolean> {
    const hash = await hashPassword(password);
    return this.database.transaction(async (manager) => {
      const set = `UPDATE access.users SET password_hash = $2, password_due = (${due}) WHERE id = $1 AND NOT demonstration RETURNING id`;
      if (!(await changed(manager, set, [id, hash]))) return false;
      await this.endSessions(manager, id);
      await this.note(manager, id, what, change, null);
      return true;
    });
  }

  private async endSessions(manager: Queries, id: string): Promise<void> {
    await manager.query('DELETE FROM access.sessions WHERE user_id = $1', [id]);
  }

  /** @param detail what became of it, without names or passwords */
  private note(manager: Queries, id: string, what: AccountChange, change: Change, detail: string | null): Promise<void> {
    return this.log.record({ ...change, kind: what, subject: id, reason: detail, terms: null }, manager);
  }

  private async insert(manager: Queries, user: Omit<NewUser, 'password'>, hash: string, demonstration: boolean): Promise<boolean> {
    const { id, userName, displayName, role, force } = user;
    const due = !demonstration && role !== 'machine';
    const values = [id, userName.toLowerCase(), displayName, role, force, hash, demonstration, due, this.clock.now()];
    const rows: unknown[] = await manager.query(insert, values);
    return rows.length === 1;
  }
}

type Queries = Pick<EntityManager, 'query'>;

/** @param set an UPDATE that returns something of each row */
async function changed(manager: Queries, set: string, parameters: unknown[]): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(set, parameters);
  return count > 0;
}

function userOf(row: Row): User {
  return {
    id: row.id,
    userName: row.user_name,
    displayName: row.display_name,
    role: row.role,
    force: row.force,
    active: row.active,
    demonstration: row.demonstration,
    passwordDue: row.password_due,
    createdAt: asInstant(row.created_at.getTime()),
  };
}
