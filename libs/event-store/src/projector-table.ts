import { collectSubjects, type Projection, type Row } from '#event-sourcing';
import type { DataSource, EntityMetadata } from 'typeorm';
import { nullableTextArray } from './projector-array.js';

/** Runs a statement, in whatever transaction the caller is in. */
export type Query = <T>(sql: string, parameters?: unknown[]) => Promise<T[]>;

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: string;
  readonly isArray: boolean;
  readonly isJson: boolean;
}

/** Written by the projector, not by the projections: whose personal data the row holds. */
const SUBJECTS = 'subjects';

/** A row that its table cannot hold. The message names columns and types, no values. */
export class UnwritableRow extends Error {
  override readonly name = 'UnwritableRow';
}

/** Whether the rows of a projection hold personal data, and so are found when a person is erased. */
export function holdsPeople(database: DataSource, projection: Projection): boolean {
  return entityOf(database, projection)?.columns.some(({ propertyName }) => propertyName === SUBJECTS) ?? false;
}

function entityOf({ entityMetadatas }: DataSource, { table }: Projection): EntityMetadata | undefined {
  return entityMetadatas.find(({ tableName, tablePath }) => tablePath === table || tableName === table);
}

/** The table of one projection: its columns, learnt from its TypeORM entity and the database, and reading and writing rows in bulk. */
export class ProjectionTable {
  private constructor(
    readonly schema: string,
    readonly table: string,
    private readonly columns: readonly Column[],
  ) {}

