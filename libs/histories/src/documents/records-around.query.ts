import { Injectable, NotFoundException } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Role, Viewer } from '#access';
import { asInstant, type Instant, millisecondsOf } from '#calendar';
import { Clock } from '#event-store';
import { letterAt } from '#people';
import { ProtectedPeople } from '#people/module';
import { EVERYTHING, GetPerpetratorHistory, type PerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import type { HistoryFactLine } from '../perpetrator-history/history-fact.js';
import { ReachedPeople } from './reached-people.query.js';
import { type RecordAround, whereaboutsOf } from './record-of-application.js';

/** What is known of a perpetrator and of everybody protected from them, around the record that a document is made of. */
@Injectable()
export class RecordsAround {
  constructor(
    private readonly queries: QueryBus,
    private readonly database: DataSource,
    private readonly reached: ReachedPeople,
    private readonly people: ProtectedPeople,
    private readonly clock: Clock,
  ) {}

  /**
   * Of what was recorded up to `until`, that instant included; null: all. `named`: the people whom the record itself names.
   * @throws NotFoundException when there is no such perpetrator for this viewer
   */
  async of(viewer: Viewer, perpetratorId: string, named: readonly string[], until: Instant | null): Promise<RecordAround> {
    const { history, lines } = await this.history(viewer, perpetratorId, until && asInstant(millisecondsOf(until) + 1));
    const spokenOf = [...named, ...history.summary.protectedPersonIds];
    const everybody = await this.reached.records([...new Set([...spokenOf, ...(await this.reached.ids(viewer, perpetratorId))])]);
    const letters = until === null ? lettersNow(history) : await this.lettersThen(history, spokenOf, until);
    return {
      ...{ history, lines, letters },
      roles: await this.roles(lines.map(({ envelope }) => envelope.by)),
      // Records that were linked since change nothing in a document of that time.
      people: everybody
        .filter(({ id }) => until === null || letters.has(id))
        .map((one) => ({ ...one, facts: one.facts.filter(({ envelope }) => until === null || envelope.recordedAt <= until) })),
      whereabouts: whereaboutsOf(everybody),
    };
  }

  /** Of everybody of whom was known then, on the records that were known to be of one person. */
  private async lettersThen(
    history: PerpetratorHistory,
    spokenOf: readonly string[],
    until: Instant,
  ): Promise<ReadonlyMap<string, string>> {
    const records = history.records.flatMap((one) => (one.is === 'unknown' ? [] : [one.perpetratorId]));
    const placed = await this.people.placedOn(records, until);
    return new Map([...new Set([...placed, ...spokenOf])].map((id, place) => [id, letterAt(place)]));
  }

  /** All lines of the history, page by page. */
  private async history(
    viewer: Viewer,
    perpetratorId: string,
    before: Instant | null,
  ): Promise<{ history: PerpetratorHistory; lines: HistoryFactLine[] }> {
    const now = this.clock.now();
    const ask = (after: string | null) =>
      this.queries.execute(new GetPerpetratorHistory(viewer, perpetratorId, now, EVERYTHING, null, after, before));
    const history = await ask(null);
    if (!history) throw new NotFoundException();
    const lines = [...history.lines];
    for (let next = history.next; next !== null;) {
      const page = await ask(next);
      lines.push(...(page?.lines ?? []));
      next = page?.next ?? null;
    }
    return { history, lines };
  }

  private async roles(users: readonly string[]): Promise<ReadonlyMap<string, Role>> {
    const rows = await this.database.query<{ id: string; role: Role }[]>(
      'select id::text, role from access.users where id::text = any ($1)',
      [[...new Set(users)]],
    );
    return new Map(rows.map(({ id, role }) => [id, role]));
  }
}

/** Those of the pages. */
function lettersNow({ protectedPeople, unnamed }: PerpetratorHistory): ReadonlyMap<string, string> {
  return new Map([...unnamed, ...protectedPeople].flatMap(({ id, letter }) => (letter === null ? [] : [[id, letter] as const])));
}
