import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#access';
import { personal } from '#event-sourcing';
import { Clock, Sealer } from '#event-store';
import { isUuid, newCommandId } from '#pages';
import type { SearchTerms } from './terms.js';

/** Minutes for which the results of a search can be opened again. */
const MINUTES = 30;
const PURPOSE = 'people-search';

/** What users search for, sealed, under an id that says nothing: names never stand in an address, in a browser's history or in a proxy's log. */
@Injectable()
export class KeptSearches {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Keeps the terms for half an hour and gives their id. Those whose time is over go. */
  async keep({ userId }: Viewer, terms: SearchTerms): Promise<string> {
    const id = newCommandId();
    const now = this.clock.now();
    const sealed = await this.sealer.sealOne(PURPOSE, id, personal([userId], terms));
    await this.database.query('delete from people.search where expires_at <= $1', [now]);
    await this.database.query(
      `insert into people.search (id, user_id, terms, expires_at) values ($1, $2, $3, $4::timestamptz + make_interval(mins => $5))`,
      [id, userId, JSON.stringify(sealed), now, MINUTES],
    );
    return id;
  }

  /** The terms, for nobody but the user who searched; null when they are gone. */
  async open({ userId }: Viewer, id: string): Promise<SearchTerms | null> {
    if (!isUuid(id)) return null;
    const [row]: { terms: unknown }[] = await this.database.query(
      'select terms from people.search where id = $1 and user_id = $2 and expires_at > $3',
      [id, userId, this.clock.now()],
    );
    if (!row) return null;
    const { value } = await this.sealer.openOne(PURPOSE, id, row.terms);
    return value as SearchTerms | null;
  }
}
