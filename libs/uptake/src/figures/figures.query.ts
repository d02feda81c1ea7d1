import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Viewer } from '#access';
import type { LocalDate } from '#calendar';
import { type OrderKind, orderKinds } from '#orders';
import { conditions, onePerson, type Scope, scopeOf, sourceOf } from './conditions.query.js';
import type { UptakeFilter } from './filter.js';
import { type Breached, type Cell, type Counted, figuresOf, type Standing, type UptakeFigures } from './figures.js';
import type { List } from './lists.js';

/** The managers' figures over all records that the viewer may know of. */
export class GetUptakeFigures extends Query<UptakeFigures> {
  constructor(
    readonly viewer: Viewer,
    readonly filter: UptakeFilter,
  ) {
    super();
  }
}

@QueryHandler(GetUptakeFigures)
export class UptakeFiguresHandler implements IQueryHandler<GetUptakeFigures> {
  constructor(private readonly database: DataSource) {}

  async execute(query: GetUptakeFigures): Promise<UptakeFigures> {
    const { viewer, filter } = query;
    const scope = scopeOf(viewer, filter);
    const [cells, standing, breached, people, firstDay] = await Promise.all([
      this.cells(scope),
      this.standing(scope),
      this.breached(scope),
      this.people(query, scope),
      this.firstDay(scope),
    ]);
    return figuresOf(filter, { cells, standing, breached, people, firstDay });
  }

  private cells(scope: Scope): Promise<Cell[]> {
    return this.ask<Cell>(
      scope,
      `select f.force, to_char(f.on_day, 'YYYY-MM') as month, ${['filed', 'granted', 'refused', 'grantedOnAppeal', 'withdrawn', 'otherwise', 'pending', 'inError', 'made'].map((list) => counting(list as List)).join(', ')},
         ${counting('made', 'interim', `f.kind = 'interim-spo'`)}, ${counting('made', 'full', `f.kind = 'spo'`)},
         ${counting('made', 'other', `f.kind not in ('interim-spo', 'spo')`)}
       from ${scope.facts} f where f.what in ('application', 'order') and f.on_day between $2::date and $3::date and ${scope.where} group by 1, 2`,
    );
  }

  private async standing(scope: Scope): Promise<Standing[]> {
    const rows = await this.ask<Standing>(
      scope,
      `select f.kind, ${(['live', 'unserved', 'unknown', 'expiring30', 'expiring60'] as const).map((list) => counting(list)).join(', ')}
       from ${scope.facts} f where ${conditions.live} and ${scope.where} group by 1`,
    );
    return rows.sort(byKind);
  }

  private async breached(scope: Scope): Promise<Breached[]> {
    const rows = await this.ask<Breached>(
      scope,
      `select f.kind, ${(['made', 'breached', 'breachedKnowing'] as const).map((list) => counting(list)).join(', ')}
       from ${sourceOf('breached', scope)} where ${conditions.made} and ${scope.where} group by 1`,
    );
    return rows.sort(byKind);
  }

  private async people({ viewer, filter }: GetUptakeFigures, scope: Scope): Promise<Counted['people']> {
    const different = (list: List) => `count(distinct coalesce(one.person, f.perpetrator_id)) filter (where ${conditions[list]})::int`;
    const people = onePerson(viewer, filter, scope);
    const [row] = await this.ask<Counted['people']>(
      people,
      `select ${different('filed')} as applications, ${different('made')} as orders
       from ${scope.facts} f left join one on one.record = f.perpetrator_id
       where f.what in ('application', 'order') and f.on_day between $2::date and $3::date and ${scope.where}`,
    );
    return row ?? { applications: 0, orders: 0 };
  }

  private async firstDay(scope: Scope): Promise<LocalDate | null> {
    const [row] = await this.ask<{ day: LocalDate }>(
      scope,
      `select f.on_day::text as day from ${scope.facts} f
       where f.what in ('application', 'order') and f.outcome is distinct from 'in-error' and f.on_day <= $1::date and ${scope.where}
       order by f.on_day limit 1`,
    );
    return row?.day ?? null;
  }

  private ask<Row>({ prelude, parameters }: Scope, sql: string): Promise<Row[]> {
    return this.database.query(`${prelude} ${sql}`, parameters);
  }
}

function counting(list: List, as: string = list, more = 'true'): string {
  return `count(*) filter (where ${conditions[list]} and ${more})::int as "${as}"`;
}

function byKind(a: { readonly kind: OrderKind }, b: { readonly kind: OrderKind }): number {
  return orderKinds.indexOf(a.kind) - orderKinds.indexOf(b.kind);
}
