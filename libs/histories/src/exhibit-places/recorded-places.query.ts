import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Permission, type Viewer, visiblePersonSql } from '#access';
import { formatDate, type LocalDate } from '#calendar';
import type { ExhibitPlace, ExhibitPlaceKind, PlaceOfExhibits } from '#cases';
import { ExhibitPlaces } from '#cases/module';
import { kindRule, type OrderKind } from '#orders';

interface Found {
  readonly perpetratorId: string;
  readonly force: string;
  readonly on: LocalDate;
  readonly named: readonly string[];
  readonly kind: OrderKind | null;
}

interface Room {
  /** Who may open such a record. */
  readonly needs: Permission;
  readonly href: string;
  /** The columns of `Found` but the perpetrator and the force, of the table called r. */
  readonly select: string;
  readonly words: (found: Found) => string;
}

const rooms: Readonly<Record<ExhibitPlaceKind, Room>> = {
  case: {
    needs: 'view-case',
    href: '/cases',
    select: `r.opened_on::text as "on", to_jsonb(r.protected_person_ids) as named, null as kind from cases.case_record r`,
    words: ({ on }) => `Case opened on ${formatDate(on)}`,
  },
  application: {
    needs: 'view-order',
    href: '/applications',
    select: `r.filed_on::text as "on", (r.doc->'protectedPersonIds') || (r.doc->'victimIds') as named, null as kind from orders.application_record r`,
    words: ({ on }) => `Application filed on ${formatDate(on)}`,
  },
  order: {
    needs: 'view-order',
    href: '/orders',
    select: `r.made_on::text as "on", to_jsonb(r.protected_person_ids) as named, r.kind from orders.order_record r`,
    words: ({ on, kind }) => `${kind ? kindRule(kind).name : 'Order'} of ${formatDate(on)}`,
  },
  breach: {
    needs: 'view-breach',
    href: '/breaches',
    select: `r.occurred_on::text as "on", r.doc->'protectedPersonIds' as named, null as kind from breaches.breach_record r`,
    words: ({ on }) => `Breach report of ${formatDate(on)}`,
  },
};

/** Cases, applications, orders and breaches as what files hang on. */
@Injectable()
export class RecordedPlaces extends ExhibitPlaces {
  constructor(private readonly database: DataSource) {
    super();
  }

  override async find(viewer: Viewer, { kind, id }: ExhibitPlace): Promise<PlaceOfExhibits | null> {
    const { needs, select, words, href } = rooms[kind];
    if (!may(viewer, needs)) return null;
    const parameters: unknown[] = [id];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [found] = await this.database.query<Found[]>(
      `select r.perpetrator_id as "perpetratorId", r.force, ${select}
       join people.perpetrator_record p on p.id = r.perpetrator_id where r.id = $1 and ${visible}`,
      parameters,
    );
    if (!found) return kind === 'application' ? this.draft(viewer, id) : null;
    const { perpetratorId, force, named } = found;
    return {
      kind,
      id,
      perpetratorId,
      force,
      about: [perpetratorId, ...new Set(named)],
      words: words(found),
      page: `${href}/${id}`,
      href: `${href}/${id}`,
    };
  }

  /** An application that is not filed yet is its force's own. */
  private async draft(viewer: Viewer, id: string): Promise<PlaceOfExhibits | null> {
    const parameters: unknown[] = [id, viewer.force];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const people = `d.doc->'draft'->'sections'->'people'->'content'`;
    const [found] = await this.database.query<{ perpetratorId: string; force: string; on: LocalDate; named: string[] }[]>(
      `select d.perpetrator_id as "perpetratorId", d.force, d.begun_on::text as "on",
              coalesce(${people}->'protectedPersonIds', '[]') || coalesce(${people}->'victimIds', '[]') as named
       from orders.application_draft d join people.perpetrator_record p on p.id = d.perpetrator_id
       where d.id = $1 and d.force = $2 and ${visible}`,
      parameters,
    );
    if (!found) return null;
    const { perpetratorId, force, on, named } = found;
    const place = { kind: 'application', id } as const;
    const about = [perpetratorId, ...new Set(named)] as const;
    return {
      ...place,
      perpetratorId,
      force,
      about,
      words: `Application begun on ${formatDate(on)}`,
      page: `/drafts/${id}`,
      href: `/applications/${id}`,
      ...(named.length === 0 && { peopleFirst: `/drafts/${id}/people` }),
    };
  }
}
