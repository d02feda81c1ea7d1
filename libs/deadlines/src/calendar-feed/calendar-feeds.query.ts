import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asInstant, type Instant, millisecondsOf } from '#calendar';
import { Clock } from '#event-store';
import { type CalendarEntry, toTell, type ToldEntry } from './icalendar.js';

/** How often one address may be read in an hour. Calendars ask once or twice. */
const MOST_IN_AN_HOUR = 30;
const HOUR = 3_600_000;
/** How long a cancelled entry is still told as such. */
const REMEMBERED = 60 * 24 * HOUR;

export interface Feed {
  readonly madeAt: Instant;
  /** Null until a calendar has read it. */
  readonly readAt: Instant | null;
}

export type Reading = { readonly ok: true; readonly userId: string } | { readonly ok: false; readonly why: 'unknown' | 'too-often' };

/** The secret addresses at which users' calendars read, one for each user. Only a hash of the secret is kept. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(userId: string): Promise<Feed | null> {
    const [row]: { madeAt: Date; readAt: Date | null }[] = await this.database.query(
      'select made_at as "madeAt", read_at as "readAt" from deadlines.calendar where user_id = $1',
      [userId],
    );
    return row ? { madeAt: asInstant(row.madeAt.getTime()), readAt: row.readAt && asInstant(row.readAt.getTime()) } : null;
  }

  /** A new secret in the place of the one before, which stops working. Told this once. */
  async make(userId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.query(
      `insert into deadlines.calendar (token_hash, user_id, made_at) values ($1, $2, $3)
       on conflict (user_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, read_at = null, reads_since = null, reads = 0`,
      [hashOf(token), userId, this.clock.now()],
    );
    return token;
  }

  /** The address works no more. */
  async revoke(userId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('delete from deadlines.calendar where user_id = $1', [userId]);
      await manager.query('delete from deadlines.calendar_entry where user_id = $1', [userId]);
    });
  }

  /** Whose the secret is, counted as a reading; refused after too many in an hour. */
  async read(token: string): Promise<Reading> {
    const now = this.clock.now();
    const since = asInstant(millisecondsOf(now) - HOUR);
    const rows: { userId: string; reads: number }[] = await this.database.query(
      `with reading as (update deadlines.calendar set read_at = $2,
         reads = case when reads_since >= $3 then reads + 1 else 1 end, reads_since = case when reads_since >= $3 then reads_since else $2 end
       where token_hash = $1 returning user_id, reads)
       select user_id as "userId", reads from reading`,
      [hashOf(token), now, since],
    );
    const [row] = rows;
    if (!row) return { ok: false, why: 'unknown' };
    return row.reads > MOST_IN_AN_HOUR ? { ok: false, why: 'too-often' } : { ok: true, userId: row.userId };
  }

  /** What to tell the user's calendar now, from what it was told before; remembers it. */
  async tell(userId: string, entries: readonly CalendarEntry[]): Promise<readonly ToldEntry[]> {
    const now = this.clock.now();
    return this.database.transaction(async (manager) => {
      await manager.query('select from deadlines.calendar where user_id = $1 for update', [userId]);
      const before: { entry: ToldEntry }[] = await manager.query(
        'select entry from deadlines.calendar_entry where user_id = $1 order by uid',
        [userId],
      );
      const told = before.map(({ entry }) => entry);
      const telling = toTell(told, entries, now, asInstant(millisecondsOf(now) - REMEMBERED));
      const changed = telling.filter((entry) => !told.includes(entry));
      const kept = telling.map(({ uid }) => uid);
      await manager.query('delete from deadlines.calendar_entry where user_id = $1 and not uid = any ($2::text[])', [userId, kept]);
      await manager.query(
        `insert into deadlines.calendar_entry (user_id, uid, entry)
         select $1, one ->> 'uid', one from jsonb_array_elements($2::jsonb) one
         on conflict (user_id, uid) do update set entry = excluded.entry`,
        [userId, JSON.stringify(changed)],
      );
      return telling;
    });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
