import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { asInstant, millisecondsOf } from '#calendar';
import { Clock, Sealer } from '#event-store';
import { isUuid } from '#pages';
import type { KeptPage, KeptPages } from '#pages/module';
import { DataSource } from 'typeorm';

const PURPOSE = 'kept-page';
/** Long enough to look something up and come back. */
const LASTS_MINUTES = 60;
/** Of one user; older ones go. */
const MOST = 30;

/** Pages that answered forms, sealed in the database for an hour. Only who sent the form gets them back. */
@Injectable()
export class PagesKept implements KeptPages {
  constructor(
    private readonly database: DataSource,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async keep(userId: string, page: KeptPage): Promise<string> {
    const id = randomUUID();
    const now = this.clock.now();
    const sealed = this.sealer.wrapText(purpose(userId), gzipSync(JSON.stringify(page)).toString('base64'));
    await this.database.query('INSERT INTO access.kept_pages (id, user_id, at, page) VALUES ($1, $2, $3, $4)', [id, userId, now, sealed]);
    await this.database.query(
      `DELETE FROM access.kept_pages WHERE at < $2 OR id IN
         (SELECT id FROM access.kept_pages WHERE user_id = $1 ORDER BY sequence DESC OFFSET ${MOST})`,
      [userId, earliest(now)],
    );
    return id;
  }

  async open(userId: string, id: string): Promise<KeptPage | null> {
    if (!isUuid(id)) return null;
    const rows: { page: string }[] = await this.database.query(
      'SELECT page FROM access.kept_pages WHERE id = $1 AND user_id = $2 AND at >= $3',
      [id, userId, earliest(this.clock.now())],
    );
    const text = rows[0] ? this.sealer.unwrapText(purpose(userId), rows[0].page) : null;
    return text === null ? null : (JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as KeptPage);
  }
}

const purpose = (userId: string): string => `${PURPOSE}|${userId}`;
const earliest = (now: ReturnType<Clock['now']>) => asInstant(millisecondsOf(now) - LASTS_MINUTES * 60_000);