  /** Throws a sentence if there is no entity or no table of that name. */
  static async of(database: DataSource, projection: Projection): Promise<ProjectionTable> {
    const entity = entityOf(database, projection);
    if (!entity) throw new Error(`Projection ${projection.name}: no entity has the table ${projection.table}`);
    const schema = entity.schema ?? 'public';
    const stored: { name: string; type: string; category: string }[] = await database.query(
      `select a.attname as name, format_type(a.atttypid, null) as type, t.typcategory as category
       from pg_attribute a join pg_type t on t.oid = a.atttypid
       where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
      [quoted(schema, entity.tableName)],
    );
    if (stored.length === 0)
      throw new Error(`Projection ${projection.name}: there is no table ${projection.table}; a migration must create it`);
    const columns = stored.flatMap(({ name, type, category }): Column[] => {
      const column = entity.columns.find(({ databaseName }) => databaseName === name);
      if (!column) return [];
      return [{ property: column.propertyName, name, type, isArray: category === 'A', isJson: type === 'json' || type === 'jsonb' }];
    });
    if (!columns.some(({ property }) => property === 'id')) throw new Error(`Projection ${projection.name}: its entity has no id`);
    return new ProjectionTable(schema, entity.tableName, columns);
  }

  /** The table's name in SQL. */
  get path(): string {
    return quoted(this.schema, this.table);
  }

  /** Whether rows can be found by whose personal data they hold. */
  get hasSubjects(): boolean {
    return this.columns.some(({ property }) => property === SUBJECTS);
  }

  /** The same columns in another schema. */
  inSchema(schema: string): ProjectionTable {
    return new ProjectionTable(schema, this.table, this.columns);
  }

  /** The rows with these ids, as projections write them: instants as ISO strings with milliseconds, dates, bigint and numeric as strings. */
  load(query: Query, ids: readonly string[]): Promise<Row[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.select(query, `where ${this.column('id')} = any ($1::${this.type('id')}[])`, [ids]);
  }

  /** The rows that hold readable personal data about any of these people. */
  holding(query: Query, subjects: readonly string[]): Promise<Row[]> {
    if (!this.hasSubjects || subjects.length === 0) return Promise.resolve([]);
    return this.select(query, `where ${this.column(SUBJECTS)} && $1::${this.type(SUBJECTS)}`, [subjects]);
  }

  /** Writes rows and removes those that are null; each id once. `isNew`: no row of these ids is in the table. */
  async write(query: Query, changes: readonly (readonly [string, Row | null])[], isNew = false): Promise<void> {
    const removed = changes.filter(([, row]) => row === null).map(([id]) => id);
    const rows = changes.flatMap(([, row]) => (row ? [row] : []));
    if (removed.length > 0 && !isNew) await this.remove(query, removed);
    if (rows.length === 0) return;
    const names = this.columns.map(({ name }) => `"${name}"`);
    const casts = this.columns.map(({ type }, nth) => `u.c${nth}::${type}`);
    const parameters = this.columns.map((_, nth) => `$${nth + 1}::text[]`);
    const updates = this.columns.filter(({ property }) => property !== 'id').map(({ name }) => `"${name}" = excluded."${name}"`);
    const onConflict = isNew
      ? ''
      : ` on conflict (${this.column('id')}) do ${updates.length > 0 ? `update set ${updates.join(', ')}` : 'nothing'}`;
    await query(
      `insert into ${this.path} (${names.join(', ')}) select ${casts.join(', ')}
       from unnest(${parameters.join(', ')}) u (${this.columns.map((_, nth) => `c${nth}`).join(', ')})${onConflict}`,
      this.values(rows),
    );
  }

  async remove(query: Query, ids: readonly string[]): Promise<void> {
    await query(`delete from ${this.path} where ${this.column('id')} = any ($1::${this.type('id')}[])`, [ids]);
  }

  /** Tells the planner what is in the table. Whole documents are compared by nobody, and to count their values takes longest. */
  async analyze(query: Query): Promise<void> {
    const [found] = await query<{ is: boolean }>(
      'select exists (select from pg_index where indrelid = to_regclass($1) and indexprs is not null) as is',
      [this.path],
    );
    const compared = this.columns.filter(({ isJson }) => !isJson).map(({ name }) => `"${name}"`);
    // What expressions are worth is counted only when no columns are named.
    await query(`analyze ${this.path}${found?.is ? '' : ` (${compared.join(', ')})`}`);
  }

  private values(rows: readonly Row[]): Buffer[] {
    const columns = this.columns.map((column) => ({ column, texts: new Array<string | null>(rows.length).fill(null) }));
    const subjects = new Set<string>();
    for (const [nth, row] of rows.entries()) {
      subjects.clear();
      for (const { column, texts } of columns) {
        if (column.property === SUBJECTS) continue;
        // Once only: it may be worked out when it is asked for.
        const value = (row as Row & Record<string, unknown>)[column.property];
        // Elsewhere than in documents there is no room for anything wrapped.
        if (column.isJson) collectSubjects(value, subjects);
        texts[nth] = asText(column, value);
      }
      if (subjects.size > 0 && !this.hasSubjects)
        throw new UnwritableRow(`The rows of ${this.table} hold personal data: the table needs a column ${SUBJECTS} text[]`);
      for (const { column, texts } of columns) if (column.property === SUBJECTS) texts[nth] = asText(column, [...subjects].sort());
    }
    return columns.map(({ texts }) => nullableTextArray(texts));
  }

  private async select(query: Query, where: string, parameters: unknown[]): Promise<Row[]> {
    const list = this.columns
      .filter(({ property }) => property !== SUBJECTS)
      .map((column) => `${readable(column)} as "${column.property}"`);
    return query<Row>(`select ${list.join(', ')} from ${this.path} ${where}`, parameters);
  }

  private column(property: string): string {
    return `"${this.columns.find((column) => column.property === property)?.name ?? property}"`;
  }

  private type(property: string): string {
    return this.columns.find((column) => column.property === property)?.type ?? 'text';
  }
}

export function quoted(schema: string, table: string): string {
  return `"${schema}"."${table}"`;
}

const AS_IS = /^(smallint|integer|real|double precision|boolean|jsonb?|text|character varying|uuid)(\[\])?$/;

/** What is selected, so that a row read back is equal to the one that was written. */
function readable({ name, type, isArray }: Column): string {
  if (type === 'timestamp with time zone') return `to_char("${name}" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  if (AS_IS.test(type)) return `"${name}"`;
  return `"${name}"::text${isArray ? '[]' : ''}`;
}

function asText(column: Column, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (column.isJson) return JSON.stringify(value);
  if (column.isArray && Array.isArray(value))
    return `{${value.map((item) => (item === null ? 'NULL' : `"${plain(column, item).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;
  return plain(column, value);
}

function plain(column: Column, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  throw new UnwritableRow(`${column.property} is a ${column.type} but was given a ${typeof value}`);
}
