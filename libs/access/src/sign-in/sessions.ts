import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { asInstant, millisecondsOf } from '#calendar';
import { Clock } from '#event-store';
import { DataSource } from 'typeorm';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options.js';
import { type Viewer, viewer } from '../domain/viewer.js';
import type { Role } from '../domain/permissions.js';

export type SessionKind = 'browser' | 'bearer';

interface Row {
  readonly id: string;
  readonly display_name: string;
  readonly role: Role;
  readonly force: string;
  readonly seen_at: Date;
  readonly password_due: boolean;
}

const minute = 60_000;

/** Signed-in browsers and machines. Only the hash of a token is stored: who reads the table cannot sign in with it. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** Starts a session and gives its token, 256 random bits. */
  async start(userId: string, kind: SessionKind, lastsMinutes: number = this.options.sessionHours * 60): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const values = [hashed(token), userId, kind, now, asInstant(millisecondsOf(now) + lastsMinutes * minute)];
    await this.database.query(
      'INSERT INTO access.sessions (token_hash, user_id, kind, started_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $4, $5)',
      values,
    );
    await this.database.query('DELETE FROM access.sessions WHERE ends_at < $1', [now]);
    return token;
  }

  /** Whose session it is, and that it was used now; null when there is none, it ended or the account is closed. */
  async find(token: string, kind: SessionKind): Promise<Viewer | null> {
    const now = millisecondsOf(this.clock.now());
    const idleSince = kind === 'browser' ? asInstant(now - this.options.idleMinutes * minute) : asInstant(0);
    const rows: Row[] = await this.database.query(
      `SELECT u.id, u.display_name, u.role, u.force, u.password_due, s.seen_at FROM access.sessions s JOIN access.users u ON u.id = s.user_id
       WHERE s.token_hash = $1 AND s.kind = $2 AND s.ends_at > $3 AND s.seen_at > $4 AND u.active`,
      [hashed(token), kind, asInstant(now), idleSince],
    );
    const row = rows[0];
    if (!row) return null;
    // Often enough for the idle limit, without a write for every page.
    if (now - row.seen_at.getTime() > minute / 2) {
      await this.database.query('UPDATE access.sessions SET seen_at = $2 WHERE token_hash = $1', [hashed(token), asInstant(now)]);
    }
    const who = viewer({ userId: row.id, role: row.role, force: row.force, name: row.display_name });
    return row.password_due ? { ...who, passwordDue: true } : who;
  }

  /** Whose browser session it is or was; null when nothing of it is kept any more. */
  async userOf(token: string): Promise<string | null> {
    const rows: { user_id: string }[] = await this.database.query(
      `SELECT user_id FROM access.sessions WHERE token_hash = $1 AND kind = 'browser'`,
      [hashed(token)],
    );
    return rows[0]?.user_id ?? null;
  }

  async end(token: string): Promise<void> {
    await this.database.query('DELETE FROM access.sessions WHERE token_hash = $1', [hashed(token)]);
  }
}

function hashed(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
