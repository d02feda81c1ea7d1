import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { formatDate, type LocalDate } from '#calendar';
import { ApplicationsBegun, type BegunApplication } from '#cases/module';
import type { DetermineOutcome } from '../domain/events.js';
import { kindRule, type OrderKind } from '../domain/kinds/index.js';
import type { DraftState } from './draft-row.js';

interface Row {
  readonly id: string;
  readonly state: DraftState;
  readonly begunOn: LocalDate;
  readonly filedOn: LocalDate | null;
  readonly outcome: DetermineOutcome | 'in-error' | null;
  readonly determinedOn: LocalDate | null;
  readonly orders: readonly { readonly id: string; readonly kind: OrderKind; readonly madeOn: LocalDate }[];
}

const outcomes: Readonly<Record<DetermineOutcome, string>> = {
  granted: 'granted',
  refused: 'refused',
  withdrawn: 'withdrawn',
  otherwise: 'dealt with otherwise',
};

/** The applications that were begun from an investigation, with the orders made on them. */
@Injectable()
export class BegunFrom extends ApplicationsBegun {
  constructor(private readonly database: DataSource) {
    super();
  }

  override async from(
    viewer: Viewer,
    { caseId, perpetratorId }: Parameters<ApplicationsBegun['from']>[1],
  ): Promise<readonly BegunApplication[]> {
    const parameters: unknown[] = [viewer.force, perpetratorId, caseId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const rows: readonly Row[] = await this.database.query(
      `select d.id, d.state, d.begun_on::text as "begunOn", a.filed_on::text as "filedOn", a.outcome, a.determined_on::text as "determinedOn",
         coalesce((select json_agg(json_build_object('id', o.id, 'kind', o.kind, 'madeOn', o.made_on::text) order by o.made_on, o.id)
           from orders.order_record o where o.perpetrator_id = d.perpetrator_id and o.application_id = d.id), '[]') as orders
       from orders.application_draft d join people.perpetrator_record p on p.id = d.perpetrator_id
       left join orders.application_record a on a.id = d.id
       where d.force = $1 and d.perpetrator_id = $2 and d.doc #>> '{draft,caseId}' = $3 and ${visible}
       order by d.begun_on desc, d.id desc limit 50`,
      parameters,
    );
    return rows.map(begun);
  }

  override async relyingOn(
    viewer: Viewer,
    { incidentId, perpetratorId }: Parameters<ApplicationsBegun['relyingOn']>[1],
  ): Promise<readonly Pick<BegunApplication, 'words' | 'href'>[]> {
    const parameters: unknown[] = [viewer.force, perpetratorId, incidentId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const rows: readonly Row[] = await this.database.query(
      `select d.id, d.state, d.begun_on::text as "begunOn", a.filed_on::text as "filedOn", a.outcome, a.determined_on::text as "determinedOn",
         '[]'::json as orders
       from orders.application_draft d join people.perpetrator_record p on p.id = d.perpetrator_id
       join orders.application_record a on a.id = d.id
       where d.force = $1 and d.perpetrator_id = $2 and d.doc #> '{draft,sections,acts,content,incidentIds}' @> to_jsonb($3::text)
         and ${visible}
       order by a.filed_on desc, d.id desc limit 50`,
      parameters,
    );
    return rows.map(begun).map(({ words, href }) => ({ words, href }));
  }
}

function begun({ id, state, begunOn, filedOn, outcome, determinedOn, orders }: Row): BegunApplication {
  const isFiled = filedOn !== null;
  const waits = outcome === 'in-error' ? 'recorded in error' : 'it waits for the court';
  const decided = outcome && outcome !== 'in-error' && determinedOn ? `${outcomes[outcome]} on ${formatDate(determinedOn)}` : waits;
  const prepared = state === 'abandoned' ? 'given up' : 'in preparation';
  return {
    words: isFiled ? `Application filed on ${formatDate(filedOn)}: ${decided}` : `Application begun on ${formatDate(begunOn)}: ${prepared}`,
    href: isFiled ? `/applications/${id}` : `/drafts/${id}`,
    isOver: isFiled ? outcome !== null && outcome !== 'granted' : state === 'abandoned',
    orders: orders.map(({ id: orderId, kind, madeOn }) => ({
      words: `${kindRule(kind).name} made on ${formatDate(madeOn)}`,
      href: `/orders/${orderId}`,
    })),
  };
}
