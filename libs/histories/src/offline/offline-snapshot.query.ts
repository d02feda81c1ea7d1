import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { force, may, type Viewer, visiblePersonSql } from '#access';
import { addDays, asInstant, type Instant, londonDate, millisecondsOf } from '#calendar';
import type { PerpetratorState } from '#people';
import { Links, ProtectedPeople, WaitingRecords } from '#people/module';
import { ControlRooms } from '../officers-card/control-rooms.js';
import { EMPTY_SUMMARY, mergeSummaries, type PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';
import { carriedPerson, type OfflinePerson, type OfflineSnapshot } from './carried.js';

/** The most people one device carries. */
export const MOST_PEOPLE = 1_000;
/** Reports come late: orders that ended so many days ago are still carried. */
const KEPT_DAYS = 28;
const AT_ONCE = 200;
const HOUR = 3_600_000;

interface RecordRow {
  readonly id: string;
  readonly doc: PerpetratorState;
  readonly summary: PerpetratorSummary | null;
}

/** Reads what an officer's device carries. Write the access log before calling. */
@Injectable()
export class OfflineSnapshots {
  constructor(
    private readonly db: DataSource,
    private readonly people: ProtectedPeople,
    private readonly links: Links,
    private readonly waiting: WaitingRecords,
    private readonly rooms: ControlRooms,
  ) {}

  /** Everybody on a record of the viewer's force, or bound by an order it keeps, as far as they are there for the viewer. */
  async read(viewer: Viewer, now: Instant, hours: number, most = MOST_PEOPLE): Promise<OfflineSnapshot> {
    const today = londonDate(now);
    const { ids, total } = await this.chosen(viewer, today, most);
    const people: OfflinePerson[] = [];
    const persons = await this.persons(viewer, ids);
    for (let from = 0; from < persons.length; from += AT_ONCE) {
      people.push(...(await this.carried(viewer, persons.slice(from, from + AT_ONCE), today)));
    }
    return {
      userId: viewer.userId,
      officer: viewer.name,
      force: force(viewer.force)?.name ?? viewer.force,
      controlRooms: this.rooms.numbers,
      asAt: now,
      expiresAt: asInstant(millisecondsOf(now) + hours * HOUR),
      endedSince: addDays(today, -KEPT_DAYS),
      people,
      total,
    };
  }

  private async chosen(viewer: Viewer, today: string, most: number): Promise<{ ids: string[]; total: number }> {
    const parameters: unknown[] = [viewer.force, today, most];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const rows = await this.db.query<{ id: string; total: string }[]>(
      `with bound as (
         select distinct perpetrator_id as id from orders.order_record
         where force = $1 and ended_on is null and (last_day is null or last_day >= $2::date)
       ), mine as (select id from people.perpetrator_record where force = $1 union select id from bound)
       select p.id, count(*) over () as total from mine join people.perpetrator_record p on p.id = mine.id left join bound on bound.id = p.id
       where p.doc->>'is' = 'recorded' and ${visible} order by bound.id is null, p.recorded_at desc, p.id limit $3`,
      parameters,
    );
    return { ids: rows.map(({ id }) => id), total: Number(rows[0]?.total ?? 0) };
  }

  /** The records of each person, the first among `ids` leading; a person with two of these records is one. */
  private async persons(viewer: Viewer, ids: readonly string[]): Promise<(readonly string[])[]> {
    const linked = new Set((await this.links.of(viewer, ids)).filter(({ state }) => state === 'linked').flatMap(({ a, b }) => [a, b]));
    const seen = new Set<string>();
    const persons: (readonly string[])[] = [];
    for (const id of ids) {
      if (seen.has(id)) continue;
      const records = linked.has(id) ? await this.links.onePerson(viewer, id) : [id];
      for (const record of records) seen.add(record);
      persons.push(records);
    }
    return persons;
  }

  private async carried(viewer: Viewer, persons: readonly (readonly string[])[], today: string): Promise<OfflinePerson[]> {
    const rows = await this.db.query<RecordRow[]>(
      `select p.id, p.doc, s.doc as summary from people.perpetrator_record p left join histories.perpetrator_summary s on s.id = p.id
       where p.id = any ($1)`,
      [persons.flat()],
    );
    const waiting = await this.waiting.of(viewer, persons);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const known = persons.map((records, nth) => {
      const found = records.flatMap((id) => byId.get(id) ?? []);
      return {
        records: found.map(({ doc }) => doc),
        summary: mergeSummaries(found.map(({ summary }) => summary ?? EMPTY_SUMMARY)),
        waiting: waiting[nth] ?? [],
      };
    });
    const orders = known.flatMap(({ summary }) => Object.values(summary.orders)).filter((order) => order.is !== 'unmade');
    const protectedPeople = await this.people.knownAsEach(
      viewer,
      known.map(({ summary }) => summary.protectedPersonIds),
      orders,
    );
    const readsWords = may(viewer, 'view-protected-person');
    return known.flatMap((one, nth) => {
      const theirs = protectedPeople[nth] ?? [];
      return carriedPerson({ ...one, protectedPeople: theirs, readsWords, force: viewer.force }, today, addDays(today, -KEPT_DAYS)) ?? [];
    });
  }
}
