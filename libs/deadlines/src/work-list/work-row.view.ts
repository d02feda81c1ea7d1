import { formatDate, formatDateTime } from '#calendar';
import type { PersonName } from '#people';
import type { TaskKind } from '../domain/task.js';
import { teamNames } from '../domain/task-kinds.js';
import type { WorkRow } from './work-list.query.js';
import { daysLeftWords } from './work-list.js';

/** A row as the page prints it. `names`: of users, by id. */
export function rowView(row: WorkRow, names: ReadonlyMap<string, string>) {
  const { taskId, perpetratorId, words, why, subject, waitsFor, next, dueBy, dueAt, daysLeft, courtOn, owner } = row;
  const isOver = row.state === 'overdue';
  return {
    ...{ taskId, perpetratorId, words, why, subject, waitsFor, next, dueBy },
    name: nameWords(row.name),
    due: isInCourt(row)
      ? `on ${dueAt === null ? formatDate(dueBy) : formatDateTime(dueAt)}`
      : dueAt === null
        ? `by the end of ${formatDate(dueBy)}`
        : `by ${formatDateTime(dueAt)}`,
    left: daysLeftWords(daysLeft, isOver),
    colour: isOver ? 'red' : row.urgent || daysLeft <= 2 ? 'orange' : null,
    court: courtOn === null || isInCourt(row) ? null : formatDate(courtOn),
    owner:
      owner === null
        ? `${teamNames[row.team]}, nobody yet`
        : `${names.get(owner) ?? 'Somebody who has left'}${row.ownerReads ? '' : ', who may not open this record: assign it to somebody else'}`,
  };
}

const toTell: readonly TaskKind[] = ['tell-of-order', 'tell-victim', 'tell-victim-next'];

/** A row with those that stand under it. */
export interface RowsTogether {
  readonly first: WorkRow;
  /** What else the same protected person is to be told, in the order of the list. */
  readonly others: readonly WorkRow[];
}

/**
 * What one protected person is to be told about one respondent, for whoever does it, in one row: where the first of it stood. Every other row
 * stands alone. Each keeps its own day and its own assignment.
 */
export function together(rows: readonly WorkRow[]): readonly RowsTogether[] {
  const groups = new Map<string, WorkRow[]>();
  for (const row of rows) {
    const { about, perpetratorId, owner, what, id } = row;
    const isTold = toTell.includes(what) && about.protectedPersonId !== undefined;
    const key = isTold ? `${perpetratorId} ${about.protectedPersonId} ${owner ?? ''}` : id;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []));
}

/** A day in court is a day to be there, not one to be in time for. */
function isInCourt({ what, dueBy, courtOn }: WorkRow): boolean {
  return what === 'hearing' && dueBy === courtOn;
}

export function nameWords(name: PersonName | null): string {
  return name === null ? 'Name erased' : `${name.family.toUpperCase()}, ${name.given}`;
}
