import { Injectable } from '@nestjs/common';
import { asInstant } from '#calendar';
import { personal } from '#event-sourcing';
import { Clock, Sealer } from '#event-store';
import { isUuid } from '#pages';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../domain/viewer.js';
import { WhomRecordsAreAbout } from './whom-records-are-about.js';
import { type ChainedEntry, link, lineOf, type LogLine } from './chain.js';

/** Somebody is about to look at something, or changes an account. */
export interface Look {
  readonly viewer: Pick<Viewer, 'userId' | 'role' | 'force' | 'permissions'>;
  /** What kind of thing: `perpetrator`, `order`, `search`. */
  readonly kind: string;
  /** Its id; null for lists and searches. */
  readonly subject: string | null;
  /** For lists and searches: the ids of records that they show, of whatever kind. */
  readonly shown?: readonly string[];
  /** The route's pattern, never its address. */
  readonly route: string;
  /** Why, where a reason was asked for. Codes and short phrases, no names. */
  readonly reason: string | null;
  /** What was searched for; sealed before it is stored. */
  readonly terms: Readonly<Record<string, string>> | null;
  readonly correlationId: string;
}

export interface LogFilter {
  readonly userId?: string | undefined;
  /** The id of a record; of a perpetrator's, everything that showed them. */
  readonly subject?: string | undefined;
  /** Only entries of these kinds. */
  readonly kinds?: readonly string[] | undefined;
  /** From and until, instants; `until` excluded. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Entries before this sequence number. */
  readonly before?: number | undefined;
}

export type Verified =
  { readonly whole: true; readonly entries: number; readonly head: string } | { readonly whole: false; readonly brokenAt: number };

interface Row {
  readonly sequence: string;
  readonly at: Date;
  readonly user_id: string;
  readonly role: string;
  readonly force: string;
  readonly kind: string;
  readonly subject: string | null;
  readonly persons: readonly string[];
  readonly route: string;
  readonly reason: string | null;
  readonly terms: string | null;
  readonly correlation_id: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** The row of the head is locked while a line is added, so that lines form one chain whatever process writes them. */
const append = `
  WITH head AS (
    UPDATE access.log_head SET sequence = sequence + 1, previous = hash, hash = sha256(hash || convert_to($12, 'UTF8'))
    RETURNING sequence, previous, hash
  )
  INSERT INTO access.log (sequence, at, user_id, role, force, kind, subject, persons, route, reason, terms, correlation_id, previous, hash)
  SELECT sequence, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, previous, hash FROM head`;

/** Who looked at what, when and by which way (DPA 2018 s.62). Only ever added to; each entry holds the hash of all before it. */
@Injectable()
export class AccessLog {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly whom: WhomRecordsAreAbout,
  ) {}

  /** Durable when it answers, or with the transaction that it is written `within`. If it throws, nothing may be shown. */
  async record(look: Look, within: Pick<EntityManager, 'query'> = this.database): Promise<void> {
    const { viewer, kind, subject, shown = [], route, reason, terms, correlationId } = look;
    const records = [...new Set([...(subject === null ? [] : [subject]), ...shown])].filter(isUuid);
    const sealed = terms
      ? JSON.stringify(await this.sealer.sealOne('access-log-terms', correlationId, personal([viewer.userId], terms)))
      : null;
    const entry: LogLine = {
      at: this.clock.now(),
      userId: viewer.userId,
      role: viewer.role,
      force: viewer.force,
      kind,
      subject,
      persons: records.length === 0 ? [] : await this.whom.of(viewer, records),
      route,
      reason: reason === null ? null : reason.slice(0, 200),
      terms: sealed,
      correlationId,
    };
    const { at, userId, role, force, persons } = entry;
    const what = [kind, subject, persons, route, entry.reason, sealed, correlationId];
    await within.query(append, [at, userId, role, force, ...what, lineOf(entry)]);
  }

  /** Newest first, at most `limit`. */
  async list(filter: LogFilter, limit: number): Promise<ChainedEntry[]> {
    const rows: Row[] = await this.database.query(
      `SELECT * FROM access.log WHERE ($1::text IS NULL OR user_id = $1) AND ($2::text IS NULL OR subject = $2 OR persons @> ARRAY[$2::text])
       AND ($3::timestamptz IS NULL OR at >= $3) AND ($4::timestamptz IS NULL OR at < $4) AND ($5::bigint IS NULL OR sequence < $5)
       AND ($7::text[] IS NULL OR kind = ANY ($7)) ORDER BY sequence DESC LIMIT $6`,
      [
        filter.userId ?? null,
        filter.subject ?? null,
        filter.from ?? null,
        filter.until ?? null,
        filter.before ?? null,
        limit,
        filter.kinds ?? null,
      ],
    );
    return rows.map(entryOf);
  }

  /** What was searched for in an entry of `list`. */
  async terms(entry: ChainedEntry): Promise<unknown> {
    if (entry.terms === null) return null;
    const { value } = await this.sealer.openOne('access-log-terms', entry.correlationId, JSON.parse(entry.terms));
    return value;
  }

  /** Recomputes the chain from the first entry to the head. An entry changed, removed, added or moved breaks it. */
  async verify(): Promise<Verified> {
    const [head] = (await this.database.query('SELECT sequence, hash FROM access.log_head')) as { sequence: string; hash: Buffer }[];
    if (!head) return { whole: false, brokenAt: 0 };
    let [checked, hash] = [0, link.start];
    const end = Number(head.sequence);
    while (checked < end) {
      const rows: Row[] = await this.database.query(
        'SELECT * FROM access.log WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence LIMIT 2000',
        [checked, end],
      );
      for (const entry of rows.map(entryOf)) {
        if (entry.sequence !== checked + 1 || entry.previous !== hash || link.after(hash, entry) !== entry.hash)
          return { whole: false, brokenAt: checked + 1 };
        [checked, hash] = [entry.sequence, entry.hash];
      }
      if (rows.length === 0) return { whole: false, brokenAt: checked + 1 };
    }
    return hash === head.hash.toString('hex') ? { whole: true, entries: checked, head: hash } : { whole: false, brokenAt: checked };
  }
}

function entryOf(row: Row): ChainedEntry {
  return {
    sequence: Number(row.sequence),
    at: asInstant(row.at.getTime()),
    userId: row.user_id,
    role: row.role,
    force: row.force,
    kind: row.kind,
    subject: row.subject,
    persons: row.persons,
    route: row.route,
    reason: row.reason,
    terms: row.terms,
    correlationId: row.correlation_id,
    previous: row.previous.toString('hex'),
    hash: row.hash.toString('hex'),
  };
}
