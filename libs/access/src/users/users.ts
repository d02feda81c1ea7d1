import { Injectable } from '@nestjs/common';
import { asInstant } from '#calendar';
import { Clock } from '#event-store';
import { DataSource } from 'typeorm';
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
  /** Instant, UTC. */
  readonly createdAt: string;
}

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
  readonly created_at: Date;
  readonly password_hash: string;
}

const insert = `INSERT INTO access.users (id, user_name, display_name, role, force, password_hash, demonstration, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`;

/** The accounts. Not part of the history of facts: an account is changed, and who may do so is administrators only. */
@Injectable()
export class Users {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** False when the user name is taken. */
  async create(id: string, { userName, displayName, role, force, password }: Omit<NewUser, 'id'>): Promise<boolean> {
    return this.insert({ id, userName, displayName, role, force }, await hashPassword(password), false);
  }

  /** Makes the demonstration accounts where they are missing. They have no password. */
  async createDemonstration(): Promise<void> {
    for (const user of demonstrationUsers) await this.insert(user, noPassword, true);
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

  /** Display names by id, for lists that hold ids. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: Row[] = await this.database.query('SELECT id, display_name FROM access.users WHERE id::text = ANY ($1::text[])', [ids]);
    return new Map(rows.map((row) => [row.id, row.display_name]));
  }

  /** Opens or closes an account; closing it ends its sessions. */
  async setActive(id: string, active: boolean): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('UPDATE access.users SET active = $2 WHERE id = $1', [id, active]);
      if (!active) await manager.query('DELETE FROM access.sessions WHERE user_id = $1', [id]);
    });
  }

  private async insert(user: Omit<NewUser, 'password'>, hash: string, demonstration: boolean): Promise<boolean> {
    const { id, userName, displayName, role, force } = user;
    const values = [id, userName.toLowerCase(), displayName, role, force, hash, demonstration, this.clock.now()];
    const rows: unknown[] = await this.database.query(insert, values);
    return rows.length === 1;
  }
}

function userOf(row: Row): User {
  return {
    id: row.id,
    userName: row.user_name,
    displayName: row.display_name,
    role: row.role,
    force: row.force,
    active: row.active,
    createdAt: asInstant(row.created_at.getTime()),
  };
}
