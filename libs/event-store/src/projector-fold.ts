import { erasedSubject, forget, type Projection, type Recorded, type Row, subjectsIn } from '#event-sourcing';

/** Rows of one projection held in memory while facts are folded into them. Null: there is no such row. */
export class WorkingRows {
  private readonly rows = new Map<string, Row | null>();
  private readonly changed = new Set<string>();
  /** Rows that only the fact they are named after has touched. */
  private readonly own = new Set<string>();
  /** Rows that `takeCold` gave once, and those of them that changed after all. */
  private readonly given = new Set<string>();
  private readonly stale = new Set<string>();
  private before = new Set<string>();
  private recent = new Set<string>();

  get size(): number {
    return this.rows.size;
  }

  /** How many rows are named after the fact that made them, so that hardly another will touch them. */
  get ownSize(): number {
    return this.own.size;
  }

  ids(): Iterable<string> {
    return this.rows.keys();
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
    const touched = reads(projection, event.fact.type) ? projection.rows(event) : [];
    const [only] = touched;
    if (subject === null && touched.length === 1 && only !== undefined) {
      this.change(only, projection.evolve(this.rows.get(only) ?? null, event, only), event);
      return;
    }
    const changes = new Map<string, Row | null>();
    if (subject !== null)
      for (const [id, row] of this.rows) if (row && subjectsIn(row).includes(subject)) changes.set(id, forgotten(projection, row, subject));
    for (const id of touched) {
      const row = changes.get(id) ?? this.rows.get(id) ?? null;
      changes.set(id, projection.evolve(row, event, id));
    }
    for (const [id, row] of changes) this.change(id, row, event);
  }

  /** The rows to write since the last call. */
  takeChanges(): [string, Row | null][] {
    const changes = [...this.changed].map((id): [string, Row | null] => [id, this.rows.get(id) ?? null]);
    this.changed.clear();
    return changes;
  }

  /** The rows that are named after the fact that made them; they are no longer held. */
  takeOwn(): [string, Row | null][] {
    const taken: [string, Row | null][] = [];
    for (const id of this.own) {
      taken.push([id, this.rows.get(id) ?? null]);
      this.rows.delete(id);
      this.changed.delete(id);
    }
    this.own.clear();
    return taken;
  }

  /**
   * Rows that changed before the last call but not since, each once: they are still held, and most never change again. Those that do are
   * among the changes once more, and among what `takeStale` gives.
   */
  takeCold(): [string, Row | null][] {
    const cold: [string, Row | null][] = [];
    for (const id of this.before) {
      const row = this.rows.get(id);
      if (!row || this.recent.has(id) || this.given.has(id)) continue;
      cold.push([id, row]);
      this.given.add(id);
      this.changed.delete(id);
    }
    this.before = this.recent;
    this.recent = new Set();
    return cold;
  }

  /** Lets go of the rows that `takeCold` gave and that have not changed since; their ids. */
  letGo(): string[] {
    const gone = [...this.given].filter((id) => !this.stale.has(id));
    for (const id of gone) {
      this.given.delete(id);
      this.rows.delete(id);
    }
    return gone;
  }

  /** The rows that `takeCold` gave too early. */
  takeStale(): string[] {
    const stale = [...this.stale];
    this.stale.clear();
    return stale;
  }

  clear(): void {
    this.given.clear();
    this.stale.clear();
    this.before.clear();
    this.recent.clear();
    this.rows.clear();
    this.own.clear();
  }

  private change(id: string, row: Row | null, event: Recorded): void {
    if (id === event.id && !this.rows.has(id)) this.own.add(id);
    else {
      this.own.delete(id);
      (this.given.has(id) ? this.stale : this.recent).add(id);
    }
    this.rows.set(id, row);
    this.changed.add(id);
  }
}

const sets = new WeakMap<Projection, ReadonlySet<string>>();

/** Whether the projection reads facts of this type. */
export function reads(projection: Projection, type: string): boolean {
  let types = sets.get(projection);
  if (!types) sets.set(projection, (types = new Set(projection.reads)));
  return types.has(type);
}

function forgotten(projection: Projection, row: Row, subject: string): Row {
  const without = forget(row, subject);
  return projection.forgotten ? projection.forgotten(without, subject) : without;
}
