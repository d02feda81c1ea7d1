import type { DataSource } from 'typeorm';
import { FileMissing, SealedFiles } from './sealed-files.js';
import type { Sealer } from './sealer.js';

/** Bytes sealed at once: a file never lies in memory more often than twice. */
const pieceSize = 1_048_576;

interface Piece {
  readonly nth: number;
  readonly pieces: number;
  /** Under whose keys it lies. */
  readonly about: readonly string[];
  readonly sealed: Buffer;
}

const piecesOf = 'select nth, pieces, about, sealed from files.sealed_piece';

/** In PostgreSQL, in pieces, each bound to its place: a piece left out, changed or moved does not open. */
export class PostgresSealedFiles extends SealedFiles {
  constructor(
    private readonly database: DataSource,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  override async put(purpose: string, contentId: string, about: readonly string[], bytes: Uint8Array): Promise<void> {
    const count = Math.max(1, Math.ceil(bytes.length / pieceSize));
    await this.database.transaction(async (manager) => {
      for (let nth = 0; nth < count; nth += 1) {
        const piece = Buffer.from(bytes.subarray(nth * pieceSize, (nth + 1) * pieceSize));
        const sealed = await this.sealer.sealBytes(purpose, boundTo(contentId, nth, count), about, piece);
        await manager.query(
          'insert into files.sealed_piece (content_id, nth, pieces, about, sealed) values ($1, $2, $3, $4, $5) on conflict do nothing',
          [contentId, nth, count, about, sealed],
        );
      }
    });
  }

  override async sealFor(purpose: string, contentId: string, people: readonly string[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      const places: { nth: number }[] = await manager.query(
        'select nth from files.sealed_piece where content_id = $1 and not $2::text[] <@ about order by nth for update',
        [contentId, people],
      );
      for (const { nth } of places) {
        const [piece] = await manager.query<Piece[]>(`${piecesOf} where content_id = $1 and nth = $2`, [contentId, nth]);
        const bytes = piece && (await this.opened(purpose, contentId, piece));
        if (!bytes) return;
        const about = [...new Set([...piece.about, ...people])];
        const sealed = await this.sealer.sealBytes(purpose, boundTo(contentId, nth, piece.pieces), about, bytes);
        await manager.query('update files.sealed_piece set about = $3, sealed = $4 where content_id = $1 and nth = $2', [
          contentId,
          nth,
          about,
          sealed,
        ]);
      }
    });
  }

  override async remove(contentId: string): Promise<void> {
    await this.database.query('delete from files.sealed_piece where content_id = $1', [contentId]);
  }

  override async read(purpose: string, contentId: string): Promise<Buffer | null> {
    const rows: Piece[] = await this.database.query(`${piecesOf} where content_id = $1 order by nth`, [contentId]);
    const [first] = rows;
    if (!first || rows.length !== first.pieces) throw new FileMissing();
    const opened: Buffer[] = [];
    for (const row of rows) {
      const piece = await this.opened(purpose, contentId, row);
      if (piece === null) return null;
      opened.push(piece);
    }
    return Buffer.concat(opened);
  }

  private opened(purpose: string, contentId: string, { nth, pieces: count, about, sealed }: Piece): Promise<Buffer | null> {
    return this.sealer.openBytes(purpose, boundTo(contentId, nth, count), about, sealed);
  }
}

function boundTo(contentId: string, nth: number, pieces: number): string {
  return `${contentId}|${nth}|${pieces}`;
}
