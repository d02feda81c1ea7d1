import { erasedSubject, forget, type Projection, type Recorded, type Row, subjectsIn } from '#event-sourcing';

/** A row in memory and what became of it since it is held. One object, so that each fact looks up each of its rows once. */
interface Held {
  readonly id: string;
  /** Null: there is no such row. */
  row: Row | null;
  /** Not written as it stands. */
  isChanged: boolean;
  /** Only the fact it is named after has touched it. */
  isOwn: boolean;
  /** `takeCold` gave it once. */
  isGiven: boolean;
  /** It changed after `takeCold` gave it. */
  isStale: boolean;
  /** The turn, counted by calls of `takeCold`, in which it changed last. */
  turn: number;
}

/** Rows of one projection held in memory while facts are folded into them. */
export class WorkingRows {
  private readonly rows = new Map<string, Held>();
  private own: Held[] = [];
  private ownCount = 0;
  private given: Held[] = [];
  private stale: Held[] = [];
  private before: Held[] = [];
  private recent: Held[] = [];
  private turn = 0;

  get size(): number {
    return this.rows.size;
  }

  /** How many rows are named after the fact that made them, so that hardly another will touch them. */
  get ownSize(): number {
    return this.ownCount;
  }

  ids(): Iterable<string> {
    return this.rows.keys();
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  /** A row as the table has it. */
  load(id: string, row: Row | null): void {
    this.rows.set(id, { id, row, isChanged: false, isOwn: false, isGiven: false, isStale: false, turn: -1 });
  }

  /** Folds the fact into the rows it touches (those that `rowsOf` names), all of which must be held; on an error none has changed. */
  apply(projection: Projection, event: Recorded, touched: readonly string[] = rowsOf(projection, event)): void {
    const subject = erasedSubject(event.fact);
    const [only] = touched;
    if (subject === null && touched.length === 1 && only !== undefined) {
      const held = this.rows.get(only);
      this.change(held, only, projection.evolve(held?.row ?? null, event, only), event);
      return;
    }
    const changes = new Map<string, Row | null>();
    if (subject !== null)
      for (const [id, { row }] of this.rows)
        if (row && subjectsIn(row).includes(subject)) changes.set(id, forgotten(projection, row, subject));
    for (const id of touched) {
      const row = changes.get(id) ?? this.rows.get(id)?.row ?? null;
      changes.set(id, projection.evolve(row, event, id));
    }
    for (const [id, row] of changes) this.change(this.rows.get(id), id, row, event);
  }

  /** The rows to write since the last call. */
  takeChanges(): [string, Row | null][] {
    const changes: [string, Row | null][] = [];
    for (const held of this.rows.values()) {
      if (!held.isChanged) continue;
      changes.push([held.id, held.row]);
      held.isChanged = false;
    }
    return changes;
  }

  /** The rows that are named after the fact that made them; they are no longer held. */
  takeOwn(): [string, Row | null][] {
    const taken: [string, Row | null][] = [];
    for (const { id, row, isOwn } of this.own) {
      if (!isOwn) continue;
      taken.push([id, row]);
      this.rows.delete(id);
    }
    this.own = [];
    this.ownCount = 0;
    return taken;
  }

  /**
   * Rows that changed before the last call but not since, each once: they are still held, and most never change again. Those that do are
   * among the changes once more, and among what `takeStale` gives.
   */
  takeCold(): [string, Row | null][] {
    const cold: [string, Row | null][] = [];
    for (const held of this.before) {
      if (held.row === null || held.turn === this.turn || held.isGiven) continue;
      cold.push([held.id, held.row]);
      held.isGiven = true;
      held.isChanged = false;
      this.given.push(held);
    }
    this.before = this.recent;
    this.recent = [];
    this.turn += 1;
    return cold;
  }

  /** Lets go of the rows that `takeCold` gave and that have not changed since; their ids. */
  letGo(): string[] {
    const gone = this.given.filter(({ isStale }) => !isStale).map(({ id }) => id);
    this.given = this.given.filter(({ isStale }) => isStale);
    for (const id of gone) this.rows.delete(id);
    return gone;
  }

  /** The rows that `takeCold` gave too early. */
  takeStale(): string[] {
    const { stale } = this;
    this.stale = [];
    for (const held of stale) held.isStale = false;
    return stale.map(({ id }) => id);
  }

  clear(): void {
    this.rows.clear();
    this.own = [];
    this.given = [];
    this.stale = [];
    this.before = [];
    this.recent = [];
    this.ownCount = 0;
  }

  private change(held: Held | undefined, id: string, row: Row | null, event: Recorded): void {
    if (!held) {
      const isOwn = id === event.id;
      const made: Held = { id, row, isChanged: true, isOwn, isGiven: false, isStale: false, turn: isOwn ? -1 : this.turn };
      this.rows.set(id, made);
      (isOwn ? this.own : this.recent).push(made);
      if (isOwn) this.ownCount += 1;
      return;
    }
    held.row = row;
    held.isChanged = true;
    if (held.isOwn) {
      held.isOwn = false;
      this.ownCount -= 1;
    }
    if (held.isGiven) {
      if (!held.isStale) this.stale.push(held);
      held.isStale = true;
    } else if (held.turn !== this.turn) {
      held.turn = this.turn;
      this.recent.push(held);
    }
  }
}

const sets = new WeakMap<Projection, ReadonlySet<string>>();

/** Whether the projection reads facts of this type. */
export function reads(projection: Projection, type: string): boolean {
  let types = sets.get(projection);
  if (!types) sets.set(projection, (types = new Set(projection.reads)));
  return types.has(type);
}

/** The ids of the rows that the fact touches; none where the projection does not read its type. */
export function rowsOf(projection: Projection, event: Recorded): readonly string[] {
  return reads(projection, event.fact.type) ? projection.rows(event) : [];
}

function forgotten(projection: Projection, row: Row, subject: string): Row {
  const without = forget(row, subject);
  return projection.forgotten ? projection.forgotten(without, subject) : without;
}
