import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import type { LocalDate } from '#calendar';
import { listing, type Listing, readDayCursor } from '#pages';
import type { PersonName } from '#people';
import type { Due } from '../domain/task.js';
import type { DueWorkDoc } from './due-work.js';
import { daysOf, type Section, worthShowing } from './work-list.js';

/** One person and what one force has to do about them. */
export interface PersonWork {
  readonly perpetratorId: string;
  readonly force: string;
  /** Null once the person was erased. */
  readonly name: PersonName | null;
  readonly due: readonly Due[];
}

/** One part of the work list, the person with the earliest task first. */
export class GetWork extends Query<Listing<PersonWork>> {
  constructor(
    readonly viewer: Viewer,
    /** CJS code; null: all forces. */
    readonly force: string | null,
    readonly section: Section,
    /** The London day. */
    readonly today: LocalDate,
    /** How many people. */
    readonly size: number,
    /** Cursor of the part after an earlier one. */
    readonly after: string | null = null,
  ) {
    super();
  }
}

interface Found {
  readonly id: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly nextDue: LocalDate;
  readonly doc: DueWorkDoc;
  readonly name: PersonName | null;
}

@QueryHandler(GetWork)
export class GetWorkHandler implements IQueryHandler<GetWork> {
  constructor(private readonly database: DataSource) {}

  /** Read along the index from the first day on: as much work for one page however much is recorded. */
  async execute({ viewer, force, section, today, size, after }: GetWork): Promise<Listing<PersonWork>> {
    const { first, last } = daysOf(section, today);
    const parameters: unknown[] = [first, last];
    const parts = ['w.next_due between $1::date and $2::date', visiblePersonSql(viewer, 'person', parameters)];
    if (force !== null) parts.push(`w.force = $${parameters.push(force)}`);
    const from = readDayCursor(after);
    if (from) parts.push(`(w.next_due, w.id) > ($${parameters.push(from[0])}::date, $${parameters.push(from[1])})`);
    const found: Found[] = await this.database.query(
      `select w.id, w.perpetrator_id as "perpetratorId", w.force, w.next_due::text as "nextDue", w.doc, person.doc -> 'identity' -> 'value' -> 'name' as name
       from deadlines.work w join people.perpetrator_record person on person.id = w.perpetrator_id
       where ${parts.join(' and ')} order by w.next_due, w.id limit ${size + 1}`,
      parameters,
    );
    const { items, next } = listing(found, size, (row) => [row.nextDue, row.id]);
    const people = items.map(({ perpetratorId, force: of, name, doc }) => ({
      perpetratorId,
      force: of,
      name,
      due: worthShowing(doc, today),
    }));
    return { items: people.filter(({ due }) => due.length > 0), next };
  }
}
