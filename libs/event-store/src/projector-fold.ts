import { erasedSubject, forget, type Projection, type Recorded, type Row, subjectsIn } from '#event-sourcing';

/** Rows of one projection held in memory while facts are folded into them. Null: there is no such row. */
export class WorkingRows {
  private readonly rows = new Map<string, Row | null>();
  private readonly changed = new Set<string>();

  get size(): number {
    return this.rows.size;
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  /** A row as the table has it. */
  load(id: string, row: Row | null): void {
    this.rows.set(id, row);
  }

  /** Folds the fact into the rows it touches, all of which must be held; on an error none has changed. */
  apply(projection: Projection, event: Recorded): void {
    const subject = erasedSubject(event.fact);
    const changes = new Map<string, Row | null>();
    if (subject)
      for (const [id, row] of this.rows) if (row && subjectsIn(row).includes(subject)) changes.set(id, forgotten(projection, row, subject));
    if (projection.reads.includes(event.fact.type)) {
      for (const id of projection.rows(event)) {
        const row = changes.get(id) ?? this.rows.get(id) ?? null;
        changes.set(id, projection.evolve(row, event, id));
      }
    }
    for (const [id, row] of changes) {
      this.rows.set(id, row);
      this.changed.add(id);
    }
  }

  /** The rows to write since the last call. */
  takeChanges(): [string, Row | null][] {
    const changes = [...this.changed].map((id): [string, Row | null] => [id, this.rows.get(id) ?? null]);
    this.changed.clear();
    return changes;
  }

  clear(): void {
    this.rows.clear();
  }
}

function forgotten(projection: Projection, row: Row, subject: string): Row {
  const without = forget(row, subject);
  return projection.forgotten ? projection.forgotten(without, subject) : without;
}
